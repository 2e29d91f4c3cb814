"""人员: files, rotation, appraisals, patrols, contacts behind the window."""

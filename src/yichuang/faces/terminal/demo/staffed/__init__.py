"""人员考勤考核 of the demonstration: files, attendance, leave, patrols, assessment, units in the hall."""

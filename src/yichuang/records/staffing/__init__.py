"""人事考勤考核: the file of each window officer, leave, attendance, patrols, assessments, resident units."""

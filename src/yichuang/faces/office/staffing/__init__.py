"""考勤、请假、考核、人员档案、进驻单位: the pages of the staff room."""

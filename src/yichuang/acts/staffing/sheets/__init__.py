"""考核: forms, sheets, appeals, reviews, the consent of communities."""

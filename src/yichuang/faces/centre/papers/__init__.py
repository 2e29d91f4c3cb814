"""Pages on which an administrator words the papers of his region (文书模板)."""

"""网上大厅: the public pages, and the applicant's own."""

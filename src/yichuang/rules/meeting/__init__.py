"""联席会审: who is invited, when the applicant must know, who chairs, what silence and absence mean."""

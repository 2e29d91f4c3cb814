"""评价与诉求: rating by link and on the pad, public figures, inquiries, complaints and how they stand."""

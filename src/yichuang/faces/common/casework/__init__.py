"""One case as every face shows it (一件的呈现): its time, the page of its date, its history, its papers."""

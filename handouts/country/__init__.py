"""One country on paper: the one-pager, and its chain map on a sheet of its own."""

"""Networks on paper: the factsheet of one, and the way from A to B through several."""

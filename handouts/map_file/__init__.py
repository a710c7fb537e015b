"""A map in one file, which opens in any browser without the program and without a network."""

"""What is known and what follows from it; knows nothing of files or screens."""

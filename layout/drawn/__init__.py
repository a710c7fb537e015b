"""What is drawn: the scene in pixels, how wide its words are, where they stand in a box, and its signs."""

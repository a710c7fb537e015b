"""One slip per body for a workshop: what is recorded about it, to be ticked and mended by its own people."""

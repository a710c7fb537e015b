"""Slides that stay editable: native shapes, lines glued to them, notes with the sources."""

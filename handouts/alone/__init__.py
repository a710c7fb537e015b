"""Pages that open alone: one file with its program, typeface and data, which asks nobody for anything."""

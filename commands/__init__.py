"""The command `whoelse`: every answer as a table or as JSON."""

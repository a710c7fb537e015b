"""A short story of a country for a room: slides of one sentence and one picture or short list each."""

"""What a workshop changed, for the wall and for those who paid for it: one page and one slide."""

"""What one takes to a meeting: whom to invite, what to ask, and the whole packet."""

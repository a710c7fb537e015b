"""Maps on paper: a scene as SVG for lines and shapes, and its words as HTML above, which is right in every script."""

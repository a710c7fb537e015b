"""The map in the browser: a component that draws a scene (`layout.drawn.scene`) and sends clicks back."""

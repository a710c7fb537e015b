"""The map: a scene in pixels (scene), what it measures (text), and the browser component that draws it (component)."""

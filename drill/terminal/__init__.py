"""The face: Rich renderables, keys and countdowns; it knows sessions, never the history."""

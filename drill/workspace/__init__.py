"""The use cases: what a command needs of library, history, settings and plans together."""

"""The door: each command parses its options, calls what is below, shows the result and exits."""

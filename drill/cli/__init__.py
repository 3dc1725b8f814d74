"""The command line: each command parses its options, calls the layers below, and exits."""

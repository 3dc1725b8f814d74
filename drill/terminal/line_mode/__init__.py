"""A session line by line, for pipes, screen readers and simple terminals.

`session` runs it with `input` and `output`; `judging` asks the assistant.
"""

"""The user's own model: a program named by `[assistant] command` in the settings.

The program reads a prompt from standard input and writes its reply to standard output. drill itself
opens no connection; the program may, so drill asks for consent before the first use (`consent`).
`assistant` has its limits, `command` finds the program, `process` runs it once, `asking` runs it
for many prompts, `signals` ends it with drill.
"""

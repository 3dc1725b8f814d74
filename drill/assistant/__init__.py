"""A program of the person's own that drill may ask: `[assistant] command` of the settings.

It reads a prompt on its standard input and writes to its standard output. drill itself opens no
connection; whether the program does is the person's choice, who is asked before the first use
(`consent`). `command` finds the program, `process` runs it once, `asking` runs it for many prompts.
"""

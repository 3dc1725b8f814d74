"""The user's own program that drill may ask: `[assistant] command` in the settings.

It reads a prompt from standard input and writes its reply to standard output. drill itself opens no
connection; whether the program does is up to the user, who is asked before the first use
(`consent`). `command` finds the program, `process` runs it once, `asking` runs it for many prompts.
"""

"""A program of the person's own that drill may ask: `[assistant] command` of the settings.

It reads a prompt on its standard input and writes to its standard output. drill itself opens no
connection; whether the program does is the person's choice, who is asked before the first use.
"""

from drill.assistant.asking import Assistant, Request, answer, ask, signals_as_exits
from drill.assistant.command import program_of
from drill.assistant.consent import WHAT_IS_SENT, allow, is_allowed
from drill.assistant.process import Running

__all__ = [
    "WHAT_IS_SENT",
    "Assistant",
    "Request",
    "Running",
    "allow",
    "answer",
    "ask",
    "is_allowed",
    "program_of",
    "signals_as_exits",
]

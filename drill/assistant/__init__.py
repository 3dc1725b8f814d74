"""A program of the person's own that drill may ask: `[assistant] command` of the settings.

It reads a prompt on its standard input and writes to its standard output. drill itself opens no
connection; whether the program does is the person's choice, who is asked before the first use.
"""

from drill.assistant.asking import Assistant, Failed, Request, ask
from drill.assistant.consent import allow, is_allowed
from drill.assistant.process import Running

__all__ = ["Assistant", "Failed", "Request", "Running", "allow", "ask", "is_allowed"]

"""Spoken answers: recorded, bounded, written down and played, each by a child process of its own.

PortAudio and the recogniser are native code that can hang or crash with a device. In a child they
cost the interview no time at its start, no memory and, whatever happens to them, not the interview.
Nothing here is imported, and no child started, unless a session records.
"""

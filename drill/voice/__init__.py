"""Spoken answers: recording, transcription and playback, each in a child process of its own.

PortAudio and the recogniser are native code that can hang or crash with a device. In a child
process they add nothing to the start-up time or the memory of a session, and cannot bring it down.
Nothing here is imported, and no child is started, unless a session records.

`recorder` runs `microphone` as a child, `transcription` runs `recogniser`, `player` plays; all use
`drill.children`. `flac` writes the sound, `recordings` names, finds and deletes the files.
"""

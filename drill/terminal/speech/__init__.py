"""Speech in a session: `speech` reads aloud, `recording` listens, `own_words` shows the text."""

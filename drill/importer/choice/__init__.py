"""Which forms a document is written in, and which lines each question has."""

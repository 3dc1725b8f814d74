"""Key points proposed for a question and its answer."""

"""Lines of a question become its prompt, options and answer in Markdown."""

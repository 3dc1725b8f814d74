"""What a form can see: candidates with their labels, contents, answer keys, folds."""

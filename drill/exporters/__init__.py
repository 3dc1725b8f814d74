"""What is carried out of drill: cheat sheets, Anki packages, and the pages they are made of."""

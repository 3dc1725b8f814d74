"""What the commands show that run no session, one module for each.

`questions` is `drill list`, `question` is `drill show`, `overview` decks and tags.
"""

"""Takes large embedded pictures out of Markdown, as Google Docs writes them."""

import re

_PICTURE = re.compile(r"(?<=[(<\s])data:image/[\w.+-]{1,30};base64,[A-Za-z0-9+/=%]{8000,}")
"""An icon or a small drawing fits into a deck, a photograph does not."""


def without_pictures(text: str) -> tuple[str, list[int]]:
    """`text` with an empty target for each large picture, and their lines, from 1."""
    if "data:image/" not in text:
        return text, []
    lines = text.split("\n")
    found = [number for number, line in enumerate(lines, 1) if _PICTURE.search(line)]
    return _PICTURE.sub("", text), found

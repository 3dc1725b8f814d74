"""The YAML or TOML before a document: its title and its tags, read without a YAML parser."""

import re
from collections.abc import Iterator, Sequence

from drill.importer.signals.fields import read_field

_TITLE = re.compile(r"title\s*[:=]\s*[\"']?(.*?)[\"']?\s*$")
_TAGS = re.compile(r"(?:tags?|keywords|topics?|categories)\s*[:=]\s*(.*?)\s*$", re.IGNORECASE)
_ITEM = re.compile(r"\s*-\s+(.+?)\s*$")


def front_title(lines: Sequence[str]) -> str:
    """The title that the lines of front matter give, empty where they give none."""
    return next((found[1] for line in lines if (found := _TITLE.match(line)) and found[1]), "")


def front_tags(lines: Sequence[str]) -> list[str]:
    """The tags that the lines of front matter give, as a list in one line or one a line."""
    tags: list[str] = []
    inside = False
    for line in lines:
        item = _ITEM.match(line)
        if inside and item:
            tags += _clean([item[1]])
            continue
        found = _TAGS.match(line)
        inside = bool(found) and not found[1] if found else False
        if found and found[1]:
            text = found[1].strip("[]")
            between = r"\s*,\s*" if "," in text or found[1].startswith("[") else r"\s+"
            tags += _clean(re.split(between, text))
    return list(dict.fromkeys(tags))


def _clean(tags: Sequence[str]) -> Iterator[str]:
    yield from (text for tag in tags if (text := tag.strip("\"'# ")))


def front_difficulty(lines: Sequence[str]) -> str:
    """The difficulty that the lines of front matter give, empty where they give none."""
    for line in lines:
        field = read_field(line)
        if field is not None and field.difficulty:
            return field.difficulty
    return ""

"""Fields of YAML or TOML front matter, read without a parser."""

import re
from collections.abc import Iterator, Sequence

from drill.importer.signals.fields import read_field

_TITLE = re.compile(r"title[ \t]{0,9}[:=](.*)")
_TAGS = re.compile(r"(?:tags?|keywords|topics?|categories)[ \t]{0,9}[:=](.*)", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]{0,9}-[ \t]+(\S.*)")


def front_title(lines: Sequence[str]) -> str:
    """The title in the lines of front matter, or empty."""
    for line in lines:
        match = _TITLE.match(line)
        title = match[1].strip().strip("\"'").strip() if match else ""
        if title:
            return title
    return ""


def front_question(lines: Sequence[str]) -> str:
    """The field `question` in front matter, on one or more lines, or empty."""
    first = next((n for n, line in enumerate(lines) if line.startswith("question:")), None)
    if first is None:
        return ""
    said = [lines[first].partition(":")[2]]
    for line in lines[first + 1 :]:
        if line[:1] != " ":
            break
        said.append(line)
    return " ".join(" ".join(said).split()).strip("\"'|> ").replace("''", "'")


def front_tags(lines: Sequence[str]) -> list[str]:
    """The tags in front matter, as a list on one line or one per line."""
    tags: list[str] = []
    inside = False
    for line in lines:
        item = _ITEM.match(line)
        if inside and item:
            tags += _clean([item[1]])
            continue
        match = _TAGS.match(line)
        listed = match[1].strip() if match else ""
        inside = match is not None and not listed
        if listed:
            text = listed.strip("[]")
            commas = "," in text or listed.startswith("[")
            tags += _clean(text.split(",") if commas else text.split())
    return list(dict.fromkeys(tags))


def _clean(tags: Sequence[str]) -> Iterator[str]:
    yield from (text for tag in tags if (text := tag.strip(" \t\"'#")))


def front_difficulty(lines: Sequence[str]) -> str:
    """The difficulty in front matter, or empty."""
    for line in lines:
        field = read_field(line)
        if field is not None and field.difficulty:
            return field.difficulty
    return ""

"""Writing a deck."""

from pathlib import Path

import yaml

from drill.model import Deck


def write(deck: Deck) -> str:
    """The deck as YAML."""
    questions = []
    for each in deck.questions:
        raw = {"id": each.id, "question": each.text, "answer": each.answer}
        raw["key_points"] = [
            {"point": point.text, "bonus": point.bonus, "terms": list(point.terms)}
            for point in each.key_points
        ]
        raw |= {"hint": each.hint, "follow_ups": list(each.follow_ups), "notes": each.notes}
        raw |= {"tags": list(each.tags), "difficulty": each.difficulty and str(each.difficulty)}
        raw |= {"time": each.time, "lines": each.lines and list(each.lines)}
        questions.append({key: value for key, value in raw.items() if value})
    source = deck.source and {"document": deck.source.document, "sha256": deck.source.sha256}
    raw = {"deck": deck.id, "title": deck.title, "tags": list(deck.tags), "source": source}
    raw = {key: value for key, value in raw.items() if value} | {"questions": questions}
    return yaml.safe_dump(raw, sort_keys=False, allow_unicode=True)


def save(deck: Deck, path: Path) -> None:
    """Write the deck to `path`."""
    path.write_text(write(deck), encoding="utf-8")

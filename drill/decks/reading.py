"""Reading a deck."""

import yaml

from drill.errors import Problem
from drill.model import Deck, Difficulty, KeyPoint, Question, Reading, Source


def read(data: bytes, path: str) -> Reading:
    """Read a deck file's bytes."""
    try:
        raw = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        questions = [_question(each) for each in raw["questions"]]
        source = Source(**raw["source"]) if "source" in raw else None
        deck = Deck(
            raw["deck"], raw["title"], tuple(questions), tuple(raw.get("tags", ())), source
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        return Reading(None, (Problem(path, 1, 1, "yaml", str(error)),))
    return Reading(deck, (), dict.fromkeys((each.id for each in questions), 1))


def _question(raw: dict) -> Question:
    points = tuple(
        KeyPoint(each)
        if isinstance(each, str)
        else KeyPoint(each["point"], each.get("bonus", False), tuple(each.get("terms", ())))
        for each in raw.get("key_points", ())
    )
    return Question(
        id=str(raw["id"]),
        text=raw["question"].rstrip("\n"),
        answer=raw["answer"].rstrip("\n") if "answer" in raw else None,
        key_points=points,
        hint=raw.get("hint"),
        follow_ups=tuple(raw.get("follow_ups", ())),
        notes=raw.get("notes"),
        tags=tuple(raw.get("tags", ())),
        difficulty=Difficulty(raw["difficulty"]) if "difficulty" in raw else None,
        time=int(str(raw["time"]).rstrip("s")) if "time" in raw else None,
        lines=tuple(raw["lines"]) if "lines" in raw else None,
    )

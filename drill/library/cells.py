"""Tags and questions as cells of the index, and back."""

from drill.model import Difficulty, KeyPoint, Option, Question

# Separators of cells, of items in a cell and of parts of an item: no deck can contain these
# characters.
_CELL, _ITEM, _PART = "\x1f", "\x1e", "\x1d"


def to_cell(tags: tuple[str, ...]) -> str:
    """Tags, which are single lines, as one cell with a line end before and after each."""
    return "\n".join(("", *tags, "")) if tags else ""


def from_cell(cell: str) -> tuple[str, ...]:
    """The tags of a cell."""
    return tuple(cell.split("\n")[1:-1])


def to_data(question: Question) -> str:
    """The question as one text, for `to_question`."""
    # Not JSON: its import takes 6 ms before the first question.
    points = (
        _PART.join((point.text, "bonus" if point.bonus else "", *point.terms))
        for point in question.key_points
    )
    options = (
        _PART.join((option.text, "correct" if option.correct else ""))
        for option in question.options
    )
    extra = ""
    if question.extra:
        import json

        extra = json.dumps(question.extra)
    lists = (points, question.follow_ups, question.tags, map(str, question.lines or ()), options)
    texts = (question.id, question.text, question.answer, question.hint, question.notes)
    flags = (_to_flag(question.shuffle), _to_flag(question.drafted))
    rest = (question.difficulty, str(question.time or ""), extra, *flags)
    return _CELL.join([*(text or "" for text in (*texts, *rest)), *map(_ITEM.join, lists)])


def to_question(data: str) -> Question:
    """The question, from the text that `to_data` wrote."""
    cells = data.split(_CELL)
    id_, text, answer, hint, notes, difficulty, time, extra, shuffle, drafted = cells[:10]
    lists = (cell.split(_ITEM) if cell else [] for cell in cells[10:])
    points, follow_ups, tags, lines, options = lists
    return Question(
        id=id_,
        text=text,
        answer=answer or None,
        key_points=tuple(_to_point(*point.split(_PART)) for point in points),
        hint=hint or None,
        follow_ups=tuple(follow_ups),
        notes=notes or None,
        tags=tuple(tags),
        difficulty=Difficulty(difficulty) if difficulty else None,
        time=int(time) if time else None,
        lines=(int(lines[0]), int(lines[1])) if lines else None,
        options=tuple(_to_option(*option.split(_PART)) for option in options),
        shuffle=_from_flag(shuffle),
        drafted=bool(_from_flag(drafted)),
        extra=_to_extra(extra) if extra else {},
    )


def _to_option(text: str, correct: str) -> Option:
    return Option(text, bool(correct))


def _to_flag(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _from_flag(cell: str) -> bool | None:
    return cell == "yes" if cell else None


def _to_point(text: str, bonus: str, *terms: str) -> KeyPoint:
    return KeyPoint(text, bool(bonus), terms)


def _to_extra(cell: str) -> dict[str, object]:
    import json

    extra: dict[str, object] = json.loads(cell)
    return extra

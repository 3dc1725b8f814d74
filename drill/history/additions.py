"""Optional members of attempts and sessions: those without a column in the first schema.

Those with a value go into the column `more` as JSON, and into exports. A new member is named in
`Additions`, written in `members` and read in `of_attempt`. Members from a newer drill, unknown to
this one, are kept in `extra` and written back unchanged.
"""

from collections.abc import Mapping
from typing import TypedDict

from drill.judging import record as proposals
from drill.model import Attempt, FollowUp, Mark, OfferedOption, Session, spoken
from drill.model.json_values import text
from drill.model.marks import Proposal
from drill.model.spoken import Spoken


class Additions(TypedDict, total=False):
    """The members of an attempt that the first schema has no column for."""

    choices: tuple[OfferedOption, ...]
    spoken: Spoken
    proposal: Proposal
    follow_up: FollowUp
    note: str
    extra: Mapping[str, object]


def members(record: Attempt | Session) -> dict[str, object]:
    """The additional members that have a value, as JSON types; unknown ones come last."""
    named: dict[str, object] = {}
    if isinstance(record, Attempt) and record.choices:
        named["choices"] = [
            [choice.text, choice.correct, choice.chosen] for choice in record.choices
        ]
    if isinstance(record, Attempt) and record.spoken:
        named["spoken"] = spoken.to_json(record.spoken)
    if isinstance(record, Attempt) and record.proposal:
        named["proposal"] = proposals.to_json(record.proposal)
    if isinstance(record, Attempt) and record.follow_up:
        named["follow_up"] = _asked(record.follow_up)
    if isinstance(record, Attempt) and record.note:
        named["note"] = record.note
    return {**named, **record.extra}


def of_attempt(data: Mapping[str, object]) -> Additions:
    """The additional members as values; unknown ones become `extra`. Raises ValueError."""
    known = Additions.__annotations__
    values = Additions(extra={name: data[name] for name in data if name not in known})
    if "choices" in data:
        values["choices"] = _choices(data["choices"])
    if "spoken" in data:
        values["spoken"] = spoken.of_json(data["spoken"])
    if "proposal" in data:
        values["proposal"] = proposals.of_json(data["proposal"])
    if "follow_up" in data:
        values["follow_up"] = _follow_up(data["follow_up"])
    if "note" in data:
        values["note"] = text(data["note"])
    return values


def to_cell(record: Attempt | Session) -> str | None:
    """The additional members as a cell of the column `more`; None if there are none."""
    more = members(record)
    if not more:
        return None
    import json

    return json.dumps(more, ensure_ascii=False, separators=(",", ":"))


def from_cell(cell: str | None) -> dict[str, object]:
    """The members of a cell of the column `more`; raises ValueError."""
    if cell is None:
        return {}
    import json

    try:
        more = json.loads(cell)
    except (ValueError, TypeError, RecursionError):
        more = None
    if not isinstance(more, dict):
        raise ValueError(f"more is {cell!r:.40}")  # noqa: TRY004  # as for other cells
    return more


def _asked(asked: FollowUp) -> list[str | None]:
    """A follow-up as JSON types, with its mark if it has one."""
    return [asked.question, asked.typed, *([asked.mark] if asked.mark else [])]


def _follow_up(value: object) -> FollowUp:
    match value:
        case [str() as question, (str() | None) as typed, *mark] if len(mark) < 2:
            f"{question}{typed}".encode()  # half a surrogate pair is a ValueError too
            return FollowUp(question, typed, Mark(str(mark[0])) if mark else None)
    raise ValueError(f"not a follow-up: {value!r:.60}")


def _choices(value: object) -> tuple[OfferedOption, ...]:
    match value:
        case [*items]:
            return tuple(_choice(item) for item in items)
    raise ValueError("choices are not a list")


def _choice(item: object) -> OfferedOption:
    match item:
        case [str() as text, bool() as correct, bool() as chosen]:
            text.encode()  # half a surrogate pair is a ValueError too
            return OfferedOption(text, correct, chosen)
    raise ValueError(f"not a choice: {item!r:.60}")

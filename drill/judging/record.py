"""A proposal as JSON: how history, exports and interrupted interviews keep it."""

from drill.model.marks import Mark, Mistake, Proposal, Verdict


def to_json(proposal: Proposal) -> dict[str, object]:
    """The proposal as JSON holds it; what is empty is left out."""
    found: dict[str, object] = {
        "verdicts": [
            [verdict.mark, verdict.quote, verdict.lacks, verdict.supported]
            for verdict in proposal.verdicts
        ]
    }
    if proposal.mistakes:
        found["wrong"] = [[each.quote, each.why, each.supported] for each in proposal.mistakes]
    if proposal.follow_up:
        found["follow_up"] = proposal.follow_up
    if proposal.reply:
        found["reply"] = proposal.reply
    return found


def of_json(value: object) -> Proposal:
    """The proposal that `to_json` wrote; raises ValueError where it is none."""
    match value:
        case {"verdicts": [*verdicts], **more}:
            wrong = more.get("wrong", [])
            if isinstance(wrong, list):
                return Proposal(
                    tuple(_verdict(item) for item in verdicts),
                    tuple(_mistake(item) for item in wrong),
                    _text(more.get("follow_up", "")),
                    _text(more.get("reply", "")),
                )
    raise ValueError(f"not a proposal: {value!r:.60}")


def _verdict(item: object) -> Verdict:
    match item:
        case [str() as mark, str() as quote, str() as lacks, bool() as supported]:
            return Verdict(Mark(mark), _text(quote), _text(lacks), supported)
    raise ValueError(f"not a verdict: {item!r:.60}")


def _mistake(item: object) -> Mistake:
    match item:
        case [str() as quote, str() as why, bool() as supported]:
            return Mistake(_text(quote), _text(why), supported)
    raise ValueError(f"not a mistake: {item!r:.60}")


def _text(value: object) -> str:
    match value:
        case str():
            value.encode()  # half a surrogate pair is a ValueError too
            return value
    raise ValueError(f"not a text: {value!r:.60}")

"""Proposals as JSON, as history, exports and interrupted interviews store them."""

from drill.model.json_values import listed, text
from drill.model.marks import Mark, Mistake, Proposal, Verdict


def to_json(proposal: Proposal) -> dict[str, object]:
    """The proposal as a JSON object, without members that are empty."""
    members: dict[str, object] = {
        "verdicts": [
            [verdict.mark, verdict.quote, verdict.lacks, verdict.supported]
            for verdict in proposal.verdicts
        ]
    }
    if proposal.mistakes:
        members["wrong"] = [
            [mistake.quote, mistake.why, mistake.supported] for mistake in proposal.mistakes
        ]
    if proposal.follow_up:
        members["follow_up"] = proposal.follow_up
    if proposal.reply:
        members["reply"] = proposal.reply
    return {**members, **proposal.extra}


def of_json(value: object) -> Proposal:
    """The proposal that `to_json` wrote; raises ValueError for any other value."""
    match value:
        case {"verdicts": verdicts, **more}:
            return Proposal(
                listed(_verdict, verdicts),
                listed(_mistake, more.pop("wrong", [])),
                text(more.pop("follow_up", "")),
                text(more.pop("reply", "")),
                {str(name): left for name, left in more.items()},
            )
    raise ValueError(f"not a proposal: {value!r:.60}")


def _verdict(item: object) -> Verdict:
    match item:
        case [str() as mark, str() as quote, str() as lacks, bool() as supported]:
            return Verdict(Mark(mark), text(quote), text(lacks), supported)
    raise ValueError(f"not a verdict: {item!r:.60}")


def _mistake(item: object) -> Mistake:
    match item:
        case [str() as quote, str() as why, bool() as supported]:
            return Mistake(text(quote), text(why), supported)
    raise ValueError(f"not a mistake: {item!r:.60}")

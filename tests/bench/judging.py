"""How far a model's verdicts agree with a person's marks: `python -m tests.bench.judging COMMAND`.

The command is one that `[assistant] command` may name. It is asked about the answers of
`tests/judging/answers.yaml` as drill asks it; a weighted kappa of .8 is wanted.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from drill.assistant.assistant import Assistant
from drill.assistant_reply import Failed
from drill.decks import read_deck
from drill.model import Mark, Question
from drill.workspace.judging_pool import JudgingPool
from tests.importer.corpus import ROOT

_ANSWERS = ROOT / "tests" / "judging" / "answers.yaml"
_IN_ORDER = (Mark.MISSED, Mark.PARTLY, Mark.SAID)
WANTED = 0.8
Pair = tuple[Mark, Mark]


@dataclass(frozen=True, slots=True)
class MarkedAnswer:
    """Somebody's words to a question, and the mark of each of its key points."""

    question: Question
    kind: str
    words: str
    marks: tuple[Mark, ...]


def marked_answers() -> Iterator[MarkedAnswer]:
    """The answers, with the questions as the shipped decks have them."""
    for entry in yaml.safe_load(_ANSWERS.read_text("utf-8")):
        deck, question_id = entry["question"].split("/")
        question = next(question for question in _questions(deck) if question.id == question_id)
        marks = tuple(map(Mark, entry["marks"]))
        yield MarkedAnswer(question, entry["kind"], entry["words"], marks)


def weighted_kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa with linear weights: 1 is agreement, 0 is chance."""
    left, right = (Counter(marks) for marks in zip(*pairs, strict=True))
    seen = sum(_distance(*pair) for pair in pairs) / len(pairs)
    by_chance = sum(
        _distance(one, other) * left[one] * right[other] for one in left for other in right
    )
    return 1 - seen / (by_chance / len(pairs) ** 2)


def _distance(one: Mark, other: Mark) -> float:
    return abs(_IN_ORDER.index(one) - _IN_ORDER.index(other))


def _questions(deck: str) -> tuple[Question, ...]:
    path: Path = ROOT / "questions" / f"{deck}.yaml"
    read = read_deck(path.read_bytes(), str(path)).deck
    return read.questions if read else ()


def main(command: str) -> int:
    """Print each verdict that differs and the figures; 1 if the agreement is too low."""
    answers = list(marked_answers())
    pool = JudgingPool(Assistant(command))
    judged = [(answer, pool.submit(answer.question, answer.words)) for answer in answers]
    pairs: list[Pair] = []
    quotes = real = refused = 0
    for answer, future in judged:
        proposal = future.result()
        if isinstance(proposal, Failed):
            refused += 1
            print(f"{answer.question.id}, {answer.kind}: {proposal.why}")
            continue
        points = answer.question.key_points
        for point, mark, verdict in zip(points, answer.marks, proposal.verdicts, strict=True):
            quotes += verdict.mark is not Mark.MISSED
            real += verdict.mark is not Mark.MISSED and verdict.supported
            pairs.append((mark, verdict.mark))
            if mark is not verdict.mark:
                print(f"{answer.question.id}, {answer.kind}: {point.text}")
                print(f"    {mark}, but {verdict.mark}: “{verdict.quote}” lacks: {verdict.lacks}")
    pool.close()
    kappa = weighted_kappa(pairs) if pairs else 0.0
    print(f"{len(pairs)} points of {len(answers)} answers, {refused} replies refused")
    print(f"{real} of {quotes} quotes are in the words; weighted kappa {kappa:.2f}")
    return int(kappa < WANTED)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))

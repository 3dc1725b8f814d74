"""Warns of formulas that cannot be rendered, and of dollar signs that may begin a formula."""

from collections.abc import Iterator
from dataclasses import replace

from drill.errors import Problem, Severity
from drill.model import DeckReading, Question

_LONGEST = 60  # characters of a formula in a message
_MAY_BE_MATH = ("$", "\\(", "\\[")


def with_formulas(reading: DeckReading, path: str) -> DeckReading:
    """`reading` with warnings, at the question's line, of doubtful formulas and dollar signs."""
    if reading.deck is None:
        return reading
    warnings = [
        Problem(path, reading.places[question.id], 1, "formula", message, hint, Severity.WARNING)
        for question in reading.deck.questions
        for message, hint in _wrong(question)
    ]
    problems = sorted(
        [*reading.problems, *warnings], key=lambda problem: (problem.line, problem.column)
    )
    return replace(reading, problems=tuple(problems))


def _wrong(question: Question) -> Iterator[tuple[str, str]]:
    from drill.markdown import formulas, markup

    points = [point.text for point in question.key_points]
    options = [option.text for option in question.options]
    fields = [question.text, question.answer, question.hint, question.notes]
    for text in (*fields, *options, *points, *question.follow_ups):
        if text is None or not any(sign in text for sign in _MAY_BE_MATH):
            continue
        for dollars in markup.doubtful_dollars(text):
            yield (
                f"{question.id!r}: is {_cut(dollars)} a formula, or not?",
                "write \\(…\\) for a formula, and code or \\$ for a plain dollar sign",
            )
        for token in markup.walk(markup.parse(text)):
            if token.type not in markup.MATH:
                continue
            try:
                formulas.parse(token.content.strip())
            except formulas.FormulaError as error:
                shown = _cut(markup.source(token))
                yield (
                    f"a formula of {question.id!r} is shown as written: {shown}: {error}",
                    "write \\$ for a plain dollar sign",
                )


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"

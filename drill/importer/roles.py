"""The roles of the lines outside all questions, which say why each was left out."""

from collections.abc import Sequence

from drill.importer.choice.question_range import QuestionRange
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.signals.candidates import CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.source.lines import is_wrapper


def settle(outline: Outline, ledger: LineLedger, questions: Sequence[QuestionRange]) -> None:
    """Give a role to each line without one, once all `questions` are found."""
    document = outline.document
    headings = {
        line
        for candidate in outline.all_candidates
        if candidate.kind is CandidateKind.HEADING
        for line in range(candidate.line, candidate.end)
    }
    first, last = questions[0].start.line, max(question.end for question in questions)
    for line, role in enumerate(ledger.roles):
        # Dialect syntax was blanked for Markdown, but the document has text here.
        if role is Role.BLANK and document.original[line].strip():
            ledger.roles[line] = Role.WRAPPER
        elif role is None:
            ledger.roles[line] = _role(outline, line, headings, first, last)


def _role(outline: Outline, line: int, headings: set[int], first: int, last: int) -> Role:
    document = outline.document
    text = document.lines[line]
    if line < document.front:
        return Role.FRONT
    if not text.strip():
        return Role.WRAPPER if document.original[line].strip() else Role.BLANK
    for lines, role in (
        (outline.toc.lines, Role.CONTENTS),
        (outline.back_lines, Role.BACK),
        (headings, Role.HEADING),
        (outline.rules, Role.RULE),
        (outline.definitions, Role.TARGET),
    ):
        if line in lines:
            return role
    if is_wrapper(text):
        return Role.WRAPPER
    if line < first:
        return Role.BEFORE
    return Role.BETWEEN if line < last else Role.AFTER

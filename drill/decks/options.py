"""Checks a question's options beyond the format."""

from drill.decks.yaml_tree import Branch, Node, Report, Scalar, line_of
from drill.model import Question


def has_good_options(node: Node, question: Question, report: Report) -> bool:
    """Whether the question, read from `node`, can be asked; doubts are reported as warnings.

    Without a correct option the user rates the answer.
    """
    if not question.options:
        if question.shuffle is not None:
            message = "'shuffle' means nothing without 'options'"
            report.warn(_value(node, "shuffle") or node, "shuffle", message, "remove it")
        return True
    options = _value(node, "options") or node
    right = len(question.correct)
    if right == 0:
        message = "no option is correct: you will rate the answer yourself"
        hint = "write the right one as {option: ..., correct: true}"
        report.warn(options, "no-correct", message, hint)
    elif right == len(question.options):
        report.warn(options, "all-correct", "every option is correct", "add a wrong one")
    return _differ(options, question, report)


def _differ(options: Node, question: Question, report: Report) -> bool:
    """Whether all options differ."""
    nodes = options.children if isinstance(options, Branch) else []
    first: dict[str, Node] = {}
    for option, node in zip(question.options, nodes, strict=False):
        text = " ".join(option.text.split())
        before = first.setdefault(text, node)
        if before is not node:
            shown = text if len(text) <= 60 else text[:40] + "…"
            message = f"duplicate option {shown!r} (first used on line {line_of(before)})"
            report.error(node, "duplicate-option", message, "remove one")
            return False
    return True


def _value(node: Node, name: str) -> Node | None:
    """The value of the key `name` in a mapping."""
    children = node.children if isinstance(node, Branch) else []
    for key, value in zip(children[::2], children[1::2], strict=True):
        if isinstance(key, Scalar) and key.value == name:
            return value
    return None

"""The options of a multiple-choice question in exports: order, correct ones, reason."""

import re
from random import Random

from drill.model import Entry, Option, Question
from drill.session.option_order import option_order

_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s")


def shown_options(entry: Entry) -> tuple[Option, ...]:
    """The options in the order in which every export prints them.

    It differs from the deck's order, in which the correct option may always come first.
    """
    question = entry.question
    order = option_order(question, Random(entry.key))
    return tuple(question.options[number] for number in order)


def right_options(question: Question) -> tuple[str, ...]:
    """The texts of the correct options, Markdown."""
    return tuple(option.text for option in question.options if option.correct)


def why(question: Question) -> str | None:
    """The first sentence of the explanation, Markdown; None without an explanation.

    A paragraph with code, math or a link in it stays whole: a cut might break it in two.
    """
    first = (question.shown_answer or "").strip().split("\n\n")[0]
    if not first:
        return None
    line = " ".join(first.split("\n"))
    return line if re.search(r"[`$\[<]", line) else _SENTENCE_END.split(line, maxsplit=1)[0]

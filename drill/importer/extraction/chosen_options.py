"""Settles which options are right, by what an answer says, and what else the answer has."""

from drill.importer.extraction.multiple_choice import OptionBlock
from drill.importer.extraction.named_options import is_place, lists_letters
from drill.importer.signals.labels import LabelKind, read_label


def without_parts(options: OptionBlock | None, answer: str) -> OptionBlock | None:
    """The options, unless they are the parts of a task that `answer` answers one by one."""
    are_parts = options is not None and not lists_letters(answer) and options.are_parts(answer)
    return None if are_parts else options


def chosen_of(options: OptionBlock, body: str, labelled: bool) -> tuple[OptionBlock, str, str]:
    """The options with the right ones marked as `body` says, their text, and the rest of `body`."""
    options, rest = options.repeated(body.split("\n"))
    body = "\n".join(rest)
    named = options.answered(body)
    if not named.right and rest and (last := read_label(rest[-1])).kind is LabelKind.ANSWER:
        named = options.answered(rest[-1][last.end :])
        if named.right:
            options, body = named, "\n".join(rest[:-1])
    if named.right and (is_place(body) or lists_letters(body)):
        options, body = named, ""
    # The right options are the answer, unless a labelled answer has its own words.
    has_own_words = labelled and bool(body.strip())
    return options, "" if has_own_words else "\n\n".join(options.right), body

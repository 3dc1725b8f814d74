"""Recognises dollar signs that are not math: shell, template and Perl variables, and prices.

The rules examine the text between the signs and the characters around them. A number with a LaTeX
command or a script is a formula; a name of several letters is a variable.
"""

import re

_WORD = re.compile(r"[A-Za-z]{2}")
_COMMAND = re.compile(r"[\\^_]")
# `$PATH:$HOME`, `${HOME}/$USER`, `$this->db->$name`: a name, and the sign that joins it to the
# next.
_NAME_AND_JOIN = re.compile(r"\{?[A-Za-z_].*(?:->|::|[:/%&|(])\Z", re.DOTALL)
_QUOTED = re.compile(r"[\w{}.]+[\"']\s")
_PROSE = re.compile(r"[A-Za-z_]\w+[;:,.]?\s[A-Za-z]{2,}\b")
_LONG_NAME = re.compile(r"[A-Za-z]{2}|_|\{[A-Za-z_][\w.]*\}")
_CAPITAL = re.compile(r"[A-Z]\Z")
_NEXT_NAME = re.compile(r"[A-Za-z_{]")
# `$n$th`, `the $AUC$s`: a formula with an ending.
_ENDING = re.compile(r"(?:th|st|nd|rd|s)\b")


def is_price(before: str, content: str) -> bool:
    r"""Whether a price begins or ends at the first sign.

    Words after a number, or a number before it, are math only with a command or a script:
    `3$\sigma$`, not `5$ to 10$` or `$5 to 10$`.
    """
    after_number = before.isdigit()
    before_number = content[:1].isdigit() and _WORD.search(content) is not None
    return (after_number or before_number) and not _COMMAND.search(content)


def is_variable(before: str, content: str, after: str) -> bool:
    """Whether the signs begin two variables or commands instead of enclosing a formula.

    `before` is the character before the first sign, `after` the text after the second.
    """
    if "\\" in content:
        return False
    if before in {"@", "%"} or content.count('"') % 2 or not _is_balanced(content):
        return True  # `@$ref and %$ref`, `"$a" and "$b"`, `$(file "$name")`
    if _NAME_AND_JOIN.match(content) or _QUOTED.match(content) or _PROSE.match(content):
        return True
    if not _NEXT_NAME.match(after) or _ENDING.match(after):
        return False
    return bool(_LONG_NAME.match(content) or (_CAPITAL.match(content) and after[0].isupper()))


def is_doubtful(content: str) -> bool:
    """Whether a formula may be a mere word between two signs: nothing in it is math."""
    return len(content) > 1 and content.isalpha() and content.isascii()


def _is_balanced(content: str) -> bool:
    """Whether as many brackets open as close, of any kind, because intervals can be half open."""
    return sum(map(content.count, "([{")) == sum(map(content.count, ")]}"))

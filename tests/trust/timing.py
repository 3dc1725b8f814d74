"""How time grows with the length of a text: measured at n, 2n and 4n."""

import signal
import time
from collections.abc import Callable
from functools import partial
from types import FrameType

# What makes a text grow: each piece is repeated, with each opening before it.
PIECES = (
    *(
        "a",
        "a ",
        " ",
        "\n",
        " \n",
        "\t",
        "a\n",
        ":",
        "::",
        "1",
        "1:",
        "1.",
        "_",
        "-",
        "--",
        "=",
        "==",
        "*",
        "**",
        "~",
    ),
    *(
        "\\",
        "\\\\",
        "\\\n",
        "'",
        '"',
        '"""',
        "'''",
        "`",
        "``",
        "${",
        "#{",
        "$",
        "$$",
        "{",
        "{{",
        "{%",
        "<%",
        "(",
        "[",
        "[[",
    ),
    *(
        "<",
        "</",
        "<a",
        "<!",
        "<!--",
        "<?",
        "&",
        "&#",
        "//",
        "/*",
        "/**",
        "(*",
        "{-",
        "--[[",
        "#",
        "@",
        "@a(",
        "%",
        "%(",
        "?",
    ),
    *(
        "!",
        "|",
        "||",
        ";",
        ",",
        ">",
        "a.",
        "a,",
        "a(",
        "a[",
        "a<",
        "a::",
        "a=",
        "a='",
        "\\a",
        "\\'",
        '\\"',
        "s{",
        "<<a",
        "é",
        "\\[",
        "\\(",
        "\\[a]\n",
        "x<br>",
        "![",
        "](",
        "**a",
        "A. x\n",
        "Answer:\n",
    ),
)
_NOTHING = 0.03
"""Seconds that say nothing of growth."""
_LONGEST = 1.0
_LINEAR = 9.0
"""A quarter of a text takes a quarter of the time, with room for noise; a square takes 16 times."""
CLOSING = "\x01x"
"""What fits no expression: only where the end fails does `\\s+$` try each place."""
OPENINGS = (
    "",
    '"',
    "'",
    "/*",
    "<",
    "(",
    "{",
    "[",
    "a",
    "`",
    "$",
    "\\",
    "#",
    "@",
    "//",
    "<<a\n",
    "r'",
    'f"{',
    "&",
    " ",
)


class TooLongError(Exception):
    """What was measured takes longer than it may."""


def seconds(work: Callable[[], object], most: float) -> float:
    """The CPU seconds that `work` takes; raises TooLongError after `most` of them.

    A regular expression of the main thread is broken off too.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    start = time.process_time()
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - start


def growth(
    work: Callable[[str], object], opening: str, piece: str, size: int, closing: str = ""
) -> str | None:
    """What is wrong with the time that `work` takes of a text; None where it grows like the text.

    The text is `opening`, as often `piece` as makes `size` characters, and `closing`. Where that
    takes no time worth a word it is fine; else it is compared with a half and a quarter of it.
    """
    name = f"{opening!r}, {piece!r} and {closing!r}"
    took = []
    try:
        for share in (1, 2, 4):
            text = opening + piece * (size // share // len(piece)) + closing
            took.append(min(seconds(partial(work, text), _LONGEST) for _ in range(1 + (share > 1))))
            if took[0] < _NOTHING:
                return None
        whole = opening + piece * (size // len(piece)) + closing
        took[0] = min(took[0], seconds(partial(work, whole), 2.0))
    except TooLongError:
        return f"{name}: more than {_LONGEST} s at {size // share:,} characters"
    if took[0] > _LINEAR * took[2]:
        return f"{name}: {', '.join(f'{each * 1000:.1f}' for each in reversed(took))} ms"
    return None

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


def growth(work: Callable[[str], object], piece: str, opening: str, size: int) -> str | None:
    """What is wrong with the time that `work` takes of a text; None where it grows like the text.

    The text is `opening` and as many times `piece` as make `size` characters, then twice, and four
    times as many.
    """
    took = []
    for factor in (1, 2, 4):
        text = opening + piece * (size * factor // len(piece))
        try:
            took.append(min(seconds(partial(work, text), 2.0) for _ in range(2)))
        except TooLongError:
            return f"{opening!r} and {piece!r}: more than 2 s at {size * factor:,} characters"
    noise = 0.004
    if took[2] > noise and took[2] > 8 * max(took[0], noise / 8):
        return f"{opening!r} and {piece!r}: {', '.join(f'{each * 1000:.1f}' for each in took)} ms"
    return None

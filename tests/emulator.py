"""A terminal that tests can read: what a program wrote, as the lines that a person sees."""

import pyte

_ALTERNATE = 1049


class Emulator:
    """A screen of `columns` by `rows` that is written to as a file is."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""

    def write(self, text: str) -> int:
        """Take in text as a terminal does; a change of screens, new to pyte, clears this one."""
        self.raw += text
        for mode in ("h", "l"):
            text = text.replace(f"\x1b[?{_ALTERNATE}{mode}", "\x1b[2J\x1b[H")
        self._stream.feed(text.replace("\n", "\r\n"))  # as the line discipline does
        return len(text)

    def flush(self) -> None:
        """Do nothing: all is shown at once."""

    def isatty(self) -> bool:
        """Say yes to who wants to write in colours."""
        return True

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as a person does with the mouse."""
        self._screen.resize(lines=rows, columns=columns)

    @property
    def lines(self) -> list[str]:
        """The rows from top to bottom, without what is blank at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The rows as one text."""
        return "\n".join(self.lines).rstrip()

    @property
    def cursor_hidden(self) -> bool:
        """Whether no cursor is shown."""
        return bool(self._screen.cursor.hidden)

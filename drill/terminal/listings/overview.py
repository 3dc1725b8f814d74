"""Decks or tags on a terminal, one line each."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.reporting.humanize import counted, percent
from drill.reporting.overview import Overview
from drill.terminal.console import glyphs
from drill.terminal.layout import cut
from drill.terminal.session.summary import coverage_style
from drill.text import printable

_BAR = 10
_WIDE = 70  # columns: the least width for bar, self-rating and title beside an id
_WIDEST = 100  # columns: the least width for a bar and a self-rating
_FIGURES = 15
"""Columns of the figures beside each id: number of questions and coverage."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of decks or tags; shipped decks are labelled."""

    rows: Sequence[Overview]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Id, number of questions, coverage; on a wide screen also a bar and the title."""
        signs, width = glyphs(console), options.max_width
        widest = max(cell_len(printable(row.id)) for row in self.rows)
        is_wide = width >= _WIDE
        rates = is_wide and any(row.self_rated is not None for row in self.rows)
        bars = _BAR if is_wide and (width >= _WIDEST or not rates) else 0
        column = min(widest, width - _FIGURES - (_BAR + _FIGURES if is_wide else 0))
        for row in self.rows:
            name = cut(Text(printable(row.id)), column, signs.ellipsis)
            line = Text.assemble((name.plain, "bold"), " " * (column - name.cell_len))
            line.append(f" {row.questions:>6,} ")
            share = row.coverage
            bar = signs.filled(share or 0.0, bars)
            line.append(bar, coverage_style(share or 0.0) if share is not None else "dim")
            line.append(
                f" {'new' if not row.asked else '' if share is None else percent(share):>5}"
            )
            if rates:
                rated = "" if row.self_rated is None else f"self-rated {percent(row.self_rated)}"
                line.append(f"  {rated:<15}", "dim")
            if is_wide:
                example = Text("  example" if row.example else "", "dim")
                line.append(f"  {printable(row.title)}")
                line = cut(line, width - example.cell_len, signs.ellipsis)
                line.pad_right(width - example.cell_len - line.cell_len if row.example else 0)
                line.append_text(example)
            yield cut(line, width, signs.ellipsis)
        total = sum(row.questions for row in self.rows)
        asked = sum(row.asked for row in self.rows)
        yield ""
        yield Text(f"{counted(total, 'question')} {signs.dot} {asked:,} asked", "dim")

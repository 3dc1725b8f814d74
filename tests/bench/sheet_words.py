"""What two A4 pages carry of 400 imported questions: `python -m tests.bench.sheet_words`.

For each large document of the corpus: the questions on the pages; the words of their points, of
code (of prompts and answers) and of titles, each as far as they stand on the pages; all words that
poppler reads there; and how far down the emptiest column goes. The parts are counted low: a line of
code once, no point that poppler reads across the code beside it, and no right-to-left text.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from drill.exporters.cheatsheet.content import Depth, sheet
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.pdf import fitted
from drill.importer import import_document
from drill.markdown import markup
from drill.model import Entry
from drill.reporting.sheet_ranking import Carried, Rank, Tier
from drill.workspace.draft_workers import DraftWorkers
from drill.workspace.key_points import with_drafts
from tests.exporters.boxes import pages
from tests.importer.corpus import DOCUMENTS

_MOST = 400
_LEAST = 100
_PAGES = 2
_MARGIN = 26.0
_FENCED = re.compile(r"^```.*\n([^`]+)^```", re.MULTILINE)
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def main() -> None:
    """Print a line for each document."""
    heads = "".join(f"{head:>8}" for head in ("asked", "on it", "points", "code", "titles", "all"))
    print(f"{'document':20}{heads}{'least column':>14}")
    for path in DOCUMENTS:
        if path.name.startswith("neg-"):  # no questions
            continue
        deck = import_document(path.read_bytes(), path.name).deck
        if deck is None or len(deck.questions) < _LEAST:
            continue
        deck = with_drafts(deck, None, DraftWorkers(), lambda *_: None)
        entries = tuple(
            Entry(
                deck.id, deck.title, question, (*question.tags, *deck.tags), path.name, 1, deck.lang
            )
            for question in deck.questions[:_MOST]
        )
        ranks = {entry.key: Rank(Tier.REST) for entry in entries}
        made = sheet(
            Carried(entries, {}, {}, ranks),
            depth=Depth.POINTS,
            selection=path.name,
            made=date(2026, 11, 24),
        )
        filled = fitted(made, Form(), _PAGES, lambda: None, numbered=made.says_nothing)
        placed = pages(filled.pdf.content)
        text = _letters("".join(word.text for word in placed.words))
        points = _printed((point.text for card in made.cards for point in card.points), text)
        titles = _printed((card.title for card in made.cards), text)
        blocks = (block for card in made.cards for block in (card.question, card.code))
        code = sum(len(each.split()) for each in set(_code(blocks)) if _letters(each) in text)
        figures = (len(entries), filled.carried, points, code, titles, len(placed.words))
        least = min(placed.fullness(_MARGIN, 2, 60))
        print(f"{path.stem:20}{''.join(f'{figure:8,}' for figure in figures)}{least:14.0%}")


def _code(texts: Iterable[str]) -> list[str]:
    """The lines of code in Markdown."""
    blocks = (block for text in texts for block in _FENCED.findall(text))
    return [line for block in blocks for line in block.splitlines() if _letters(line)]


def _printed(texts: Iterable[str], page: str) -> int:
    """How many words of the texts stand on the page; two signs without spaces are a word."""
    count = 0
    for text in dict.fromkeys(texts):
        plain = markup.plain(text)
        if (letters := _letters(plain)) and letters in page:
            dense = len(_DENSE.findall(plain))
            count += len(_DENSE.sub(" ", plain).split()) + dense // 2
    return count


def _letters(text: str) -> str:
    """The letters and digits alone, whatever lines, hyphens and marks stand between them."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


if __name__ == "__main__":
    main()

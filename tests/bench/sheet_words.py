"""What two A4 pages carry of 400 imported questions: `python -m tests.bench.sheet_words`.

For each large document of the corpus: the questions on the pages, the words of their points and of
their titles, and how far down the emptiest column goes.
"""

from collections import Counter
from datetime import date

from drill.exporters.cheatsheet.content import Depth, sheet
from drill.exporters.cheatsheet.pdf import Form, fitted
from drill.importer import import_document
from drill.markdown import markup
from drill.model import Entry
from drill.reporting.sheet_ranking import Carried, Rank, Tier
from tests.exporters.boxes import pages
from tests.importer.corpus import DOCUMENTS

_MOST = 400
_LEAST = 100
_PAGES = 2
_MARGIN = 26.0


def main() -> None:
    """Print a line for each document."""
    print(f"{'document':28}{'asked':>6}{'on it':>6}{'points':>8}{'titles':>8}{'least column':>14}")
    for path in DOCUMENTS:
        if path.name.startswith("neg-"):  # no questions
            continue
        found = import_document(path.read_bytes(), path.name).deck
        if found is None or len(found.questions) < _LEAST:
            continue
        entries = tuple(
            Entry(found.id, found.title, each, (*each.tags, *found.tags), path.name, 1)
            for each in found.questions[:_MOST]
        )
        ranks = {entry.key: Rank(Tier.REST) for entry in entries}
        made = sheet(
            Carried(entries, {}, {}, ranks),
            depth=Depth.POINTS,
            selection=path.name,
            made=date(2026, 11, 24),
        )
        done = fitted(made, Form(), _PAGES, lambda: None, numbered=False)
        placed = pages(done.pdf.content)
        words = Counter(word.text for word in placed.words)
        points = _shown([point.text for card in made.cards for point in card.points], words)
        titles = _shown([card.title for card in made.cards], words)
        least = min(placed.fullness(_MARGIN, 2, 60))
        print(f"{path.stem:28}{len(entries):6}{done.carried:6}{points:8}{titles:8}{least:14.0%}")


def _shown(texts: list[str], words: Counter[str]) -> int:
    """How many words of the texts are among `words`, which they are taken out of."""
    found = 0
    for text in texts:
        own = markup.plain(text).split()
        here = [word for word in own if words[word] > 0]
        if len(here) > len(own) / 2:
            found += len(here)
            words.subtract(here)
    return found


if __name__ == "__main__":
    main()

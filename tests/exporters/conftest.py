"""What tests of exports share: two decks whose text tries to break out, and what is known of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import pytest

from drill.exporters.cheatsheet.content import Depth, Sheet, sheet
from drill.model import Entry, KeyPoint, Knowledge, Option, Question
from drill.reporting.sheet_ranking import Carried, Miss, rank
from tests.builders import entry

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOSTILE = """\
# Not the page's heading

</details> </article> <script>alert(1)</script> <img src=x onerror=alert(2)> #panic("x")

| a | b |
|---|---|
| `x|y` | $p$ |

```
</script> ```` #read("/etc/passwd")
line = "of code that is a good deal longer than a telephone is wide, and is not to be broken"
```

- ![tracker](http://example.org/pixel.png) [run](javascript:alert(3)) [site](http://example.org)

$$\\text{" read("y") </details>} < \\frac{1}{2}$$

Broken $\\frac{1}{$ and a line

\\# that is no heading
"""


def question(name: str, *points: KeyPoint, notes: str | None = None) -> Question:
    return Question(name, f"What is {name}?", f"The answer of {name}: $x_i$.", points, notes=notes)


ENTRIES = [
    entry(each, *tags, deck="basics")
    for each, tags in [
        (question("dropout", KeyPoint("drops $p$"), KeyPoint("slow", bonus=True)), ("training",)),
        (
            question("epochs", KeyPoint("a pass"), KeyPoint("many"), notes="See *there*."),
            ("training",),
        ),
        (question("resnet", KeyPoint("skips")), ("deep-nets",)),
        (Question("hostile", "Hostile </h3> # `t`\n\n> quote", HOSTILE), ("deep-nets",)),
    ]
]
CHOICE = Entry(
    "basics",
    "Basics",
    Question(
        "choice",
        "Which two?\n\n    Of `these`.",
        "They are even. Not odd.",
        options=(
            Option("one"),
            Option("two $x^2$", correct=True),
            Option("three\n\n    four", correct=True),
        ),
    ),
    (),
    "basics.yaml",
    9,
)
KNOWN = {
    "basics/epochs": Knowledge(2, 0.2, NOW, 50, ("many",)),
    "basics/resnet": Knowledge(1, 0.4, NOW, 95, ("skips",)),
    "basics/dropout": Knowledge(1, 1.0, NOW, 75),
}


def no_step() -> None:
    """Nobody watches the progress of a test."""


@pytest.fixture
def sheet_of() -> Callable[..., Sheet]:
    """A sheet of the entries above, or of others, by depth."""

    def made(
        depth: Depth = Depth.POINTS,
        entries: Sequence[Entry] = ENTRIES,
        known: Mapping[str, Knowledge] = {},
    ) -> Sheet:
        carried = carried_of(entries, known)
        if depth is Depth.MISSED:
            carried = carried.only_missed()
        command = "drill export cheatsheet -o all.pdf"
        return sheet(
            carried, depth=depth, selection="basics", made=date(2026, 11, 24), command=command
        )

    return made


def carried_of(entries: Sequence[Entry], known: Mapping[str, Knowledge]) -> Carried:
    """The entries ranked; what is known to have been missed was missed in each attempt."""
    missed = {
        key: {text: Miss(each.attempts, each.attempts, each.last) for text in each.missed}
        for key, each in known.items()
    }
    ranks = {
        entry.key: rank(entry.question, known.get(entry.key), missed.get(entry.key, {}), 0.9)
        for entry in entries
    }
    return Carried(tuple(entries), known, missed, ranks)

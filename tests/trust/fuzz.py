"""Hostile decks by the thousand: made to be read, or made of bytes that were decks once."""

from pathlib import Path

from hypothesis import strategies as st

from drill.decks import write_deck
from drill.model import Deck, Difficulty, KeyPoint, Question, Source
from tests.trust import hostile

FINDINGS = Path(__file__).parent / "findings"

_TOKENS = (
    "\n \n\n \n    \n\t§#§##§>§> §-§- §1. §+§*§**§_§__§~~§`§``§```§~~~§[§]§(§)§](§![§<§>§!§&§;§"
    "$§$$§\\§\\(§\\)§\\[§\\]§{§}§^§_§%§&#27;§&#x202e;§&#0;§&amp;§&lt;script&gt;§<b>§</p>§<!--§"
    "<http://a.example>§[a]: x§[a]§http://a.example§javascript:x§data:image/png;base64,AA==§"
    "\\frac{1}{2}§\\sqrt{x}§\\left(§\\right)§\\text{a}§\\begin{matrix}§\\end{matrix}§"
    "\\def\\a{b}§\\a§\\hat x§\\sum_i^n§&§\\\\§\\href{javascript:x}{y}§\\%§[sound:a.mp3]§"
    "[latex]§{{c1::a}}§[red]§[/red]§[/]§=1+1§＝1§@a§#panic()§a§b§word§é§字§😀§́§\u202e§\u2066§"
    "\u200b§\u200d\u200d§️§\xa0§\x85§\u2028§\U000e0041§\ue000§---§===§:-:§x§y§0§9§|§|\n§"
    "|-|-|\n§ | "
).split("§")
_text = st.lists(st.sampled_from(_TOKENS) | st.text(max_size=5), min_size=1, max_size=30).map(
    "".join
)
_line = _text.map(lambda text: " ".join(text.split())[:80])
_id = st.from_regex(r"[a-z0-9字é]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)

_question = st.builds(
    Question,
    id=_id,
    text=_text,
    answer=st.none() | _text,
    key_points=st.lists(
        st.builds(KeyPoint, _text, st.booleans(), st.lists(_line, max_size=2).map(tuple)),
        max_size=3,
    ).map(tuple),
    hint=st.none() | _text,
    follow_ups=st.lists(_text, max_size=2).map(tuple),
    notes=st.none() | _text,
    tags=st.lists(_line, max_size=2).map(tuple),
    difficulty=st.none() | st.sampled_from(Difficulty),
    extra=st.dictionaries(st.just("x-a"), _text | st.lists(_text, max_size=2), max_size=1),
)
_deck = st.builds(
    Deck,
    id=_id,
    title=_line,
    questions=st.lists(_question, min_size=1, max_size=4).map(tuple),
    tags=st.lists(_line, max_size=2).map(tuple),
    source=st.none() | st.builds(Source, _line, st.just("0" * 64)),
)
structured = _deck.map(lambda deck: write_deck(deck).encode(errors="replace"))
"""Decks that keep to the format, or nearly, with any text in them."""

_PARENTS = [hostile.GOOD.encode(), hostile.texts().encode()] + [
    file.holds.encode()
    for file in hostile.FILES
    if isinstance(file.holds, str) and len(file.holds) < 5_000
]
_INSERTED = (
    "\n§\t§  §: §- §? §[§]§{§}§,§&a §*a §!!str §!x §<<: *a§'§\"§\\§#§ #§%§@§`§>§>-§>2\n§---\n§"
    '...\n§x-a: 1§null§~§yes§"\\x1b"§"\\ud800"§"\\UFFFFFFFF"§\ufeff§\x00§\x85§\u2028§é§😀§'
    "|§|\n§|9+\n"
).split("§")
_edit = st.tuples(
    st.sampled_from(("insert", "drop", "double", "replace")),
    st.floats(0, 1),
    st.integers(1, 40),
    st.sampled_from([each.encode() for each in _INSERTED]) | st.binary(max_size=4),
)


def _edited(parent: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, share, length, new in edits:
        start = int(share * len(parent))
        end = start + (0 if kind == "insert" else length)
        middle = parent[start:end] * 2 if kind == "double" else b"" if kind == "drop" else new
        parent = parent[:start] + middle + parent[end:]
    return parent


mutated = st.builds(_edited, st.sampled_from(_PARENTS), st.lists(_edit, min_size=1, max_size=6))
"""Files that were decks once."""

"""The content of a cheat sheet and its order, independent of the format."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from drill.exporters.options import right_options, shown_options
from drill.markdown import markup
from drill.markdown.extract import extract, shortened_body
from drill.markdown.language import language
from drill.model import Entry, Knowledge, Option, Question
from drill.reporting.humanize import percent
from drill.reporting.sheet_ranking import Carried, Miss, Rank, Tier, is_missed, places
from drill.text import printable, tag_of

MISSED_TOPIC = "What you missed"
_MOST_REASONS = 3  # of a multiple choice
_UNASKED = Rank(Tier.REST)


class Depth(StrEnum):
    """The amount of content for each question of the sheet."""

    POINTS = "points"
    MISSED = "missed"
    FULL = "full"
    TITLES = "titles"
    BLANK = "blank"


_MARKED = frozenset((Depth.POINTS, Depth.MISSED, Depth.FULL))
"""The sheets that show what was missed."""


class Standing(StrEnum):
    """The last result of a key point: never asked, missed (or partly said), or said."""

    FRESH = "fresh"
    MISSED = "missed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Point:
    """One key point, Markdown; `often` says how often it was missed, empty for never.

    `right` marks an option that is correct.
    """

    text: str
    bonus: bool = False
    standing: Standing = Standing.FRESH
    often: str = ""
    right: bool = False

    @property
    def missed(self) -> bool:
        """Whether the last attempt missed it or said it partly."""
        return self.standing is Standing.MISSED

    @property
    def known(self) -> bool:
        """Whether the last attempt said it."""
        return self.standing is Standing.KNOWN


@dataclass(frozen=True, slots=True)
class Card:
    """One question of the sheet, in Markdown; empty parts are not printed.

    `question` is the text after the title. `options` are shown unmarked below it, `folded_options`
    only if the answer is folded away. `formula` and `code` are blocks from the answer; `blanks` is
    the number of empty lines to write on. `deck` is the deck's title if the sheet has several decks
    and no heading names it; `rated` is the last self-rating, in words. `rank` orders the cards if
    space is limited; equal ranks go by `place`, 0 to 1 from the first to the last question of a
    deck, so that every deck gets its share.
    """

    title: str
    question: str = ""
    options: tuple[Option, ...] = ()
    folded_options: tuple[Option, ...] = ()
    answer: str = ""
    points: tuple[Point, ...] = ()
    formula: str = ""
    code: str = ""
    notes: str = ""
    blanks: int = 0
    deck: str = ""
    rated: str = ""
    lang: str = "en"
    rank: Rank = _UNASKED
    place: float = 0.0

    @property
    def aside(self) -> str:
        """The words beside the title, plain text."""
        return " · ".join(filter(None, (self.deck, self.rated)))


@dataclass(frozen=True, slots=True)
class Topic:
    """The cards of one topic under its name; `deck` as in a card."""

    name: str
    cards: tuple[Card, ...]
    deck: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cheat sheet; `selection` describes the questions in words, `lang` is their language.

    `command` prints the whole sheet. A sheet of one topic has no heading for it.
    """

    title: str
    topics: tuple[Topic, ...]
    selection: str
    made: date
    command: str = ""
    lang: str = "en"

    @property
    def cards(self) -> list[Card]:
        """All cards, in order."""
        return [card for topic in self.topics for card in topic.cards]

    @property
    def headed(self) -> bool:
        """Whether the topics have headings."""
        return len(self.topics) > 1

    @property
    def has_answers(self) -> bool:
        """Whether any card shows a whole answer."""
        return any(card.answer for card in self.cards)

    @property
    def says_nothing(self) -> bool:
        """Whether no card has anything below its question."""
        return not any(
            card.answer or card.points or card.formula or card.code or card.notes or card.blanks
            for card in self.cards
        )

    @property
    def marks_missed(self) -> bool:
        """Whether any key point is marked as missed."""
        return any(point.missed for card in self.cards for point in card.points)

    @property
    def footer(self) -> str:
        """The footer of every page: the date and the selection, plain text."""
        return f"{self.made:%Y-%m-%d} · {self.selection}"


def sheet(
    carried: Carried, *, depth: Depth, selection: str, made: date, command: str = ""
) -> Sheet:
    """The cards of `carried`: missed questions by rank, then topics in the order of the decks."""
    entries = carried.entries
    titles = list(dict.fromkeys(entry.deck_title for entry in entries))
    is_mixed = len(titles) > 1
    languages = _languages(entries)
    place_of = places(entries)

    def card(entry: Entry, *, named: bool) -> Card:
        made_of = _card(entry, depth, carried.known.get(entry.key), carried.missed_of(entry.key))
        return replace(
            made_of,
            deck=markup.plain(entry.deck_title) if named else "",
            rated=_self_rating(carried.known.get(entry.key)) if depth in _MARKED else "",
            lang=languages[entry.deck],
            rank=carried.ranks[entry.key],
            place=place_of[entry.key],
        )

    first = [entry for entry in entries if _is_missed(entry, carried)]
    first.sort(key=lambda entry: carried.ranks[entry.key])
    topics = []
    if first:
        decks = {entry.deck_title for entry in first}
        above = markup.plain(first[0].deck_title) if is_mixed and len(decks) == 1 else ""
        cards = tuple(card(entry, named=len(decks) > 1) for entry in first)
        topics.append(Topic(MISSED_TOPIC, cards, above))
    gone = {entry.key for entry in first}
    groups: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.key not in gone:
            groups[entry.deck_title, entry.topic].append(entry)
    spellings = _spellings(entries)
    for (deck, topic), members in groups.items():
        title = markup.plain(deck)
        own = {tag_of(name): name for name in reversed(members[0].topics)}
        name = title if topic == members[0].deck else own.get(topic) or _heading(topic, spellings)
        above = title if is_mixed and name != title else ""
        cards = tuple(card(entry, named=False) for entry in members)
        topics.append(Topic(name, cards, above))
    title = "Cheat sheet" if is_mixed else markup.plain(titles[0])
    common = Counter(languages[entry.deck] for entry in entries).most_common(1)[0][0]
    return Sheet(title, tuple(topics), selection, made, command, common)


def _languages(entries: Iterable[Entry]) -> dict[str, str]:
    """The language of each deck: the one it declares, else the one detected from its questions."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    said: dict[str, str] = {}
    for entry in entries:
        if entry.lang:
            said[entry.deck] = entry.lang
        texts[entry.deck].append(f"{entry.question.text}\n{entry.question.answer or ''}")
    return {deck: said.get(deck) or language("\n".join(parts)) for deck, parts in texts.items()}


def _spellings(entries: Iterable[Entry]) -> dict[str, str]:
    """The decks' spelling of words that they never write in lower case, such as LLM for `llm`.

    Ignores capitals at the beginning of a title or after another capitalised word.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    titles = dict.fromkeys(entry.deck_title for entry in entries)
    for text in chain(titles, (entry.question.title for entry in entries)):
        before = ""
        for word in text.replace("-", " ").split():
            bare = word.strip("*_`()[]?!.,:;\"'")
            is_name = bare[1:] != bare[1:].lower() or before.islower()
            if bare.isalnum() and (is_name or bare == bare.lower()):
                counts[bare.lower()][bare] += 1
            before = word
    return {word: seen.most_common(1)[0][0] for word, seen in counts.items() if word not in seen}


def _heading(tag: str, spellings: Mapping[str, str]) -> str:
    """A tag as a heading in the decks' own spelling: `computer-vision` is Computer vision."""
    words = [spellings.get(word, word) for word in printable(tag).split("-")]
    text = " ".join(words)
    return text if words[0] != words[0].lower() else text[:1].upper() + text[1:]


def _self_rating(knowledge: Knowledge | None) -> str:
    """The last result if it was a self-rating: without key points, nothing else shows it."""
    if knowledge is None or not knowledge.self_rated:
        return ""
    return f"self-rated {percent(knowledge.coverage)}"


def _is_missed(entry: Entry, carried: Carried) -> bool:
    return is_missed(entry.question, carried.known.get(entry.key), carried.missed_of(entry.key))


def _card(
    entry: Entry, depth: Depth, knowledge: Knowledge | None, missed: Mapping[str, Miss]
) -> Card:
    """The card of a question at the given depth."""
    question = entry.question
    title, _, rest = question.text.lstrip().partition("\n")
    rest = rest.strip("\n")
    points = _points(question, knowledge, missed)
    marked = tuple(point for point in points if point.missed)
    if depth is Depth.FULL:
        return Card(
            title,
            rest,
            shown_options(entry),
            answer=question.shown_answer or "",
            points=(*_right(question), *marked),
            notes=question.notes or "",
        )
    card = Card(title, shortened_body(rest))
    if depth is Depth.TITLES:
        return replace(card, options=shown_options(entry))
    if depth is Depth.BLANK:
        lines = 1 if question.options else max(3, len(points))
        return replace(card, options=shown_options(entry), blanks=lines)
    card = replace(card, folded_options=shown_options(entry))
    if depth is Depth.MISSED and marked:
        return replace(card, points=marked)
    extracted = extract(question.shown_answer or "")
    if not points:
        said = extracted.points[:_MOST_REASONS] if question.options else extracted.points
        points = [*_right(question), *map(Point, said)]
    shown = "\n".join(point.text for point in points)
    formula = "" if extracted.formula.strip("$\n") in shown else extracted.formula
    return replace(card, points=tuple(points), formula=formula, code=extracted.code)


def _points(
    question: Question, knowledge: Knowledge | None, missed: Mapping[str, Miss]
) -> list[Point]:
    """The key points, core before bonus."""

    def point(text: str, bonus: bool) -> Point:
        if text in missed:
            miss = missed[text]
            often = f"{miss.missed} of {miss.times}" if miss.times > 1 else ""
            return Point(text, bonus, Standing.MISSED, often)
        is_known = knowledge is not None and not knowledge.self_rated
        return Point(text, bonus, Standing.KNOWN if is_known else Standing.FRESH)

    made = [point(key_point.text, key_point.bonus) for key_point in question.key_points]
    return sorted(made, key=lambda point: point.bonus)


def _right(question: Question) -> list[Point]:
    return [Point(text, right=True) for text in right_options(question)]

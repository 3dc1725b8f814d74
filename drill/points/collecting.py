"""Gathers the facts of an answer, block by block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Unpack

from drill.points.atoms import Atoms
from drill.points.blocks import Block, Kind
from drill.points.content import overlap, stems
from drill.points.facts import Fact, Flags, Origin, Place
from drill.points.labels import (
    has_name,
    is_run_of_labels,
    labelled,
    named,
    split_label,
    with_colon,
    word_count,
)
from drill.points.languages import Language
from drill.points.lists import continued, is_tiny, joined, with_code, without_statements
from drill.points.noise import (
    is_announcement,
    is_example,
    is_illustration,
    is_outside,
    is_run_in,
    is_task,
)
from drill.points.openings import (
    Opening,
    capitalised,
    is_homeless,
    lower_start,
    resolve_opening,
    strip_openers,
    subject_of,
)
from drill.points.outline import BRACKET, Outline
from drill.points.ranking import MOST
from drill.points.rows import row_texts
from drill.points.section_names import is_named, owner_of
from drill.points.sentences import sentences
from drill.points.shortening import LIMIT, trimmed
from drill.points.splitting import halves
from drill.points.verbs import has_verb

_GERUND = re.compile(r"[A-Z][a-z]+ing ")  # "Using the file system:" is a title
_ASKS = re.compile(r"[?？][\s:：—–-]*$")
_NAME_MEAN = 2.0  # words; names shorter than this are not points of their own
_NAME_WORDS = 5  # a shorter lead-in only names what follows


@dataclass(slots=True)
class Collector:
    """Gathers the facts of `blocks` for a question whose stems are the `topic`.

    `everything` keeps poor proposals too, for a person to choose from.
    """

    blocks: list[Block]
    kept: list[Block]
    language: Language
    atoms: Atoms
    topic: Sequence[str]
    everything: bool = False
    facts: list[Fact] = field(default_factory=list)
    _done: set[int] = field(default_factory=set)
    _outline: Outline = field(init=False)
    _subject: str = ""
    _story: bool = False
    _contrasts: bool = False  # the sentence before has two subjects

    def __post_init__(self) -> None:
        self._outline = Outline(self.blocks, self.kept, self.language)

    def collect(self) -> list[Fact]:
        """The facts of the blocks `kept`, in their order."""
        for block in self.kept:
            if block.place in self._done:
                continue
            match block.kind:
                case Kind.ROW:
                    for text in row_texts(block, self.topic, self.atoms, self.language, LIMIT):
                        self._add(text, Place(block, Origin.ROW))
                case Kind.ITEM:
                    self._item(block)
                case Kind.PARAGRAPH:
                    if block.place and self.blocks[block.place - 1].list_id:
                        self._subject = ""  # "they" are all items, not the last one
                    self._sentences(block, Origin.SENTENCE)
                case Kind.HEADING:
                    self._subject, self._story = "", False
        return self.facts

    def _add(
        self, text: str, place: Place, *, nth: int = 0, label: str = "", **flags: Unpack[Flags]
    ) -> None:
        text = trimmed(text)
        if text and (self.everything or not is_homeless(text)):
            at, block = len(self.facts), place.block.place
            fact = Fact(text, place.origin, at, block, nth, label, aside=place.aside, **flags)
            self.facts.append(fact)

    def _item(self, block: Block) -> None:
        siblings = self._outline.items[block.list_id]
        if block is siblings[0] and not self.everything:
            self._continue(self._outline.open_heading(block), siblings)
            if block.place not in self._done:
                self._join(block.section, block.lead, siblings)
            if block.place in self._done:
                return
        self._sentences(block, Origin.ITEM)

    def _join(
        self, section: int | None, lead: int | None, items: Sequence[Block], said: str = ""
    ) -> bool:
        """Joins a list of names into one or two points; False if its items say more."""
        items = without_statements(items)
        texts = [item.text for item in items]
        if not is_tiny(texts) or any(self._outline.children(item) for item in items):
            return False
        title = self._outline.title(section, lead)
        title = said if title and said else title
        is_answer = self._outline.is_the_answer(items)
        if not title and is_answer and not is_tiny(texts, _NAME_MEAN):
            return False
        if any(is_named(kind, title) for kind in ("key", "note")):
            return False
        parts = joined(title, texts, self.atoms, self.language, LIMIT)
        if (is_answer and len(items) <= MOST) or not (parts or is_answer):
            return False  # names that need more points than there are would be chosen at random
        for part in parts:
            self._add(part, Place(items[0], Origin.JOINED))
        self._done.update(item.place for item in items)
        return True

    def _sentences(self, block: Block, origin: Origin) -> None:
        is_item = origin is Origin.ITEM
        if is_item and block.starts_item:
            self._subject = ""
        self._subject = owner_of(block.text) or self._subject
        label, text = split_label(block.text, block.opening, is_item, self.language)
        if not self.everything and self._outline.is_only_a_name(block, label):
            return
        aside = block.quoted or (bool(label) and is_named("optional", label))
        head = block.text[: len(block.text) - len(text)]
        is_discourse = self.language.find("opener").fullmatch(f"{label}, ")
        if is_discourse or is_named("note", label) or _ASKS.search(head):
            label = ""
        heads = not is_item and "\n" in head
        if label:
            owner = self._outline.owner(label, block) if is_item else ""
            self._subject = "" if heads or "=" in label else owner or label
            label = f"{owner}, {lower_start(label)}" if owner else label
        defines = not is_item and self.language.find("copula").match(text) is not None
        prefix = "" if heads else label or self._outline.prefix(block, text, is_item)
        alone = Place(block, origin, aside=aside)
        place = Place(block, origin, prefix, "" if heads or defines else label, aside)
        self._story = self._story and not is_item
        parts = sentences(text, self.language)
        if not (is_item or label or self.everything) and is_illustration(parts[0], self.language):
            return
        # A question with text below it is a heading.
        asks = bool(place.label) and all(part.endswith(("?", "？")) for part in parts)
        is_run = bool(place.label) and is_run_of_labels(parts, self.language)
        for nth, sentence in enumerate(parts):
            own_label = not block.opening and split_label(sentence, 0, False, self.language)[0]
            if nth and (is_run or (own_label and not is_item)):
                place = alone
            if nth == len(parts) - 1 and sentence.endswith((":", "：")):
                self._lead_in(place, sentence, nth)
            elif asks:
                self._add(f"{prefix}{self.language.colon}{sentence}", place, label=prefix)
            elif nth and not self.everything and is_run_in(sentence, self.language):
                place = alone
            else:
                self._sentence(place, sentence, nth)
            if nth and place.label and has_name(sentence, self.language):
                place = alone

    def _sentence(self, place: Place, sentence: str, nth: int) -> None:
        whole, prefix = sentence, place.prefix if nth == 0 else ""
        if prefix == place.label and self.atoms.size(f"{prefix}: {trimmed(sentence)}") > LIMIT:
            prefix = self._outline.without_shared_ending(prefix, place.block)
        if prefix and is_example(sentence, self.language):
            sentence = self.language.find("example").sub("", sentence, count=1).lstrip(" ,，:：")
        elif self._is_dropped(sentence) or (
            not prefix and not self.everything and is_task(sentence)
        ):
            return
        sentence = self.language.find("cross_reference").sub("", sentence)
        sentence = strip_openers(sentence, self.language)
        parts = halves(sentence, self.atoms, self.language, LIMIT - len(prefix))
        block = place.block
        for part, half in parts:
            opening = self._resolved(part, place, opens_item=not (nth or half or prefix))
            if not half:
                subject = self._referent(part, opening)
                is_name = bool(prefix) and not is_named("valued", prefix)
                self._subject = subject if subject or opening.led or not is_name else prefix
            text = opening.text
            if nth and not self.language.code and not self._is_about(place, text):
                continue
            if prefix and not half:
                text = labelled(prefix, text, part, self.language)
                if self.atoms.size(text) > LIMIT:
                    text = with_colon(prefix, text, self.language)
            elif place.label and (nth or half):
                text = self._under(place.label, text, part)
            elif not place.label and not self.everything:
                text = self._under(self._outline.part(block), text, part)
            is_new = whole not in {text, f"{text}."}  # else it was asked above
            outside = opening.outside or (is_new and is_outside(text, self.language))
            if outside and not self.everything:
                continue
            led, continues = opening.led, opening.continues
            self._add(text, place, nth=nth, label=prefix, half=half, led=led, continues=continues)
        contrast = self.language.find("contrast").search(sentence)
        self._contrasts = contrast is not None and contrast[0] != ";"
        if self._contrasts:
            self._subject = ""  # "A is slow, whereas B is fast. It …"

    def _is_about(self, place: Place, text: str) -> bool:
        """Whether `text` shares a word with the question or its label: else it may be "they"."""
        above = stems(f"{place.label} {self._outline.heading(place.block)}", self.language)
        return self.everything or overlap(stems(text, self.language), [*self.topic, *above]) > 0

    def _referent(self, sentence: str, opening: Opening) -> str:
        """The referent of a pronoun in the next sentence; empty if it is the label."""
        if opening.continues:
            named = self.language.find("naming").fullmatch(trimmed(opening.text))
            if named:
                return named[1]
        kept = bool(self._subject) and opening.text.startswith(self._subject)
        dropped = opening.continues and not (opening.led or kept)
        if dropped or self.language.find("possessive").match(sentence):
            return self._subject
        return subject_of(opening.text, self.language)

    def _resolved(self, sentence: str, place: Place, *, opens_item: bool = False) -> Opening:
        block = place.block
        if opens_item and block.kind is Kind.ITEM and block.starts_item:
            sentence = strip_openers(sentence, self.language)
            if self.language.find("bare_verb").match(sentence):
                return Opening(capitalised(sentence))
        part = "" if place.label else self._outline.part(block)
        if part not in {"", self._subject} and self.language.find("bare_verb").match(sentence):
            return Opening(capitalised(sentence), continues=True)  # `part` goes before it
        title, first = self._outline.heading(block), block is self.kept[0] and not self._contrasts
        return resolve_opening(
            sentence, self._subject, self.topic, self.language, title=title, first=first
        )

    def _under(self, label: str, text: str, sentence: str) -> str:
        """`text`, with `label` before it if it does not say the label itself and both fit."""
        for name in (label, BRACKET.sub("", label)):
            whole = named(name, text, sentence, self.language)
            if self.atoms.size(trimmed(whole)) <= LIMIT:
                return whole
        return text

    def _is_dropped(self, sentence: str) -> bool:
        if not self.everything and is_example(sentence, self.language):
            self._story = self.language.find("vivid").match(sentence) is not None
            return True
        self._story = self._story and self.language.find("pronoun").match(sentence) is not None
        return not self.everything and (self._story or is_outside(sentence, self.language))

    def _lead_in(self, place: Place, sentence: str, nth: int) -> None:
        """Adds a sentence that ends in a colon: with the next blocks, alone, or not at all."""
        block, prefix = place.block, place.prefix if nth == 0 else ""
        text = self._resolved(sentence, place).text
        text = f"{prefix}{self.language.colon}{text}" if prefix else text
        if self.everything:
            self._add(text, place, nth=nth)
            return
        told = self.language.find("cross_reference").sub("", sentence)
        if is_named("example", sentence) or self._is_dropped(told):
            return
        children = self._outline.children(block)
        if (
            self._with_code(text, place, nth)
            or (children and self._join(None, block.place, children, trimmed(text)))
            or (children and self._continue(text, children))
        ):
            return
        is_open = self.language.find("open_end").search(trimmed(text)) is not None
        is_name = bool(block.opening) and not (prefix or has_verb(text, self.language))
        # Without rules for a language, any lead-in may be open; in Chinese, most verbs may.
        is_open = is_open or is_name or self.language.code == "zh"
        if not self.language.code or (children and is_open):
            return
        if is_announcement(sentence, self.language):
            text, count = self.language.find("follows").subn("", trimmed(text))
            if not count:
                return
        is_title = _GERUND.match(text) and not self.language.find("verb").search(text)
        if word_count(text) > _NAME_WORDS and not is_title:
            for part, half in halves(text, self.atoms, self.language, LIMIT):
                self._add(capitalised(part), place, nth=nth, announced=True, half=half)

    def _with_code(self, text: str, place: Place, nth: int) -> bool:
        """Joins a lead-in with the single line of code that follows it."""
        below = self.blocks[place.block.place + 1 : place.block.place + 2]
        code = below[0].code.strip() if below else ""
        whole = with_code(text, code, self.topic, self.atoms, self.language)
        if whole:
            self._add(whole, place, nth=nth)
        return bool(whole)

    def _continue(self, lead: str, items: Sequence[Block]) -> bool:
        """Joins an open lead-in with each of its items that fits, if most do."""
        joined_items = continued(lead, items, self.topic, self.atoms, self.language)
        for item, text in joined_items:
            self._add(text, Place(item, Origin.ITEM))
        if joined_items:
            self._done.update(item.place for item in items)
        return bool(joined_items)

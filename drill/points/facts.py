"""The facts of an answer: each a sentence, an item, a row or a joined list that could be a point."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from drill.points.atoms import Atoms
from drill.points.blocks import Block, Kind
from drill.points.labels import split_label, word_count
from drill.points.languages import Language
from drill.points.lists import is_tiny, joined, without_statements
from drill.points.names import bare, is_named
from drill.points.noise import is_announcement, is_example, is_outside
from drill.points.openings import (
    capitalised,
    is_homeless,
    lower_start,
    mend,
    strip_openers,
    subject_of,
)
from drill.points.rows import row_texts
from drill.points.sentences import sentences
from drill.points.shortening import LIMIT, trimmed
from drill.points.splitting import halves


class Origin(Enum):
    """What a fact was in the answer."""

    SENTENCE = auto()
    ITEM = auto()
    ROW = auto()
    JOINED = auto()


@dataclass(slots=True)
class Fact:
    """One candidate: masked text in point form, not yet short; `at` orders them.

    `nth`: which sentence of its block, from 0. The flags are reasons to prefer other facts:
    `led` by a pronoun, `continues` the sentence before, `announced` (it ended in a colon), `half` of a sentence, `aside` (a note).
    """

    text: str
    origin: Origin
    at: int
    block: int
    nth: int = 0
    label: str = ""
    led: bool = False
    continues: bool = False
    announced: bool = False
    half: bool = False
    aside: bool = False
    example: bool = False


_BARE_WORDS = 6  # an item of more says by itself what it is about
_TITLE_WORDS = 5


@dataclass(slots=True)
class Collector:
    """Gathers the facts of `blocks`; `topic` are the stems of the question.

    `everything` keeps what would make a poor proposal, for a person to choose from.
    """

    blocks: list[Block]
    language: Language
    atoms: Atoms
    topic: list[str]
    everything: bool = False
    facts: list[Fact] = field(default_factory=list)
    _kept: set[int] = field(default_factory=set)
    _done: set[int] = field(default_factory=set)
    _subject: str = ""
    _story: bool = False

    def collect(self, kept: list[Block]) -> list[Fact]:
        """The facts of the blocks `kept`, in document order."""
        self._kept = {block.place for block in kept}
        for block in kept:
            if block.place in self._done:
                continue
            match block.kind:
                case Kind.ROW:
                    self._row(block)
                case Kind.ITEM:
                    self._item(block)
                case Kind.PARAGRAPH:
                    self._paragraph(block)
                case Kind.HEADING:
                    self._subject = ""
                    self._story = False
        if not self.everything:
            self._headings(kept)
        return self.facts

    def _add(self, text: str, origin: Origin, block: Block, **more: object) -> None:
        text = trimmed(text)
        if text:
            fact = Fact(text, origin, len(self.facts), block.place)
            for name, value in more.items():
                setattr(fact, name, value)
            self.facts.append(fact)

    def _row(self, block: Block) -> None:
        for text in row_texts(block, self.atoms, LIMIT):
            self._add(text, Origin.ROW, block)

    # Lists

    def _children(self, block: Block) -> list[Block]:
        """The items of the list that hangs on `block`."""
        return [
            item
            for item in self.blocks[block.place + 1 :]
            if item.lead == block.place and item.place in self._kept and item.kind is Kind.ITEM
        ]

    def _siblings(self, block: Block) -> list[Block]:
        return [
            item
            for item in self.blocks[block.place :]
            if item.list_id == block.list_id and item.kind is Kind.ITEM and item.place in self._kept
        ]

    def _item(self, block: Block) -> None:
        siblings = self._siblings(block)
        starts_list = block.starts_item and not any(
            other.list_id == block.list_id and other.kind is Kind.ITEM
            for other in self.blocks[max(0, block.place - 1) : block.place]
        )
        if starts_list and not self.everything and self._join(block.section, block.lead, siblings):
            if block.place in self._done:
                return
        self._sentences(block, Origin.ITEM)

    def _join(self, section: int | None, lead: int | None, items: list[Block]) -> bool:
        """Makes one or two points of a list of names; False where its items say more."""
        items = without_statements(items)
        texts = [item.text for item in items]
        if not is_tiny(texts) or any(self._children(item) for item in items):
            return False
        title = self._title(section, lead)
        if not title and self._is_the_answer(items):
            return False
        if title and (is_named("example", title) or is_named("references", title)):
            self._done.update(item.place for item in items)
            return True
        parts = joined(title, texts, self.atoms, LIMIT)
        if not parts or (self._is_the_answer(items) and len(items) <= 9 and len(parts) < 3):
            return False
        for part in parts:
            self._add(part, Origin.JOINED, items[0])
        self._done.update(item.place for item in items)
        return True

    def _title(self, section: int | None, lead: int | None) -> str:
        """What a list is of: its lead-in without the announcement, or the heading."""
        if lead is not None:
            last = sentences(self.blocks[lead].text, self.language)[-1]
            last = strip_openers(last, self.language)
            if last.endswith((":", "：")) and word_count(last) <= 10 and self._can_title(last):
                return trimmed(last)
        if section is not None and lead is None:
            return bare(self.blocks[section].text)
        return ""

    def _can_title(self, lead: str) -> bool:
        """A lead-in that counts ("two kinds of message") names what is counted."""
        counts = self.language.find("empty").search(lead.rstrip(":： ")) is not None
        return counts or not is_outside(lead, self.language)

    def _is_the_answer(self, items: list[Block]) -> bool:
        whole = sum(len(block.text) for block in self.blocks if block.place in self._kept)
        return sum(len(item.text) for item in items) > 0.6 * whole

    # Sentences

    def _paragraph(self, block: Block) -> None:
        self._sentences(block, Origin.SENTENCE)

    def _sentences(self, block: Block, origin: Origin) -> None:
        is_item = origin is Origin.ITEM
        label, text = split_label(block.text, block.opening, is_item, self.language)
        if (
            label
            and (is_named("example", label) or is_named("references", label))
            and not self.everything
        ):
            return
        if is_named("key", block.text) or is_named("note", block.text):
            return
        aside = bool(label) and is_named("optional", label)
        if label and is_named("note", label):
            label = ""
        children = self._children(block) if is_item or text.rstrip().endswith((":", "：")) else []
        heads = not is_item and "\n" in block.text[: len(block.text) - len(text)]
        prefix = "" if heads else label or self._section_prefix(block, text, is_item)
        found = sentences(text, self.language)
        self._story = self._story and not is_item
        if label:
            self._subject = "" if heads else label
        asked = True
        for nth, sentence in enumerate(found):
            last = nth == len(found) - 1
            if last and sentence.endswith((":", "：")):
                self._lead_in(block, sentence, origin, children, prefix if nth == 0 else "", nth)
                continue
            asked = asked and sentence.rstrip().endswith(("?", "？"))
            self._sentence(
                block, sentence, origin, prefix, nth, aside, bool(prefix) and (nth == 0 or asked)
            )

    def _sentence(
        self,
        block: Block,
        sentence: str,
        origin: Origin,
        prefix: str,
        nth: int,
        aside: bool,
        labelled: bool,
    ) -> None:
        asks = labelled and sentence.rstrip().endswith(("?", "？"))
        if asks:
            sentence = sentence if nth == 0 else f"{prefix}: {sentence}"
        elif labelled and nth == 0 and is_example(sentence, self.language):
            sentence = self.language.find("example").sub("", sentence, count=1).lstrip(" ,，:：")
        elif self._is_dropped(sentence):
            return
        sentence = self.language.find("cross_reference").sub("", sentence)
        for part, half in halves(
            sentence, self.atoms, self.language, LIMIT - len(prefix) if nth == 0 else LIMIT
        ):
            opening = mend(
                part,
                self._subject,
                self.topic,
                self.language,
                title=self._heading(block),
                first=not self.facts,
            )
            subject = subject_of(opening.text, self.language)
            self._subject = subject if subject or opening.led else (prefix if nth == 0 else "")
            text = opening.text
            if nth == 0 and prefix and not half:
                copula = self.language.find("copula").match(text)
                if copula and not asks and len(text) > copula.end() + 8:
                    text = text[copula.end() :].strip()
                text = self._labelled(prefix, text, part)
            if (is_homeless(text) or opening.outside) and not self.everything:
                continue
            self._add(
                text,
                origin,
                block,
                nth=nth,
                label=prefix if nth == 0 else "",
                led=opening.led,
                continues=opening.continues,
                half=half,
                aside=aside or block.quoted,
            )

    def _labelled(self, label: str, text: str, sentence: str) -> str:
        """`label: text`, or the text alone where it says the label itself."""
        if text.lower().startswith(label.lower()):
            return text
        if label.lower() in sentence.lower()[: len(label) + 12]:
            return text
        return f"{label}: {text}"

    def _is_dropped(self, sentence: str) -> bool:
        if self.everything:
            return False
        if is_example(sentence, self.language):
            self._story = self.language.find("vivid").match(sentence) is not None
            return True
        if self._story and self.language.find("pronoun").match(sentence):
            return True
        self._story = False
        return is_outside(sentence, self.language)

    def _lead_in(
        self,
        block: Block,
        sentence: str,
        origin: Origin,
        children: list[Block],
        prefix: str,
        nth: int,
    ) -> None:
        """A sentence that ends in a colon: with the code or the items that follow, alone, or not."""
        behind = self.blocks[block.place + 1 : block.place + 2]
        code = behind[0].code.strip() if behind and behind[0].kind is Kind.CODE else ""
        text = mend(sentence, self._subject, self.topic, self.language).text
        text = f"{prefix}: {text}" if prefix else text
        if self.everything:
            self._add(text, origin, block, nth=nth)
            return
        if self._is_dropped(self.language.find("cross_reference").sub("", sentence)) or is_homeless(
            text
        ):
            return
        if code and "\n" not in code and "`" not in code:
            whole = f"{trimmed(text)}: {self.atoms.mask(f'`{code}`')}"
            if self.atoms.size(whole) <= LIMIT:
                self._add(whole, origin, block, nth=nth)
                return
        if children and self._join(None, block.place, children):
            return
        if children and self._continue(text, children):
            return
        if is_announcement(sentence, self.language):
            text, count = self.language.find("follows").subn("", trimmed(text))
            if not count:
                return
        if word_count(text) > 5:
            for part, half in halves(text, self.atoms, self.language, LIMIT):
                self._add(capitalised(part), origin, block, nth=nth, announced=True, half=half)

    def _continue(self, lead: str, items: list[Block]) -> bool:
        """Makes a point of each item that goes on with an open lead-in, if all fit."""
        lead = trimmed(lead)
        if not self.language.find("open_end").search(lead):
            return False
        texts = [f"{lead} {lower_start(item.text)}" for item in items]
        if any("\n" in text or self.atoms.size(trimmed(text)) > LIMIT for text in texts):
            return False
        for item, text in zip(items, texts, strict=True):
            self._add(text, Origin.ITEM, item)
        self._done.update(item.place for item in items)
        return True

    def _heading(self, block: Block) -> str:
        """The heading above, without number and brackets."""
        if block.section is None:
            return ""
        return re.sub(r"\s*[(（][^()（）]*[)）]", "", bare(self.blocks[block.section].text))

    def _section_prefix(self, block: Block, text: str, is_item: bool) -> str:
        """The heading that a short or evaluated item needs to be understood."""
        lead = self.blocks[block.lead] if block.lead is not None else None
        if is_item and lead is not None and lead.kind is Kind.ITEM:
            title = bare(split_label(lead.text, lead.opening, True, self.language)[0] or lead.text)
            return title if word_count(title) <= 6 and word_count(text) <= 10 else ""
        if lead is not None and is_item:
            title = bare(lead.text)
            return title if is_named("valued", title) else ""
        if block.section is None:
            return ""
        title = bare(self.blocks[block.section].text)
        if is_named("valued", title):
            return title
        needs = is_item and (
            self.language.find("fragment").match(trimmed(text)) is not None
            or (word_count(text) <= _BARE_WORDS and self._is_one_of_several(block.section))
        )
        return (
            title
            if needs and not is_named("note", title) and word_count(title) <= _TITLE_WORDS
            else ""
        )

    def _is_one_of_several(self, section: int) -> bool:
        """Whether the answer has sections beside this one."""
        level = self.blocks[section].level
        return any(
            block.kind is Kind.HEADING
            and block.level == level
            and block.place != section
            and block.place in self._kept
            for block in self.blocks
        )

    def _headings(self, kept: list[Block]) -> None:
        """Headings with nothing but code under them, joined: there they are the answer."""
        heads = [block for block in kept if block.kind is Kind.HEADING]
        filled = {block.section for block in kept if block.kind is not Kind.CODE}
        empty = [
            head for head in heads if head.place not in filled and not is_named("note", head.text)
        ]
        for parent in dict.fromkeys(head.section for head in empty):
            group = [head for head in empty if head.section == parent]
            if len(group) < 2:
                continue
            title = bare(self.blocks[parent].text) if parent is not None else ""
            for part in joined(title, [bare(head.text) for head in group], self.atoms, LIMIT):
                self._add(part, Origin.JOINED, group[0])


def in_order(facts: list[Fact]) -> Iterator[Fact]:
    """`facts` as they stand in the answer."""
    yield from sorted(facts, key=lambda fact: (fact.block, fact.at))

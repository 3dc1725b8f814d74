"""The structure of an answer: lists and their items, headings and sections."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from drill.points.blocks import Block, Kind
from drill.points.labels import split_label, word_count
from drill.points.languages import Language
from drill.points.noise import is_outside
from drill.points.openings import capitalised, lower_start, strip_openers
from drill.points.section_names import bare, is_named
from drill.points.sentences import sentences
from drill.points.shortening import trimmed

_BARE_WORDS = 6  # a longer item needs no heading to be understood
_SCOPES = 2  # paragraphs that open with "In C," or "For spam filters,"
_PART_WORDS = 4  # of a heading that names a part of the answer
_SEVERAL = 3  # labels; two may end alike by chance
_MAIN = 0.6  # of the answer's characters; a longer list is the answer
_LABEL_LENGTH = 40  # characters
_TITLE_CASE = re.compile(r"[A-Z]\S+(?: (?:(?:of|and|for|the|in|to|vs\.?) )?[A-Z]\S*[^\s.!?]){1,4}")
BRACKET = re.compile(r"(?<!\s)\s*+[(（][^()（）]*[)）]")
"""A bracket of a heading or label."""
_TERM_WORDS = 2  # of an item above a single one, which then defines it
_TITLE_WORDS = 5  # of a heading that can go before an item


def _opening(text: str) -> str:
    """What stands before the first colon of an item, if it may be a label."""
    head, colon, _ = text[:_LABEL_LENGTH].partition(":")
    return head.strip() if colon else ""


def _all_end(labels: list[str], word: str) -> bool:
    return len(labels) >= _SEVERAL and all(label.endswith(f" {word}") for label in labels)


class Outline:
    """The blocks of an answer, `kept` without noise, looked up by list, lead-in and section."""

    def __init__(self, blocks: list[Block], kept: list[Block], language: Language) -> None:
        self.blocks = blocks
        self.language = language
        self.items: dict[int, list[Block]] = defaultdict(list)
        self.hanging: dict[int, list[Block]] = defaultdict(list)
        for block in kept:
            if block.kind is Kind.ITEM:
                self.items[block.list_id].append(block)
                if block.lead is not None:
                    self.hanging[block.lead].append(block)
        self.levels = Counter(block.level for block in kept if block.kind is Kind.HEADING)
        self.named_lists = {
            lead
            for lead in self.hanging
            if self.blocks[lead].kind is Kind.PARAGRAPH and self._names(self.blocks[lead].text)
        }
        if len(self.named_lists) < _SCOPES:
            self.named_lists = set()
        self._headings: dict[int, str] = {}
        self.owners: dict[int, str] = {}
        self.valued: Counter[str] = Counter()
        owner = ""
        for block in kept:
            if block.kind is Kind.HEADING or block.place in self.hanging:
                if is_named("valued", block.text):
                    self.owners[block.place] = owner
                    self.valued[bare(block.text)] += 1
                elif block.kind is Kind.HEADING:
                    owner = bare(block.text) if word_count(block.text) <= _PART_WORDS else ""
        self.scopes = {
            block.place: capitalised(scope[1])
            for block in kept
            if block.kind is Kind.PARAGRAPH
            and (scope := language.find("scope").match(block.text)) is not None
        }
        if len(self.scopes) < _SCOPES:
            self.scopes = {}
        labels = Counter(
            head for block in kept if block.kind is Kind.ITEM and (head := _opening(block.text))
        )
        self._repeated = {label for label, count in labels.items() if count > 1}
        self.length = sum(len(block.text) for block in kept)

    def _names(self, lead: str) -> bool:
        """Whether a lead-in is only a name, such as "Session:"."""
        return word_count(lead) <= _PART_WORDS and lead[-1:] not in ".!?,;。！？，；"

    def children(self, block: Block) -> Sequence[Block]:
        """The items of the list that hangs on `block`."""
        return self.hanging.get(block.place, ())

    def is_the_answer(self, items: Sequence[Block]) -> bool:
        """Whether `items` are most of what the answer says."""
        return sum(len(item.text) for item in items) > _MAIN * self.length

    def is_only_a_name(self, block: Block, label: str) -> bool:
        """Whether `block` only names the text after it, or an example or a reference."""
        if label and (is_named("example", label) or is_named("references", label)):
            return True
        if any(is_named(kind, block.text) for kind in ("key", "note", "valued", "example")):
            return True
        if block.opening >= len(block.text) and not block.starts_item:
            return word_count(block.text) <= _TITLE_WORDS
        if block.kind is Kind.PARAGRAPH and _TITLE_CASE.fullmatch(block.text):
            return True
        if block.kind is not Kind.ITEM or not block.starts_item:
            return False
        following = self.blocks[block.place + 1 : block.place + 2]
        goes_on = bool(following) and (
            following[0].list_id == block.list_id and not following[0].starts_item
        )
        return (goes_on or bool(self.children(block))) and word_count(block.text) <= _TITLE_WORDS

    def without_shared_ending(self, label: str, item: Block) -> str:
        """`label` without the word that all labels of its list end with ("principle")."""
        siblings = self.items.get(item.list_id, ())
        if len(siblings) < _SEVERAL or len(label.split()) < 2:
            return label
        shared = label.rsplit(" ", 1)[1]
        labels = [
            split_label(sibling.text, sibling.opening, True, self.language)[0]
            for sibling in siblings
            if sibling.starts_item
        ]
        return label.removesuffix(f" {shared}") if _all_end(labels, shared) else label

    def owner(self, label: str, block: Block) -> str:
        """What the label of `block` belongs to, if several lists have it; else empty."""
        if label not in self._repeated:
            return ""
        if block.lead is not None:
            lead = self.blocks[block.lead]
            owner = split_label(lead.text, lead.opening, True, self.language)[0] or lead.text
        else:
            owner = self.heading(block)
        return bare(owner) if word_count(owner) <= _PART_WORDS and "\n" not in owner else ""

    def title(self, section: int | None, lead: int | None) -> str:
        """The title of a list: its lead-in without the announcement, or its heading."""
        if lead is not None:
            last = sentences(self.blocks[lead].text, self.language)[-1]
            last = strip_openers(last, self.language)
            if self.blocks[lead].kind is Kind.ITEM and word_count(last) <= _TITLE_WORDS:
                return bare(last)
            if last.endswith((":", "：")) and word_count(last) <= 10 and self._can_be_title(last):
                return trimmed(last)
        if section is not None and lead is None:
            return self._owned(section)
        return ""

    def _can_be_title(self, lead: str) -> bool:
        """Whether `lead` names a list: it says what is counted, or is not about the text."""
        counts = self.language.find("empty").search(lead.rstrip(":： ")) is not None
        return counts or not is_outside(lead, self.language)

    def heading(self, block: Block) -> str:
        """The heading above, without number and brackets."""
        if block.section is None:
            return ""
        if block.section not in self._headings:
            title = bare(self.blocks[block.section].text)
            self._headings[block.section] = BRACKET.sub("", title)
        return self._headings[block.section]

    def open_heading(self, block: Block) -> str:
        """The heading right above a list that its items complete ("Use it when"), else empty."""
        if block.section is None or block.place != block.section + 1:
            return ""
        title = self.heading(block)
        is_open = self.language.find("dangling").fullmatch(title.rsplit(" ", 1)[-1])
        return title if is_open else ""

    def _owned(self, at: int) -> str:
        """The title at `at`, after its owner if the answer has the title twice."""
        title = bare(self.blocks[at].text)
        owner = self.owners.get(at, "")
        return f"{owner}, {lower_start(title)}" if owner and self.valued[title] > 1 else title

    def prefix(self, block: Block, text: str, is_item: bool) -> str:
        """The heading that a short item, or one under "Drawbacks", needs to be understood."""
        lead = self.blocks[block.lead] if block.lead is not None else None
        if is_item and lead is not None and lead.kind is Kind.ITEM:
            title = bare(split_label(lead.text, lead.opening, True, self.language)[0] or lead.text)
            is_term = word_count(title) <= _TERM_WORDS and len(self.hanging[lead.place]) == 1
            is_term = is_term and not is_named("valued", title)
            is_brief = word_count(title) <= 6 and word_count(text) <= 10
            return title if is_term or is_brief else ""
        if lead is not None and is_item:
            return self._owned(lead.place) if is_named("valued", lead.text) else ""
        if block.section is None:
            return ""
        title = bare(self.blocks[block.section].text)
        if is_named("valued", title) and (is_item or block.place == block.section + 1):
            return self._owned(block.section)
        needs = is_item and (
            self.language.find("fragment").match(trimmed(text)) is not None
            or (word_count(text) <= _BARE_WORDS and self._is_one_of_several(block.section))
        )
        return (
            title
            if needs and not is_named("note", title) and word_count(title) <= _TITLE_WORDS
            else ""
        )

    def part(self, block: Block) -> str:
        """The subject of a part of the answer: its short heading or its opening phrase.

        Empty if the answer has no other part.
        """
        if block.lead in self.named_lists:
            return bare(self.blocks[block.lead].text)
        if block.section is None or not self._is_one_of_several(block.section):
            return self.scopes.get(block.place, "")
        title = self.heading(block)
        is_generic = self.blocks[block.section].text.endswith(("?", "？")) or any(
            is_named(kind, title) for kind in ("key", "note", "optional", "example")
        )
        return "" if is_generic or word_count(title) > _PART_WORDS else title

    def _is_one_of_several(self, section: int) -> bool:
        """Whether the answer has sections beside this one."""
        return self.levels[self.blocks[section].level] > 1

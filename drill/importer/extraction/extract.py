"""What a found question says: its prompt and its answer, cut from the lines that belong to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drill.importer.choice.answer_ranges import QuestionRange
from drill.importer.extraction.multiple_choice import Options, find_options
from drill.importer.extraction.normalize import continues, normalized, tidy
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.signals.answer_keys import KeyEntry
from drill.importer.signals.candidates import Candidate
from drill.importer.signals.labels import read_label
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.source.leaves import Item, Leaf
from drill.importer.source.lines import dedented, indent_of, is_wrapper, stripped, unquoted

_ABOUT_CODE = re.compile(
    r"[:：]\s*$|\b(?:output|following|below|this (?:code|snippet|program|function|query)|logged"
    r"|printed?|"
    r"siguiente|salida|imprime|este código|выведет|вывод\w*|следующ\w+|код)\b"
    r"|输出|以下|下面|下列|打印",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\W*(?:(?:to be|will be) (?:completed|added|done|answered|written|updated"
    r"|continued)(?: soon| later)?|"
    r"(?:your |add |the )?answers? (?:here|goes here|pending|needed|coming soon)"
    r"|add (?:your )?answer|"
    r"todo|tbd|tba|wip|coming soon|no answer(?: yet)?|not (?:yet )?answered(?: yet)?"
    r"|work in progress|"
    r"help wanted|placeholder|pendiente|por (?:completar|responder)|respuesta pendiente"
    r"|próximamente|"
    r"в разработке|скоро|ответ(?:а)? (?:пока )?(?:нет|будет)|ответ (?:здесь|тут)"
    r"|待补充|待完善|待更新|待续|暂无(?:答案)?|略)\W*",
    re.IGNORECASE,
)
_CLOSING_TAG = re.compile(r".*</(?:summary|dt|h[1-6])\s*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Extracted:
    """A question with its Markdown as it goes into the deck; `first` and `last` lines from 1."""

    text: str
    answer: str | None
    first: int
    last: int
    tags: tuple[str, ...] = ()


class Extractor:
    """Cuts prompts and answers out of one document and keeps the ledger of its lines."""

    def __init__(self, outline: Outline, ledger: LineLedger) -> None:
        self.outline = outline
        self.document = outline.document
        self.ledger = ledger
        self.labelled = False
        self.answered = False

    def extract_all(self, found: Sequence[QuestionRange]) -> list[Extracted]:
        """All questions of the document, in order."""
        if not found:
            return []
        labels = [self._label(each) is not None for each in found]
        self.labelled = sum(labels) >= 0.5 * len(found)
        self.answered = sum(self._has_prose(each) for each in found) >= 0.3 * len(found)
        entries = self._entries(found)
        return [self._fill(each, entries.get(place)) for place, each in enumerate(found)]

    def _entries(self, found: Sequence[QuestionRange]) -> dict[int, KeyEntry]:
        """The key's entry for each question that has one, by its place in `found`."""
        result: dict[int, KeyEntry] = {}
        since = 0
        for key in self.outline.answer_keys:
            scope = [n for n, each in enumerate(found) if since <= each.start.line < key.start]
            numbers = {found[n].start.candidate.number[-1:]: n for n in scope}
            if len(numbers) < len(scope):
                by_order = len(scope) == len(key.entries)
                pairs = zip(sorted(key.entries), scope, strict=False) if by_order else ()
                result.update({place: key.entries[number] for number, place in pairs})
            for number, entry in key.entries.items():
                if (number,) in numbers and numbers[(number,)] not in result:
                    result[numbers[(number,)]] = entry
            since = key.end
        return result

    def _fill(self, found: QuestionRange, entry: KeyEntry | None) -> Extracted:
        start = found.start
        tags = start.tags
        if start.literal:
            self.ledger.mark(start.line, Role.PROMPT)
            for line in range(start.candidate.leaf.start, start.candidate.leaf.rows[1][0]):
                self._mark(line, Role.HEADING)
            return Extracted(
                self._join(start.title, start.context), self._answer(start.rest),
                start.line + 1, start.line + 1, tags,
            )  # fmt: skip
        for line in range(start.line, start.end):
            self._mark(line, Role.PROMPT)
        low, high = self._trimmed(start.end, found.end)
        rest = "\n\n".join(part for part in (start.rest, self._same_line(start.candidate)) if part)
        cut, answer_from = self._cut(found, low, high)
        lines = self._lines(low, high, found)
        options = find_options(lines[: cut - low] if answer_from is not None else lines)
        if entry is not None and not self._label(found):
            return self._keyed(found, entry, options, rest, range(low, high))
        chosen = ""
        if answer_from is None and options is not None and not rest:
            after = "\n".join(lines[options.end :]).strip()
            if options.right or after or not self.answered or self.labelled:
                cut = low + options.end
                chosen = "\n\n".join(options.right)
        elif answer_from is not None and options is not None and options.right:
            chosen = (
                ""
                if "\n".join(lines[cut - low :]).strip() or answer_from.title
                else "\n\n".join(options.right)
            )
        context = self._section(lines[: cut - low], low, Role.PROMPT)
        answer_lines = lines[cut - low :]
        if answer_from is not None:
            answer_lines, cut = self._after_label(answer_from, answer_lines, cut)
        body = self._section(answer_lines, cut, Role.ANSWER)
        answer = self._answer("\n\n".join(part for part in (rest, chosen, body) if part.strip()))
        if answer is None:
            for line in range(cut, high):
                if self.ledger.roles[line] is Role.ANSWER:
                    self.ledger.roles[line] = Role.PLACEHOLDER
        return Extracted(
            self._join(start.title, context), answer, start.line + 1, max(high, start.end), tags
        )

    def _keyed(
        self, found: QuestionRange, entry: KeyEntry, options: Options | None, rest: str, span: range
    ) -> Extracted:
        """A question that the key answers: all that stands below it is its prompt."""
        context = self._section(self._lines(span.start, span.stop, found), span.start, Role.PROMPT)
        text = entry.text
        letter = re.fullmatch(r"\W*([A-Ha-hА-Еа-е])\W*", text)
        if letter and options:
            text = options.by_letter.get(letter[1].lower(), text)
        first, last = self._trimmed(entry.start + 1, entry.end)
        self._mark(entry.start, Role.ANSWER)
        item = next(
            (leaf.item for leaf in self.document.between(entry.start, entry.start + 1)), None
        )
        indent = indent_of(self.document.lines[entry.start]) if item else 0
        more = self._section(
            [stripped(line, indent) for line in self.document.lines[first:last]],
            first,
            Role.ANSWER,
        )
        answer = self._answer("\n\n".join(part for part in (text, more) if part.strip()))
        return Extracted(
            self._join(found.start.title, rest, context), answer,
            found.start.line + 1, max(span.stop, found.start.end), found.start.tags,
        )  # fmt: skip

    def _cut(self, found: QuestionRange, low: int, high: int) -> tuple[int, Candidate | None]:
        """The line where the answer begins, and the label that says so."""
        label = self._label(found)
        if label is not None and label.line < high:
            before = self.document.between(low, label.line)
            if self.labelled or self._is_prompt(before, found.start.candidate.leaf.item):
                return max(low, label.line), label
        leaves = self.document.between(low, high)
        if (
            not self.answered
            and leaves
            and question_likelihood(leaves[0].text) >= 0.4
            and not leaves[0].item
        ):
            return high, None
        code = [leaf for leaf in leaves if leaf.kind in {"fence", "code"}]
        if not leaves or not code:
            if not self.answered and found.start.candidate.leaf.item is not None:
                asking = all(
                    question_likelihood(leaf.text) >= 0.4 for leaf in leaves if leaf.kind != "rule"
                )
                return (high if leaves and asking else low), None
            return low, None
        if not self.answered and len(code) == len(leaves):
            return high, None
        if (
            leaves[0] is code[0]
            and len(code) < len(leaves)
            and _ABOUT_CODE.search(found.start.title)
        ):
            end = leaves[0].end
            for leaf in leaves[1:]:
                if leaf.kind not in {"fence", "code"}:
                    break
                end = leaf.end
            return end, None
        return low, None

    def _label(self, found: QuestionRange) -> Candidate | None:
        label = self.outline.answer_between(found.start.line, found.end)
        return None if label and self._is_numbered_part(label, found.end) else label

    def _has_prose(self, found: QuestionRange) -> bool:
        if found.start.rest:
            return True
        return any(
            leaf.kind in {"paragraph", "math", "table"} and question_likelihood(leaf.text) < 0.4
            for leaf in self.document.between(found.start.end, found.end)[:4]
            if leaf not in self.outline.back
        )

    @staticmethod
    def _is_prompt(leaves: Sequence[Leaf], item: Item | None) -> bool:
        """Whether the blocks before a label can only be part of the prompt."""
        return all(
            leaf.kind in {"fence", "code", "open", "table"}
            or leaf.item is not item
            or (len(leaves) == 1 and len(leaf.text) < 200)
            for leaf in leaves
        )

    def _after_label(self, label: Candidate, lines: list[str], cut: int) -> tuple[list[str], int]:
        """`lines` with the label (and a second one right after it) replaced by what follows it."""
        result = list(lines)
        if label.line < cut:
            return result, cut
        for line in range(label.line, label.end):
            place = line - cut
            if place < len(result):
                text = _label_rest(label.leaf, line)
                result[place] = text
                self._mark(line, Role.ANSWER if text.strip() else Role.WRAPPER)
        if label.title and label.place in {"heading", "summary"}:
            result[label.line - cut] = f"**{label.title.strip('*')}**"
            for line in range(label.line, label.end):
                self.ledger.roles[line] = Role.ANSWER
        second = next(
            (
                candidate
                for candidate in self.outline.answer_labels_between(label.end, cut + len(lines))
                if not any(
                    text.strip() and not is_wrapper(text)
                    for text in result[label.end - cut : candidate.line - cut]
                )
            ),
            None,
        )
        if second is not None and not label.title:
            return self._after_label(second, result, cut)
        return result, cut

    def _is_numbered_part(self, label: Candidate, end: int) -> bool:
        """Whether this is the first of several, `Solution 1`, `Solution 2`, that are the answer."""
        later = self.outline.answer_labels_between(label.end, end)
        return bool(label.label.number) and any(candidate.label.number for candidate in later)

    def _trimmed(self, low: int, high: int) -> tuple[int, int]:
        """The range without rules, links to the top and tags at its ends, which are marked."""
        while high > low and self._is_edge(high - 1):
            high -= 1
        while low < high and self._is_edge(low):
            low += 1
        return low, high

    def _is_edge(self, line: int) -> bool:
        text = self.document.lines[line]
        if not text.strip():
            self.ledger.mark(line, Role.BLANK)
        elif line in self.outline.noise:
            self.ledger.mark(line, Role.BACK)
        elif line in self.outline.toc.lines and line not in self.outline.toc.short:
            self.ledger.mark(line, Role.CONTENTS)
        elif line in self.outline.rules:
            self.ledger.mark(line, Role.RULE)
        elif is_wrapper(text):
            self.ledger.mark(line, Role.WRAPPER)
        elif line in self.outline.definitions:
            self.ledger.mark(line, Role.TARGET)
        else:
            return False
        return True

    def _lines(self, low: int, high: int, found: QuestionRange) -> list[str]:
        """The lines without the indent of the question's item and the marks of its quotation."""
        candidate = found.start.candidate
        indent = 0
        if candidate.leaf.item is not None and candidate.leaf.item.end > low:
            indent = indent_of(self.document.lines[candidate.leaf.item.start])
        lines = [stripped(line, indent) for line in self.document.lines[low:high]]
        return unquoted(lines)

    def _section(self, lines: Sequence[str], low: int, role: Role) -> str:
        """The text of `lines`, which begin at line `low`, without links to the top and targets."""
        kept: list[str] = []
        for line, text in enumerate(lines, start=low):
            if self._is_left_out(line) or (
                not text.strip() and self.ledger.roles[line] is Role.WRAPPER
            ):
                self._is_edge(line)
                kept.append("")
            else:
                self._mark(line, Role.BLANK if not text.strip() else role)
                kept.append(text)
        self._mend(kept, low)
        first = next((n for n, text in enumerate(kept) if text.strip()), 0)
        if role is Role.ANSWER and kept and not is_wrapper(kept[first]):
            kept = kept[first:]
        return dedented(kept)

    def _is_left_out(self, line: int) -> bool:
        outline = self.outline
        contents = line in outline.toc.lines and line not in outline.toc.short
        return contents or line in outline.noise or line in outline.definitions

    def _mend(self, lines: list[str], low: int) -> None:
        """Join paragraphs that the end of a page broke."""
        leaves = self.document.between(low, low + len(lines))
        for before, after in pairwise(leaves):
            if before.kind == after.kind == "paragraph" and before.item is after.item:
                last, first = before.end - 1 - low, after.start - low
                if last < 0 or first >= len(lines) or not continues(before.text, after.text):
                    continue
                hyphen = "" if lines[last].rstrip().endswith("-") else " "
                lines[first] = lines[last].rstrip() + hyphen + lines[first].lstrip()
                lines[last] = ""
                for between in range(last, first):
                    lines[between] = "\0"
        lines[:] = [line for line in lines if line != "\0"]

    def _same_line(self, candidate: Candidate) -> str:
        """What stands on the title's last line after its closing tag."""
        if candidate.leaf.kind not in {"summary", "heading"}:
            return ""
        raw = "\n".join(self.document.lines[candidate.line : candidate.end])
        tag = _CLOSING_TAG.match(raw)
        rest = raw[tag.end() :] if tag else ""
        return rest.strip() if re.search(r"\w", re.sub(r"<[^<>]*>", "", rest)) else ""

    def _answer(self, text: str) -> str | None:
        text = normalized(text, self.document.links)
        if not re.search(r"\S", text) or _PLACEHOLDER.fullmatch(text):
            return None
        return text

    def _join(self, title: str, *parts: str) -> str:
        title = " ".join(normalized(title, self.document.links).split())
        body = normalized("\n\n".join(part for part in parts if part.strip()), self.document.links)
        return tidy(f"{title}\n\n{body}") if body else title

    def _mark(self, line: int, role: Role) -> None:
        blank = not self.document.lines[line].strip()
        self.ledger.mark(line, Role.BLANK if blank else role)


def _label_rest(leaf: Leaf, line: int) -> str:
    """What follows the label on a line of `leaf`."""
    if leaf.kind in {"heading", "summary"}:
        return ""
    text = leaf.lines[line - leaf.start]
    label = read_label(text)
    if label.kind != "answer":
        return text
    rest = text[label.end :].strip()
    for mark in ("**", "__"):
        if rest.count(mark) % 2 and text[: label.end].count(mark) % 2:
            rest = mark + rest
    return "" if rest in {"****", "____"} else rest

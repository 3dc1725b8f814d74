"""Extracts the prompt, options and answer of each question from its lines."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.answer_labels import after_tag, without_label
from drill.importer.extraction.asked_options import AskedOptions
from drill.importer.extraction.chosen_options import chosen_of, without_parts
from drill.importer.extraction.cutting import Cutter
from drill.importer.extraction.hints import Hints
from drill.importer.extraction.keyed import entry_text, key_entries
from drill.importer.extraction.multiple_choice import OptionBlock, deck_options, find_options
from drill.importer.extraction.named_options import (
    after_option,
    speaks_of_letters,
)
from drill.importer.extraction.normalize import normalized, tidy, without_edges, without_marks
from drill.importer.extraction.option_marks import learn_marks
from drill.importer.extraction.option_run import announces_options
from drill.importer.extraction.passages import passage_lines
from drill.importer.extraction.question_fields import QuestionFields
from drill.importer.extraction.sections import Sections
from drill.importer.extraction.shared_labels import without_shared_label
from drill.importer.extraction.title_options import options_in_title, with_filled_blank
from drill.importer.extraction.unlettered_options import marked_bullets, options_before
from drill.importer.extraction.verdicts import judged
from drill.importer.formats.anki.fields import open_gaps
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.signals.key_entries import KeyEntry
from drill.importer.signals.labels import LabelKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import LeafKind
from drill.importer.source.lines import is_wrapper, unquoted
from drill.model import Option, explanation
from drill.text import words

_PLACEHOLDER = re.compile(
    r"[\W_]*(?:(?:to be|will be) (?:completed|added|done|answered|written|updated"
    r"|continued)(?: soon| later)?|"
    r"(?:your |add |the )?answers? (?:here|goes here|pending|needed|coming soon)"
    r"|add (?:your )?answer|"
    r"todo|tbd|tba|wip|coming soon|no (?:answer|key|answer key)(?: yet)?"
    r"|not (?:yet )?answered(?: yet)?|work in progress|"
    r"help wanted|placeholder|pendiente|por (?:completar|responder)|respuesta pendiente"
    r"|próximamente|"
    r"в разработке|скоро|ответ(?:а)? (?:пока )?(?:нет|будет)|ответ (?:здесь|тут)"
    r"|待补充|待完善|待更新|待续|暂无(?:答案)?|略)[\W_]*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[:：]|[^\W\d_]\s?\d")
"""What a label has: a colon, or a number behind its word."""
_ONE_BULLET = re.compile(r"[-*+] (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Extracted:
    """A question in the Markdown of the deck; `first` and `last` are its lines, from 1."""

    text: str
    answer: str | None
    first: int
    last: int
    tags: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    shuffle: bool | None = None
    difficulty: str = ""
    hint: str = ""


class Extractor:
    """Extracts the questions of one document."""

    def __init__(self, outline: Outline, ledger: LineLedger) -> None:
        self.outline = outline
        self.document = outline.document
        self.ledger = ledger
        self.sections = Sections(outline, ledger)
        self.fields = QuestionFields(self.sections)
        self.hints = Hints(self.sections)
        self.marks = learn_marks(outline)
        self.passage = ""
        self.passage_lines: set[int] = set()

    def extract_all(self, questions: Sequence[QuestionRange]) -> list[Extracted]:
        """All questions of the document, in order."""
        asked = AskedOptions(self.outline, questions)
        forms: dict[str, list[QuestionRange]] = defaultdict(list)
        for question in questions:
            forms[question.form].append(question)
        cutters = {form: Cutter(self.outline, alike) for form, alike in forms.items()}
        entries = key_entries(self.outline, questions)
        self.passage_lines = passage_lines(self.outline, questions, entries)
        self.fields.learn(questions)
        extracted: list[Extracted] = []
        for n, question in enumerate(questions):
            if self.passage:
                context = "\n\n".join(filter(None, (self.passage, question.start.context)))
                question.start, self.passage = replace(question.start, context=context), ""
            extracted.append(
                self._row(question.start)
                if question.start.literal
                else self._block(question, entries.get(n), cutters[question.form], asked)
            )
        bare = ["" if made.answer or made.options else made.text for made in extracted]
        extracted = [
            replace(made, text=said[0], answer=said[1]) if said else made
            for made, said in zip(extracted, judged(bare), strict=True)
        ]
        answers = without_shared_label([question.answer for question in extracted])
        pairs = list(zip(extracted, answers, strict=True))
        for made, answer in pairs:
            if answer is None and made.answer is not None:
                self._mark_placeholder(range(made.first - 1, made.last))
        return [replace(made, answer=answer) for made, answer in pairs]

    def _row(self, start: Start) -> Extracted:
        """A question that takes only part of its lines: a table row, a card on one line."""
        self.ledger.mark(start.line, Role.PROMPT)
        leaf = start.candidate.leaf
        if leaf.kind is LeafKind.TABLE:
            for line in range(leaf.start, leaf.rows[1][0]):
                self.sections.mark(line, Role.HEADING)
        context = start.context.split("\n")
        options = find_options(context) or options_before(context, start.rest, counts=True)
        line = start.line + 1
        return self._made(start, "" if options else start.context, start.rest, options, line)

    def _block(
        self,
        question: QuestionRange,
        entry: KeyEntry | None,
        cutter: Cutter,
        asked: AskedOptions,
    ) -> Extracted:
        start = question.start
        for line in range(start.line, start.end):
            if line not in start.fields:
                self.sections.mark(line, Role.PROMPT)
        # A start in a run takes its whole paragraph, which may hold the answer below the title.
        below = start.candidate.end if start.stop == start.end else start.end
        low, high = self.sections.trimmed(min(below, start.end), question.end)
        start, low = self.fields.opening(start, low, high)
        start, high = self.fields.closing(start, low, high)
        low, high = self.sections.trimmed(low, high)
        if entry is not None:
            return self._keyed(start, entry, range(low, high))
        cut, label = cutter.cut(question, low, high)
        cut = max(cut, low)
        lines = self.sections.lines(low, high, start.candidate.leaf, label.leaf if label else None)
        hint = normalized(self.hints.take(lines, low, cut), self.document.links)
        said = self._without_answer_label("\n".join(lines[cut - low :])) if label else ""
        start, beside = options_in_title(start, lines[: cut - low] if label else lines, said)
        if beside:
            lines, low = [beside, *lines], low - 1
        own = self._without_answer_label(start.rest), after_tag(self.document, start.candidate)
        rest = "\n\n".join(filter(None, own))
        if label is None and not beside:
            options = asked.asked(start.title, rest, lines, cutter)
        else:
            above = lines[: cut - low] if label else lines
            options = find_options(above) or (marked_bullets(above) if cutter.marks_lists else None)
        if label is None and options is not None:
            cut = low + options.end
        answer_lines = unquoted(lines[cut - low :])
        if label is not None and not cutter.in_parts:
            answer_lines = without_label(self.sections, label, answer_lines, cut)
        body = self.sections.text(answer_lines, cut, Role.ANSWER)
        options = without_parts(options, body)
        if label is not None:
            above, counts = lines[: cut - low], cutter.counts_bullets
            options, cut, body = self._settled(options, above, low, body, counts=counts)
        context = self._context(lines[: cut - low], low, options)
        asks = question_likelihood(rest) >= ASKS
        if (label is not None and asks) or (label is None and options is not None):
            context, rest = "\n\n".join(part for part in (rest, context) if part), ""
        chosen = ""
        title, options = with_filled_blank(start.title, options)
        context, options = with_filled_blank(context, options)
        start = replace(start, title=title)
        if options is not None:
            marked = options.renamed(body) if label else self.marks.applied(options, body)
            options, chosen, body = chosen_of(marked, body, label is not None)
        answer = "\n\n".join(part for part in (rest, chosen, body) if part.strip())
        made = replace(self._made(start, context, answer, options, max(high, start.end)), hint=hint)
        if made.answer is None:
            self._mark_placeholder(range(cut, high))
        return made

    def _settled(
        self, options: OptionBlock | None, above: list[str], low: int, body: str, *, counts: bool
    ) -> tuple[OptionBlock | None, int, str]:
        """The options on the lines `above` a label, from `low`, the prompt's end, and the answer.

        Between options and a label "Explanation" may stand the letter of the right one.
        """
        if options is None:
            named = normalized(body, self.document.links)
            return options_before(above, named, counts=counts), low + len(above), body
        between = unquoted([line for line in above[options.end :] if not is_wrapper(line)])
        if options.answered(body).right or not options.answered("\n".join(between)).right:
            return options, low + len(above), body
        cut = low + options.end
        said = self.sections.text(between, cut, Role.ANSWER)
        return options, cut, "\n\n".join(part for part in (said, body) if part.strip())

    def _mark_placeholder(self, lines: range) -> None:
        """Record what was taken for an answer on `lines` as a placeholder."""
        for line in lines:
            if self.ledger.roles[line] is Role.ANSWER:
                self.ledger.roles[line] = Role.PLACEHOLDER

    def _keyed(self, start: Start, entry: KeyEntry, span: range) -> Extracted:
        """A question with an entry in the answer key, so all text below its title is the prompt."""
        lines = self.sections.lines(span.start, span.stop, start.candidate.leaf)
        start, beside = options_in_title(start, lines, entry.text)
        if beside:
            lines, span = [beside, *lines], range(span.start - 1, span.stop)
        answer, is_labelled = entry_text(self.sections, start, entry)
        options = find_options(lines) or options_before(lines, entry.text, counts=True)
        options = without_parts(options, answer)
        cut = options.end if options is not None else len(lines)
        context = self._context(lines[:cut], span.start, options)
        # The text below options with a marked one explains why it is right.
        is_told = options is not None and bool(options.right)
        is_told = is_told or start.line not in self.passage_lines
        role = Role.ANSWER if is_told else Role.PROMPT
        tail = unquoted(lines[cut:])
        self._without_question_labels(tail, span.start + cut)
        after = self.sections.text(tail, span.start + cut, role)
        below, self.passage = (after, "") if is_told else ("", after)
        if options is not None:
            ticked = "\n\n".join(options.right)
            options, chosen, rest = chosen_of(options, answer, labelled=True)
            options = options.answered(rest)
            right = [(choice.letter, choice.text) for choice in options.choices if choice.right]
            # A labelled answer stays as it is, as below a question.
            only = len(right) == 1 and not is_labelled
            answer = after_option(rest, *right[0]) if only else ""
            answer = answer or chosen or rest
            if ticked and all(len(word) == 1 for word in words(answer)):
                answer = ticked  # of which the key repeats the letters
        context = "\n\n".join(part for part in (start.rest, context) if part)
        answer = "\n\n".join(part for part in (answer, below) if part.strip())
        return self._made(start, context, answer, options, max(span.stop, start.end))

    def _context(self, lines: Sequence[str], low: int, options: OptionBlock | None) -> str:
        """The prompt below its title, without the options and the label above them."""
        kept = list(lines)
        if options is not None:
            first = options.first
            above = next((n for n in range(first - 1, -1, -1) if kept[n].strip()), None)
            if above is not None and announces_options(kept[above]):
                self.sections.mark(low + above, Role.WRAPPER)
                kept[above] = ""
            for line in range(first, min(options.end, len(kept))):
                self.sections.mark(low + line, Role.PROMPT)
                kept[line] = ""
            for line in filter(lambda line: options.gives_away(kept[line]), range(first)):
                self.sections.mark(low + line, Role.WRAPPER)
                kept[line] = ""
        self._without_question_labels(kept, low)
        return without_marks(self.sections.text(kept, low, Role.PROMPT))

    def _without_question_labels(self, lines: list[str], low: int) -> None:
        """Remove from `lines` labels, "Question:" below a question's heading or "Question 7"."""
        for place, text in enumerate(lines):
            if not _LABELLED.search(text[:40]):
                continue
            label = self.outline.labels.read(text)
            rest = text[label.end :]
            is_bare = not rest.strip(" *_")
            is_label = label.kind is LabelKind.QUESTION and not label.weak
            if is_label and (is_bare or not label.number):
                lines[place] = "" if is_bare else rest
                if is_bare:
                    self.sections.mark(low + place, Role.WRAPPER)

    def _without_answer_label(self, rest: str) -> str:
        """The text after a title on its line, without its label "Answer:"."""
        label = self.outline.labels.read(rest)
        return rest[label.end :] if label.kind is LabelKind.ANSWER else rest

    def _made(
        self, start: Start, context: str, answer: str, options: OptionBlock | None, last: int
    ) -> Extracted:
        """The question in regular Markdown."""
        links = self.document.links
        title, hidden = open_gaps(" ".join(normalized(start.title, links).split()))
        parts = (start.context if not start.literal else "", context)
        body = without_edges(normalized("\n\n".join(filter(str.strip, parts)), links))
        text = without_edges(normalized("\n\n".join(filter(None, (*hidden, answer))), links))
        if start.unwraps and (bullet := _ONE_BULLET.fullmatch(text)) and "\n" not in bullet[1]:
            text = bullet[1]
        made = Extracted(
            tidy(f"{title}\n\n{body}") if body else title,
            None if not text.strip(" \n-*+") or _PLACEHOLDER.fullmatch(text) else text,
            start.line + 1,
            last,
            start.tags,
            difficulty=start.difficulty,
        )
        if options is None:
            return made
        options = options.answered(text)
        choices = deck_options(options, links)
        if not choices:
            return made
        is_ordered = speaks_of_letters(explanation(text, choices))
        remarks = (normalized(remark, links) for remark in options.remarks)
        answer = "\n\n".join(part for part in (made.answer, *remarks) if part)
        shuffle = False if is_ordered else None
        return replace(made, answer=answer or None, options=choices, shuffle=shuffle)

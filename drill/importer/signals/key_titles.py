"""The titles of answer keys, in many languages."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.key_entries import PAIR
from drill.importer.signals.title_topics import lists_questions
from drill.text import words

_TITLE = re.compile(
    r"\W*(?:(?:the |all )?(?:correct |right )?(?:answers?|solutions?)(?: ?(?:key|sheet|list"
    r"|section))?"
    r"|(?:answers?|solutions?) (?:to|for) .{0,60}|(?:quiz |test |exam |mcq )?(?:answer )?key"
    r"(?: ?(?:[-–—]|(?:to|for)\b) ?.{1,40})?"
    r"|(?:las |hoja de )?(?:respuestas|soluciones)(?: correctas)?(?: (?:a|de) .{0,40})?"
    r"|clave(?: de respuestas)?|solucionario"
    r"|(?:правильные )?ответы?(?: (?:на|к) .{0,40})?|ключи?(?: к .{0,30})?|решения"
    r"|(?:参考|正确|标准)?答案(?:与?解析|部分)?|解答|解答編|解答例?|答え"
    r"|antworten|lösung(?:en|sschlüssel)?|réponses|corrigés?|corrections|solutions|respostas"
    r"|soluções|gabarito|risposte|soluzioni|відповіді|odpowiedzi|cevaplar|cevap anahtarı"
    r"|정답|해답|답안|đáp án|lời giải)(?:\W*$|\W*[:：](?P<rest>.*))",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?<![^\W_])(?:answers?|solutions?|respuestas|soluciones|respostas|soluções|gabarito|ответы"
    r"|решения|відповіді|antworten|lösungen|réponses|corrigés?|risposte|soluzioni|odpowiedzi"
    r"|rozwiązania|cevaplar|svar|facit)(?![^\W_])|答案|解答|정답|해답|đáp án",
    re.IGNORECASE,
)
_FEW_WORDS = 6
"""The most words of a heading that names a key among other words: "Part 2: answers explained"."""
_AMONG = 2
"""The fewest labels of answers above a title and below it that make it one of them."""
_ANNOUNCES = re.compile(r"\s{0,9}[*_]{2}|[^:：]{0,200}[:：]\W{0,9}$")
_SURE = re.compile(r"answer key\b", re.IGNORECASE)
"""Words that say that a line alone is a title; "The answers" may begin a sentence."""
_CAPITALS = re.compile(r"[^a-zа-я]+")


def is_key_title(candidate: Candidate) -> bool:
    """Whether a candidate is the title of an answer key, or a line with the title and the key."""
    text = candidate.leaf.text
    if candidate.kind in {CandidateKind.ITEM, CandidateKind.ROW} or len(text) > 10_000:
        return False
    is_text = candidate.kind in {CandidateKind.PARAGRAPH, CandidateKind.LINE}
    if is_text:
        text = candidate.leaf.lines[candidate.line - candidate.leaf.start]
        if candidate.leaf.item is not None:
            return False
    text = " ".join((re.sub(r"<[^<>]*>", "", text) if "<" in text else text).split())
    match = _TITLE.match(text)
    if match is None:
        name, _, rest = text.partition(":") if is_text else (text, "", "")
        is_short = len(words(name)) <= _FEW_WORDS and (not is_text or len(PAIR.findall(rest)) > 1)
        return is_short and bool(_NAMES.search(name)) and not lists_questions(name)
    rest = (match["rest"] or "").strip("*_ ")
    if len(PAIR.findall(rest)) > 1:
        return True
    announces = not is_text or _ANNOUNCES.match(text) or _CAPITALS.fullmatch(text)
    is_sure = len(candidate.leaf.lines) == 1 and _SURE.match(text)
    return not rest and bool(announces or is_sure)


def is_among(labels: Sequence[int], low: int, title: Candidate, end: int) -> bool:
    """Whether answers have labels, on the lines `labels`, above a title and below it.

    The title is then a label as well; searched are the lines from `low` up to `end`.
    """
    bounds = [bisect_left(labels, line) for line in (low, title.line, title.end, end)]
    return min(bounds[1] - bounds[0], bounds[3] - bounds[2]) >= _AMONG


def is_label_alone(candidate: Candidate) -> bool:
    """Whether a candidate is only a label of an answer, in a heading, in bold or before a colon.

    It may be the title of a key: "Respuesta" above all answers.
    """
    if not candidate.is_answer_label or candidate.label.weak or candidate.title:
        return False
    line = candidate.leaf.lines[candidate.line - candidate.leaf.start]
    return candidate.kind is CandidateKind.HEADING or (
        candidate.leaf.is_free_paragraph and bool(_ANNOUNCES.match(line))
    )


def headings_of_answers(candidates: Sequence[Candidate]) -> set[int]:
    """The lines of the headings in labelled answers, deeper than the headings of their questions.

    `### Solutions` below `**Answer:**` is a part of that answer.
    """
    lines: set[int] = set()
    level, labelled = 0, False
    for candidate in candidates:
        if candidate.kind is not CandidateKind.HEADING:
            labelled = level > 0 and (labelled or candidate.is_answer_label)
        elif labelled and candidate.level > level:
            lines.add(candidate.line)
        else:
            asks = bool(candidate.number) or candidate.is_asking
            level, labelled = candidate.level if asks else 0, False
    return lines

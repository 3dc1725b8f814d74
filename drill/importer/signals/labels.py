"""The labels that people put before questions, answers and options, in a dozen languages."""

import re
import unicodedata
from dataclasses import dataclass

# What may stand before a label: emphasis, quotation, tags, a picture sign, an arrow.
_LEAD = re.compile(
    r"(?:[\s*_~>`]|\[[ xX]\]\s|</?[A-Za-z][^<>]*>|:[a-z_]+:"
    r"|[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf"
    r"\u2900-\u2bff\ufe0f\u200d\u200b]|[\U0001f000-\U0001faff](?!\u20e3))*"
)
_BOLD_END = r"(?:\s*(?:\*\*|__|</b>|</strong>))?"
_NUMBER = r"(?P<number>\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)"
_CJK_DIGITS = "〇一二三四五六七八九十百"
_Q_WORD = (
    r"question|questão|questao|ques|quest|qn|que|q|pregunta|preg|вопрос|питання|pergunta|frage"
    r"|domanda|soru|pytanie|问题|問題|题目|題目|质问|質問|提问|问|問|题|題|질문|문제"
    r"|câu hỏi|câu|सवाल|प्रश्न|سؤال"
)
_Q_LETTER = "p|в|f|d"
_A_WORD = (
    r"answers?|ans|anwser|abs|solution|soln|respuesta|resp|resposta|ответ|відповідь|antwort|réponse"
    r"|reponse|risposta|cevap|odpowiedź|参考答案|正确答案|标准答案|答案|解答|回答|答え|답변|정답|답"
    r"|答|trả lời|đáp án|उत्तर|الجواب|إجابة"
    r"|(?:the )?(?:correct|right) (?:answer|option|choice)(?: is)?|(?:model|sample|short) answer"
    r"|the answer(?: is)?|respuesta correcta|правильный ответ|richtige antwort|bonne réponse"
)
_A_LETTER = "a|r|о|o"
_SEP = r"[.:)\]、．：·|]"
_QUESTION = re.compile(
    rf"[(\[【<]?(?:(?:{_Q_WORD})\s*[.#№-](?P<dotted>\d{{1,4}}){_BOLD_END}(?=\s+[^\W\d_])"
    rf"|(?:{_Q_WORD})(?:(?<!q)\s+|\s*[-–—.#№]?\s*|\s*(?:no|nº|n°|№)\.?\s*)"
    rf"(?:{_NUMBER})?(?:\s*(?:of|/|de|из)\s*\d+)?{_BOLD_END}\s*"
    rf"(?:[)\]】>]?\s*{_SEP}+|[)\]】]|\s[-–—]+(?=\s)|$)"
    rf"|(?:{_Q_WORD})\s*[.#№-]?\s*(?P<bare>\d{{1,4}}){_BOLD_END}(?=\s|$)"
    rf"|第\s*(?P<ordinal>\d+|[{_CJK_DIGITS}]+)\s*[题題问問道]+\s*{_SEP}?"
    rf"|(?P<weak>{_Q_LETTER})\s?(?P<weak_number>\d{{1,4}})?{_BOLD_END}[:：])"
    rf"{_BOLD_END}\s*",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"[(\[【]?(?:(?:{_A_WORD})\s*[-–—#]?\s*(?P<number>\d{{1,4}})?{_BOLD_END}\s*"
    rf"(?:[)\]】]?\s*{_SEP}+|[\]】]|\s[-–—]+(?=\s)|$)"
    rf"|(?P<letter>{_A_LETTER})\s?[-.]?(?P<letter_number>\d{{1,4}})?{_BOLD_END}\s?[:：]"
    rf"|(?P<dot>a)\s?(?P<dot_number>\d{{1,4}})?{_BOLD_END}\s?[.)](?=\s|$))"
    rf"{_BOLD_END}\s*",
    re.IGNORECASE,
)
_REVEAL = re.compile(
    r"^(?:(?:click|tap|press)\b.{0,30}|(?:show|see|view|reveal|toggle|display|expand|open|check|hide|"
    r"full|detailed|ver|mostrar|показать|смотреть|посмотреть|查看|点击|显示|展开|voir|afficher|"
    r"zeigen?|mostra|pokaż)\b.{0,24})?(?:answers?|solutions?|respuestas?|ответы?|答案|解答|解析|"
    r"réponses?|antwort|soluci[oó]n|resposta|解説|答え|정답)[\s.!…:]*(?:here|anzeigen|ansehen)?$"
    r"|^(?:click|tap)\b.{0,40}$|^(?:show|reveal|expand|spoiler)[\s.!…:]*$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"(?:(?:#|no\.\s?|№\s?)?(?P<plain>\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}){_BOLD_END}\s*"
    rf"(?:\\?\.(?!\d)|\\?\)|[、．:：\]】|]|\s[-–—](?=\s)|(?<=\d\.\d)\s|(?<=\d\.\d\d)\s)"
    rf"|#(?P<hash>\d{{1,4}})(?=\s)"
    rf"|[(\[（【](?P<round>\d{{1,4}}|[{_CJK_DIGITS}]+)[)\]）】]"
    rf"|(?P<keycap>(?:\d\ufe0f?\u20e3|\U0001f51f)+)[.:)]?"
    rf"|(?P<circled>[\u2460-\u2473])"
    rf"|(?P<han>[{_CJK_DIGITS}]{{1,4}})[、．.])"
    rf"{_BOLD_END}\s*(?=\S)"
)
_OPTION = re.compile(
    r"^\s*(?:>\s*)?(?:[-*+•◦]\s+|\d{1,2}[.)]\s+)?(?:\[(?P<box>[ xX✓✔])\](?:\s+|$))?"
    r"(?:(?:\*\*|__|`)?[(\[（]?(?P<letter>[A-Ha-hА-Еа-е])(?:[)\]）]|[.:：、．](?=\s|\*|_|$|[^\W\d_a-z]))\s*)?(?P<text>.*)$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a text: `kind` is question, answer, number, or empty for nothing.

    `end` is where the text begins; `weak` a label of a single letter that other things use too.
    """

    kind: str
    number: tuple[int, ...]
    end: int
    weak: bool = False


NONE = Label("", (), 0)


def read_label(text: str) -> Label:
    """The label that `text` (one line of Markdown) begins with."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    first = text[start : start + 1]
    if not first:
        return NONE
    if match := _QUESTION.match(text, start):
        number = (
            match["number"]
            or match["dotted"]
            or match["bare"]
            or match["ordinal"]
            or match["weak_number"]
            or ""
        )
        return Label("question", _numbers(number), match.end(), match["weak"] is not None)
    if match := _ANSWER.match(text, start):
        number = match["number"] or match["letter_number"] or match["dot_number"] or ""
        weak = (match["letter"] or match["dot"] or "").lower()
        return Label("answer", _numbers(number), match.end(), bool(weak))
    if match := _ORDINAL.match(text, start):
        return Label("number", _numbers(match[match.lastgroup or 0]), match.end())
    return NONE


def is_reveal(text: str) -> bool:
    """Whether a fold's summary or a heading only says that the answer is inside."""
    plain = re.sub(r"<[^<>]*>|[*_`#]|:[a-z_]+:", " ", text)
    words = " ".join("".join(c if c.isalnum() or c in " .!:…" else " " for c in plain).split())
    return bool(words) and bool(_REVEAL.match(words.strip()))


def read_option(line: str) -> tuple[str, bool | None, str] | None:
    """The letter (or empty), the tick (None without a box) and the text of an option's line."""
    match = _OPTION.match(line)
    if match is None or (match["letter"] is None and match["box"] is None):
        return None
    box = None if match["box"] is None else match["box"] != " "
    return (match["letter"] or "").lower(), box, match["text"]


def _numbers(text: str) -> tuple[int, ...]:
    """The ordinal as numbers: `1.2` is (1, 2), `十二` is (12,)."""
    if not text:
        return ()
    if text[0] in _CJK_DIGITS:
        return (_han(text),)
    if "\u20e3" in text or "\U0001f51f" in text:
        text = text.replace("\U0001f51f", "10").replace("\ufe0f", "").replace("\u20e3", "")
    folded = unicodedata.normalize("NFKC", text)
    return tuple(int(part) for part in re.findall(r"\d+", folded))


def _han(text: str) -> int:
    total = current = 0
    for sign in text:
        value = _CJK_DIGITS.index(sign)
        if value <= 9:
            current = value
        else:
            total += (current or 1) * (10 if value == 10 else 100)
            current = 0
    return total + current

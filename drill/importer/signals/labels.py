"""Labels before questions, answers and options, in many languages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from drill.text import lowered


class LabelKind(StrEnum):
    """The meaning of a label for the text after it."""

    NONE = ""
    QUESTION = "question"
    ANSWER = "answer"
    NUMBER = "number"


# Decoration before a label: emphasis, quotation, tags, an emoji, an arrow. Keycaps and the emoji
# of a ten are numbers, so they are excluded.
_LEAD = re.compile(
    r"(?:[\s*_~>`]|\[[ xX]\]\s|[-–•]\s(?=\d{1,3}[.)])|</?[A-Za-z][^<>]{0,200}>|:[a-z_]{1,40}:"
    r"|[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf"
    r"\u2900-\u2bff\ufe0f\u200d\u200b]|(?!\U0001f51f)[\U0001f000-\U0001faff](?!\u20e3))*"
)
_S = r"\s{0,4}"
_BOLD_END = rf"(?:{_S}(?:\*\*|__|</b>|</strong>|\*(?!\*)|_(?!_)))?"
_PARTS = r"\d{1,4}(?:[.\-–]\d{1,3}){0,3}"
_TWO_PARTS = r"\d{1,4}(?:[.\-–]\d{1,3}){1,3}"
"""A number of several parts: `3.2`, or chapter and question, `3-2`."""
_NUMBER = rf"(?P<number>{_PARTS}[a-z]?)"
_CJK_DIGITS = "〇一二三四五六七八九十百"
_Q_WORD = (
    r"(?:practice|sample|example|interview|interviewer|bonus|coding|exam|quiz|test|mock) question"
    r"|question|questão|questao|questione|ques|quest|qn|que|q|pregunta|preg"
    r"|вопрос|питання|pergunta|frage|domanda|soru|pytanie|vraag|fråga|spørgsmål|spørsmål|kysymys"
    r"|otázka|pertanyaan|soal|întrebare|întrebarea|kérdés|ερώτηση|שאלה"
    r"|问题|問題|题目|題目|质问|質問|提问|面试题|问|問|题|題|질문|문제|câu hỏi|câu|सवाल|प्रश्न"
    r"|السؤال|سؤال|سوال|پرسش|س(?=\s?\d)|প্রশ্ন|คำถาม"
    r"|pitanje|питање|vprašanje|въпрос|klausimas|jautājums|küsimus|soalan|spurning|sual|savol"
)
_Q_LETTER = "p|в|f|d"
_QUALITY = (
    r"(?:the|a|an|my|our|your|good|great|strong|best|better|ideal|sample|model|suggested"
    r"|possible|quick|short|long|brief|detailed|full|simple|example|expected|official|final"
    r"|correct|right|perfect|recommended|acceptable|\d[- ]points?)"
)
_QUALIFIER = rf"(?:{_QUALITY}\s+){{0,2}}"
_A_WORD = (
    rf"{_QUALIFIER}(?:answers?|solution)(?: is| outline| sketch)?|{_QUALITY}\s+responses?"
    rf"|{_QUALIFIER}(?:option|choice) is"
    r"|(?:correct|right) (?:option|choice)s?"
    r"|(?:option|choice)(?=\s?[:：]\W{0,4}[a-j]\W{0,4}$)"
    r"|ans|anwser|abs|soln|sol|respuestas?(?: correctas?| sugerida| corta)?|solución|resp"
    r"|(?:alternativa |opção )correta|respostas?(?: corretas?| certas?)?|gabarito"
    r"|(?:правильный |краткий |верный )?ответ|(?:правильные |верные )ответы"
    r"|(?:правильна )?відповідь|(?:richtige |korrekte )?antwort(?:en)?|lösung"
    r"|(?:bonnes? |mauvaise )?réponses?(?: (?:correctes?|modèle|attendue|type))?|reponse|corrigé"
    r"|rispost[ae](?: corrett[ae])?|soluzione"
    r"|(?:doğru )?(?:cevap(?:lar)?|yan[ıi]t(?:lar)?)"
    r"|(?:poprawn[ae] )?odpowied(?:ź|zi)|(?:juiste |correcte )?antwoord(?:en)?"
    r"|(?:rätta? |rett |riktig |korrekt )?svar"
    r"|(?:oikea )?vastaus|(?:správn[áé] )?odpověď|jawaban(?: benar)?|răspuns(?:uri)?(?: corecte?)?"
    r"|(?:helyes )?válasz(?:ok)?|απάντηση|תשובה"
    r"|参考答案|正确答案|正解|标准答案|答案|解答例|解答欄|解答|回答例|回答欄|回答|答え|答复"
    r"|답변|정답|답|答|(?:câu )?trả lời|đáp án|उत्तर|जवाब|الجواب|جواب|الإجابة|إجابة|پاسخ|উত্তর|คำตอบ"
    r"|ج(?=\s?\d)"
    r"|(?:to[čć]an |tačan |pravilen |točni )?odgovori?|(?:тачан |правилен )?(?:одговор|отговор)"
    r"|atsakymas|atbilde|vastus|jawapan|cavab|javob|odpoveď"
)
_A_LETTER = "a|r|о|o|ج"
_SEP = r"[.:)\]、．：·|]"
_SEPS = rf"{_SEP}{{1,3}}(?:(?<=[:：])[-–—](?![\d>]))?"
"""Marks between a label and its text, also `:-`."""
_LANGUAGE = r"(?:\s?[(\[](?:[a-z]{2}|[a-z]{4,10})[)\]])?"
_ASIDE = (
    rf"(?:\s?[(\[](?:[^\s()\[\]]{{1,30}} ){{0,2}}[^\s()\[\]]{{1,30}}[)\]](?={_BOLD_END}{_S}[:：]))?"
)
"""What an answer label says in brackets before its colon; more words are advice."""
_REMARK = rf"(?:{_BOLD_END}(?:\s?[(\[][^()\[\]\n]{{1,30}}[)\]]){{1,3}})?(?:\s?[★☆⭐]{{1,3}})?"
"""What stands between a number and the mark after it: points, a domain, a level."""
_QUESTION = re.compile(
    rf"[(\[【<]?(?:(?:{_Q_WORD}){_S}[.#№-](?P<dotted>\d{{1,4}}){_BOLD_END}(?=\s+[^\W\d_])"
    rf"|(?:{_Q_WORD})(?:{_S}\.?(?:no|nº|n°|№)\.?{_S}(?=\d)|(?<!q)\s{{1,4}}|{_S}[-–—.#№]?{_S})"
    rf"(?:{_NUMBER}{_REMARK})?{_LANGUAGE}(?:{_S}(?:of|/|de|из)\s{{1,4}}\d{{1,4}})?{_BOLD_END}{_S}"
    rf"(?:[)\]】>]?{_S}{_SEPS}|[)\]】]|\s[-–—]{{1,3}}(?=\s)"
    rf"|(?<=q)[-–—](?=\s|[^\W\d_][^\n?]{{2,300}}\?)|(?<=\d){_S}[-–—]{{1,2}}{_S}(?=[^\s\d])|$)"
    rf"|(?:{_Q_WORD}){_S}[.#№-]?{_S}(?P<bare>{_PARTS}){_BOLD_END}(?=\s|$)"
    rf"|第{_S}(?P<ordinal>\d{{1,4}}|[{_CJK_DIGITS}]{{1,5}}){_S}[題题问問道]{{1,2}}{_S}{_SEP}?"
    rf"|(?P<weak>{_Q_LETTER})\s?(?P<weak_number>{_PARTS})?{_BOLD_END}[:：])"
    rf"{_BOLD_END}\s*"
)  # for text in lower case, like the pattern of answers
_ANSWER = re.compile(
    rf"[(\[【]?(?:(?:{_A_WORD}){_S}[-–—#]?{_S}(?P<number>{_PARTS})?(?:{_ASIDE}|{_LANGUAGE}){_BOLD_END}{_S}"
    rf"(?:[)\]】]?{_S}{_SEPS}|[\]】]|\s?[-–—]{{1,2}}(?=[\s:]|\*\*|__|</)|\s?(?:[-–—=]{{1,2}}>|→)(?=\s)|(?<=ns)[-–—](?=\S)|$)"
    rf"|(?P<letter>{_A_LETTER})\s?[-.]?(?P<letter_number>{_PARTS})?{_BOLD_END}\s?[:：]"
    rf"|(?P<parts>a){_S}(?P<parts_number>{_TWO_PARTS}|\d{{1,3}}(?=\*\*\s*$)){_BOLD_END}(?=\s|$)"
    rf"|(?P<dash>a)\s?[-–—]\s"
    rf"|(?P<dot>a)\s?(?P<dot_number>\d{{1,4}})?{_BOLD_END}\s?(?:．|[.)](?=\s|$|\*\*|__(?!\w)|\d{{1,2}}\s*$)))"
    rf"{_BOLD_END}[:：]?\s*"
)
_ORDINAL = re.compile(
    rf"(?:(?:#|no\.\s?|№\s?)?(?P<plain>\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}){_BOLD_END}{_S}"
    rf"(?:\\?\.\s?\)|\\?\.-(?=[^\W\d])|-\)|\\?\.(?!\d)|\\?\)|/(?=\s)|[º°]\)?(?=\s)|[、．:：\]】|]|\s?[-–—](?=\s)|(?<=\d\.\d)\s|(?<=\d\.\d\d)\s)"
    rf"|#(?P<hash>\d{{1,4}})(?=\s)"
    rf"|[(\[（【](?P<round>\d{{1,4}}|[{_CJK_DIGITS}]{{1,5}})[)\]）】]"
    rf"|(?P<keycap>\d{{0,2}}(?:\d\ufe0f?\u20e3|\U0001f51f)+)[.:)]?"
    rf"|(?P<circled>[\u2460-\u2473])"
    rf"|(?P<han>[{_CJK_DIGITS}]{{1,4}})[、．.])"
    rf"{_BOLD_END}\s*(?=\S)"
)
_COLON = re.compile(r"(?<!:)[:：](?!:)")
_BARE_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,2})\s{1,4}(?=[^\W\d_]|[`\"“«])"
    r"|(?:#|no\.?\s?|№\s?)?(?P<alone>\d{1,3})(?:\s?[(\[][^()\[\]\n]{1,30}[)\]])?\W{0,3}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?P<word>[^\W\d_]{{1,12}})\.?\s?(?P<number>\d{{1,3}})"
    rf"(?:{_BOLD_END}\s?[.:)\-–—]{{1,2}}{_BOLD_END}|\*\*)(?:\s{{1,4}}(?=\S)|$)"
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
ALPHABETS: tuple[Sequence[str], ...] = (
    "abcdefghij",
    "абвгдежзи",
    ROMAN,
    "①②③④⑤⑥⑦⑧",
    "アイウエオカキク",
    "가나다라마바사아",
    "ㄱㄴㄷㄹㅁㅂㅅㅇ",
)
"""The letters and signs of options, in order."""
COUNTING = {alphabet[0] for alphabet in ALPHABETS[2:]}
"""The first signs of lists that hold options only now and then."""
FIRST, SECOND = ({alphabet[n] for alphabet in ALPHABETS} for n in (0, 1))
SIGN = rf"(?:viii|vii|vi|v|iv|iii|ii|[A-Ja-jА-Иа-и{''.join(map(''.join, ALPHABETS[3:]))}])"
_OPTION = re.compile(
    r"^\s*(?:>\s*)?(?:[-*+•◦]\s+|\d{1,2}[.)]\s+)?"
    rf"(?=[(\[（☐☑☒*+_`①-⑧]|{SIGN}[)\]）/.:：、． \u3000])"  # other lines fail at once
    r"(?:\((?P<round>[ xX✓✔])\)(?:\s+|$))?"
    r"(?:\[(?P<box>[ xX✓✔]?)\](?:\s+|$)|(?P<ballot>[☐☑☒])\ufe0f?(?:\s+|$))?"
    r"(?P<star>[*+](?=[(\[]?[A-Ja-jА-Иа-и][.)][^*\n]*$))?"
    rf"(?:(?:(?P<bold>\*\*|__)|(?P<code>`))?[(\[（]?(?P<letter>{SIGN})(?:[)\]）]|/(?=\s)|\s[-–—](?=\s)"
    r"|(?<=[①-⑧])\.?|(?<=[ア-ク])(?=\u3000)|[.:：、．](?=\s|\*|_|$|`|[^\W\d_a-z]|<|[^\x00-\u218f])|(?=`[.:)]?\s)"
    r"|(?P=bold)(?:[.:)]|\s[-–—:])?(?=\s))(?P<shut>`[.:)]?)?\s*)?(?P<text>.*)$"
)

WIDE_MARK = r"[.．、)）](?=[\u3040-\u9fff\uac00-\ud7af])"
"""The mark after an option's letter, right before Chinese, Japanese or Korean text."""
REPLIES = (
    r"(?:yes|no|true|false|sí|si|verdadero|falso|sim|não|verdadeiro|oui|non"
    r"|vrai|faux|ja|nein|wahr|да|нет|是|否|对|错|不是|はい|いいえ)"
)
REPLY = re.compile(rf"\W*{REPLIES}\W*")  # for text in lower case
"""An answer in a word, even if most questions have it; "Correct: B" has a label."""
_BREAKS = re.compile(r"(?:\s{0,4}<br\s?/?>){1,4}\s*$", re.IGNORECASE)
"""The line breaks after an option."""
_INLINE_MARK = (
    rf"(?:[)\]）](?:\*\*)?\s{{0,4}}|[.:](?:\*\*)?\s{{1,4}}|{WIDE_MARK}|\s[-–—]\s|(?<=[①-⑧])\s{{0,4}})"
    r"(?=\S)"
)
INLINE_OPTION = re.compile(
    rf"(?:^|(?<=\s))(?:\*\*)?[(\[（]?(?P<letter>{SIGN})(?:{_INLINE_MARK}|(?<=[A-H])\.(?=[^\W_]))"
)
"""An option among several on one line."""
INLINE_SECOND = re.compile(
    rf"\s(?:\*\*)?[(\[（]?(?:[Bb{''.join(SECOND - {'ii'})}Б]|ii){_INLINE_MARK}"
    r"|\sB\.(?=[^\W_].{0,200}\sC\.)"
)
"""The second of several options on one line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label and its `kind`; the text after it begins at `end`.

    `weak` marks a label of a single letter, which may mean other things.
    """

    kind: LabelKind
    number: tuple[int, ...]
    end: int
    weak: bool = False


NONE = Label(LabelKind.NONE, (), 0)


def read_label(text: str) -> Label:
    """The label that `text` (one line of Markdown) begins with."""
    lead = None if text[:1].isascii() and text[:1].isalnum() else _LEAD.match(text)
    start = lead.end() if lead else 0
    if start == len(text):
        return NONE
    folded = lowered(text)
    if match := _QUESTION.match(folded, start):
        number = (
            match["number"]
            or match["dotted"]
            or match["bare"]
            or match["ordinal"]
            or match["weak_number"]
            or ""
        )
        if number and (said := _ANSWER.match(folded, match.end())) and _COLON.search(said[0]):
            # Of "Question 5 Answer: …" the question stands elsewhere.
            return Label(LabelKind.ANSWER, _numbers(number), said.end())
        weak = match["weak"] is not None
        return Label(LabelKind.QUESTION, _numbers(number), match.end(), weak)
    if match := _ANSWER.match(folded, start):
        number = (
            match["number"]
            or match["letter_number"]
            or match["parts_number"]
            or match["dot_number"]
            or ""
        )
        weak = bool(match["letter"] or match["parts"] or match["dot"] or match["dash"])
        return Label(LabelKind.ANSWER, _numbers(number), match.end(), weak)
    if match := _ORDINAL.match(text, start):
        number = _numbers(match[match.lastgroup or 0])
        asked = _QUESTION.match(folded, match.end())
        if asked and not asked["weak"] and _COLON.search(asked[0]) and asked.end() < len(text):
            # "1. Q: What …" has both.
            return Label(LabelKind.QUESTION, number, asked.end())
        return Label(LabelKind.NUMBER, number, match.end())
    return NONE


def read_bare_number(text: str) -> Label:
    """A number before a space, or alone (`3 What …`, `#3`): a label only in a sequence."""
    lead = _LEAD.match(text)
    match = _BARE_NUMBER.match(text, lead.end() if lead else 0)
    if match is None:
        return NONE
    return Label(LabelKind.NUMBER, _numbers(match["number"] or match["alone"]), match.end())


def read_counted_word(text: str) -> tuple[str, Label]:
    """A word with a number (`D1. Che …`), and its label if the word recurs."""
    lead = _LEAD.match(text)
    match = _COUNTED.match(text, lead.end() if lead else 0)
    if match is None:
        return "", NONE
    return match["word"].lower(), Label(LabelKind.NUMBER, _numbers(match["number"]), match.end())


def picture_of(text: str) -> str:
    """The emoji that `text` begins with, or empty."""
    sign = text.lstrip("*_ ")[:1]
    is_picture = "\u2190" <= sign <= "\u2bff" or "\U0001f000" <= sign <= "\U0001faff"
    return sign if is_picture else ""


def read_option(line: str) -> tuple[str, bool | None, str] | None:
    """The letter (or empty), the tick (None without a box) and the text of an option line."""
    match = _OPTION.match(line)
    if match is None:
        return None
    signs = match["box"], match["ballot"], match["round"]
    sign = next((one for one in signs if one is not None), None)
    if match["star"] and match["letter"]:  # a star before the right one
        sign = match["star"]
    if match["letter"] is None and sign is None:
        return None
    box = None if sign is None else bool(sign.strip(" ☐"))
    text = _BREAKS.sub("", match["text"])
    is_code = match["code"] and not match["shut"]
    if is_code and text.count("`") % 2:  # `A. git branch` is code with a letter
        text = f"`{text}"
    return (match["letter"] or "").lower(), box, text


def letters_at(place: int) -> set[str]:
    """The letters of the option at `place`, from 0, in all alphabets."""
    return {alphabet[place] for alphabet in ALPHABETS if place < len(alphabet)}


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

"""What the columns of a table of questions mean, by their headings in several languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Column(StrEnum):
    """What a column holds."""

    QUESTION = "question"
    ANSWER = "answer"
    POINTS = "key points"
    TAGS = "tags"
    DIFFICULTY = "difficulty"
    OPTION = "option"
    CORRECT = "correct"
    ID = "id"
    DECK = "deck"
    NUMBER = "number"
    OTHER = "other"


_HEADINGS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"#|(?:q(?:uestion)?\.? ?)?(?:no\.?|n[º°]|nr\.?|num(?:ber)?)|№|序号|编号"),
    (Column.ID, r"id|guid|key|uuid"),
    (Column.POINTS, r"(?:key ?)?points?|stichpunkte|puntos clave|points clés|要点"),
    (Column.DIFFICULTY, r"difficulty|schwierigkeit|dificultad|difficulté|сложность|难度|難度"),
    (
        Column.CORRECT,
        r"(?:correct|right)(?: ?(?:answers?|options?|choices?))?|richtig|correcta?|"
        r"правильн\w*(?: ответ)?|正确答案",
    ),
    (
        Column.OPTION,
        r"(?:(?:answer[ -])?(?:option|choice|вариант|opción|选项) ?)(?:[A-HА-Е]|[1-8])|[A-H]",
    ),
    (
        Column.QUESTION,
        r"(?:interview |the )?questions?|q|preguntas?|вопросы?|问题|問題|题目|題目|fragen?"
        r"|perguntas?|domand[ae]|質問|질문|prompt|front|vorderseite"
        r"|recto|anverso|soru|pytani[ea]|terms?|begriff|término",
    ),
    (
        Column.ANSWER,
        r"(?:the |model |sample |suggested )?answers?|a|ans\.?|respuestas?|ответы?|答案|回答"
        r"|解答|答|antwort(?:en)?|réponses?|respostas?|rispost[ae]|답|답변|solutions?|definitions?|back"
        r"|rückseite|verso|reverso|cevap|odpowied\w+|meaning|definición|définition"
        r"|explanations?|erklärung|explicación|explication|объяснение|пояснение|解析|解释",
    ),
    (
        Column.TAGS,
        r"tags?|topics?|categor(?:y|ies)|sections?|areas?|subjects?|themen?|schlagw\w+|temas?|темы?"
        r"|категори[яи]|разделы?|etiquetas?|分类|类别|主题|标签",
    ),
    (Column.DECK, r"decks?|stapel|mazo|колода"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """The meaning of each column of a table; `has_header` whether its first row only names them."""

    columns: tuple[Column, ...]
    names: tuple[str, ...]
    has_header: bool

    def first(self, column: Column) -> int | None:
        """The place of the first column of that meaning."""
        return self.columns.index(column) if column in self.columns else None

    def all(self, column: Column) -> list[int]:
        """The places of the columns of that meaning."""
        return [place for place, each in enumerate(self.columns) if each is column]


def column_of(heading: str) -> Column:
    """What a column with this heading holds; `OTHER` where the heading is no known one."""
    text = re.sub(r"[*_`:]|<[^<>]*>", "", heading).strip().lstrip("\ufeff")
    if len(text) > 40:
        return Column.OTHER
    for column, pattern in _HEADINGS:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return column
    return Column.OTHER


def layout(rows: Sequence[Sequence[str]]) -> Layout:
    """The layout of a table by its first row, which is a header if it names a question column.

    Without a header the first column that holds more than numbers asks and the next one answers.
    """
    first = [cell.strip() for cell in rows[0]]
    columns = tuple(map(column_of, first))
    if columns.count(Column.OPTION) == 1:  # "Q" and "A" are a pair, not the first of four options
        columns = _with(columns, columns.index(Column.OPTION), Column.ANSWER)
    named = Layout(columns, tuple(first), has_header=True)
    if Column.QUESTION in columns and len(columns) > 1 and columns.count(Column.OTHER) < len(first):
        if Column.ANSWER in columns or len(set(columns) - {Column.OTHER}) > 1:
            return named
        place = columns.index(Column.QUESTION)
        others = [n for n, each in enumerate(columns) if each is Column.OTHER and n > place]
        if others:
            return replace(named, columns=_with(columns, others[0], Column.ANSWER))
    return _without_header(rows)


def _with(columns: tuple[Column, ...], place: int, column: Column) -> tuple[Column, ...]:
    return (*columns[:place], column, *columns[place + 1 :])


def _without_header(rows: Sequence[Sequence[str]]) -> Layout:
    width = max(len(row) for row in rows)
    columns = [Column.OTHER] * width
    sample = rows[:200]
    start = 0
    if width > 2 and all(re.fullmatch(r"\s*\d*[.)]?\s*", row[0]) for row in sample if row):
        columns[0], start = Column.NUMBER, 1
    columns[start] = Column.QUESTION
    if start + 1 < width:
        columns[start + 1] = Column.ANSWER
    return Layout(tuple(columns), ("",) * width, has_header=False)

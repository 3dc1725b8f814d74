"""Tables with a column of questions and a column of answers."""

import re
from collections.abc import Iterator

from drill.importer.signals.candidates import Candidate, clean_title
from drill.importer.signals.labels import NONE, read_label
from drill.importer.signals.outline import Outline, Proposal, Start
from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.source.leaves import Leaf
from drill.text import words

_QUESTION = re.compile(
    r"question|^q$|preguntas?|вопрос|问题|問題|题目|題目|frage|pergunta|domanda|質問|질문|prompt|^term$|front|soru|pytanie",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"answer|^a$|^ans|respuesta|ответ|答案|回答|解答|答|antwort|réponse|resposta|risposta|답|solution|definition"
    r"|explanation|back|cevap|odpowied",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"^(?:(?:option|choice|вариант|opción|选项)\s*)?([A-HА-Е]|[1-6])$", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:#|no\.?|n[º°]|№|id|nr\.?|num(?:ber)?|序号|编号|\d*)$", re.IGNORECASE)
_TAGGED = re.compile(
    r"topic|categor|section|area|subject|tag|tema|тема|категор|раздел|分类|类别|主题", re.IGNORECASE
)


def propose(outline: Outline) -> Iterator[Proposal]:
    """All rows of all tables that have a column of questions."""
    starts: list[Start] = []
    for leaf in outline.document.leaves:
        if leaf.kind == "table" and leaf.start not in outline.barred and len(leaf.rows) >= 2:
            starts += _rows(leaf)
    if starts:
        yield Proposal("table rows", starts)


def _rows(leaf: Leaf) -> Iterator[Start]:
    header = [re.sub(r"[*_`:]|<[^<>]*>", "", cell).strip() for cell in leaf.rows[0][1]]
    rows = leaf.rows[1:]
    column = _question_column(header, rows)
    if column is None:
        return
    options = [n for n, cell in enumerate(header) if _OPTION.match(cell) and n != column]
    if len(options) < 2:
        options = []
    answer = next(
        (
            n
            for n, cell in enumerate(header)
            if n not in {column, *options} and _ANSWER.search(cell)
        ),
        None,
    )
    tagged = [
        n for n, cell in enumerate(header) if _TAGGED.search(cell) and n not in {column, answer}
    ]
    numbers = [
        n
        for n, cell in enumerate(header)
        if _NUMBER.match(cell)
        and n not in {column, answer}
        and n not in options
        and all(len(row[n]) < 8 for _, row in rows if n < len(row))
    ]
    others = [
        n for n in range(len(header)) if n not in {column, answer, *options, *tagged, *numbers}
    ]
    if answer is None and len(others) == 1:
        answer = others.pop()
    for line, row in rows:
        cells = row + [""] * (len(header) - len(row))
        if not words(cells[column]):
            continue
        label = read_label(cells[column])
        title = clean_title(cells[column], label if label.kind in {"question", "number"} else NONE)
        parts = [cells[answer]] if answer is not None else []
        parts += [f"**{header[n]}:** {cells[n]}" for n in others if cells[n].strip()]
        candidate = Candidate(line, line + 1, "row", 0, label, title, "", "", leaf)
        yield Start(
            candidate,
            title,
            line + 1,
            "\n\n".join(part for part in parts if part.strip()),
            line + 1,
            True,
            "\n".join(f"- {header[n]}: {cells[n]}" for n in options if cells[n].strip()),
            tuple(cells[n] for n in tagged if cells[n].strip()),
        )


def _question_column(header: list[str], rows: list[tuple[int, list[str]]]) -> int | None:
    named = [n for n, cell in enumerate(header) if _QUESTION.search(cell)]
    answered = any(_ANSWER.search(cell) for cell in header)
    columns: list[int] = [*named, *range(len(header))]
    for column in columns:
        titles = [row[column] for _, row in rows if column < len(row) and row[column].strip()]
        if not titles:
            continue
        asking = sum(
            question_likelihood(re.sub(r"^\W*\d+[.)]\s*", "", title)) for title in titles
        ) / len(titles)
        if (column in named and (answered or asking >= 0.4)) or (asking >= 0.7 and len(header) > 1):
            return column
    return None

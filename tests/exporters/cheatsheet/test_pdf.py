"""Cheat sheets as PDF, read again by poppler: what is on the page, and where."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.exporters.cheatsheet.content import Depth, Sheet
from drill.exporters.cheatsheet.paper import Form, Paper
from drill.exporters.cheatsheet.pdf import Filled, fitted, pdf
from drill.model import Entry, KeyPoint, Option, Question
from tests.exporters.boxes import needs_poppler, pages, text_of
from tests.exporters.conftest import ENTRIES, KNOWN, no_step, question

pytestmark = [pytest.mark.slow, needs_poppler]
A4 = Form()
MARGIN, GUTTER = 26.0, 14.0
SheetOf = Callable[..., Sheet]


def whole(made: Sheet, form: Form = A4, *, numbered: bool = False) -> Filled:
    return pdf(made, form, no_step, numbered=numbered)


def filled(made: Sheet, count: int, form: Form = A4, *, numbered: bool = False) -> Filled:
    return fitted(made, form, count, no_step, numbered=numbered)


def many(count: int, words: int = 16) -> list[Entry]:
    points = [KeyPoint(f"point {number} " + "word " * words) for number in range(4)]
    points.append(KeyPoint("a bonus " * 8, bonus=True))
    return [replace(ENTRIES[0], question=question(f"q{n}", *points)) for n in range(count)]


def test_hostile_text_is_printed_literally(sheet_of: SheetOf) -> None:
    text = text_of(whole(sheet_of(Depth.FULL)).pdf.content)
    for shown in (
        '#panic("x")',
        "<script>alert(1)</script>",
        '#read("/etc/passwd")',
        "$\\frac{1}{$",
        "[picture: tracker]",
    ):
        assert shown in text
    assert "2026-11-24 · basics" in text
    assert "1/1" in text.replace(" ", "")


def test_the_same_sheet_gives_the_same_bytes(sheet_of: SheetOf) -> None:
    made = filled(sheet_of(), 1)
    assert filled(sheet_of(), 1) == made
    assert whole(sheet_of()) == whole(sheet_of())


def test_the_document_has_its_date_its_language_and_its_headings(sheet_of: SheetOf) -> None:
    german = [replace(entry, lang="de") for entry in ENTRIES]
    content = whole(sheet_of(entries=german)).pdf.content
    done = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True)
    assert re.search(r"CreationDate: +\w+ Nov 24 .* 2026", done.stdout.decode())
    assert b"/Lang (de)" in content or b"/Lang(de)" in content


def test_points_are_a_list_and_formulas_have_words(sheet_of: SheetOf) -> None:
    content = whole(sheet_of(entries=ENTRIES[:1])).pdf.content
    done = subprocess.run(
        ["pdfinfo", "-struct", "-"], input=content, capture_output=True, check=True
    )
    tags = re.findall(r"^ *(\w+)", done.stdout.decode(), re.MULTILINE)
    assert tags.count("LI") == 2
    assert "Formula" in tags


def sizes(made: Filled, word: str = "word") -> set[float]:
    """The heights of the box of a word wherever it stands."""
    found = pages(made.pdf.content).words
    return {round(each.bottom - each.top, 1) for each in found if each.text == word}


def test_the_default_type_size_is_nine_points(sheet_of: SheetOf) -> None:
    (nine,) = sizes(filled(sheet_of(entries=many(60)), 1))
    (seven,) = sizes(filled(sheet_of(entries=many(60)), 1, Form(size=7, largest=7)))
    assert round(seven / nine, 2) == round(7 / 9, 2)


@pytest.mark.parametrize(
    "form", [A4, Form(columns=3), Form(Paper.LETTER, 3, landscape=True), Form(size=7, columns=1)]
)
def test_so_many_pages_are_filled_and_no_column_is_under_half_full(
    sheet_of: SheetOf, form: Form
) -> None:
    made = filled(sheet_of(entries=many(400)), 2, form)
    found = pages(made.pdf.content)
    assert (made.pdf.pages, found.count) == (2, 2)
    assert made.carried < 400
    assert min(found.fullness(MARGIN, form.columns, 60)) > 0.85
    assert found.overflowing(MARGIN, form.columns, GUTTER) == []


def test_what_is_left_out_is_counted_and_the_command_prints_it(sheet_of: SheetOf) -> None:
    made = filled(sheet_of(entries=many(90)), 1, Form(columns=1))
    text = " ".join(text_of(made.pdf.content).split())
    gone = 90 - made.carried
    assert f"Left out: {gone} of 90 questions and " in text
    assert "All of it: drill export cheatsheet -o all.pdf" in text
    assert "Left out" not in text_of(filled(sheet_of(), 1).pdf.content)


def test_a_title_for_every_question_comes_before_the_second_point_of_any(
    sheet_of: SheetOf,
) -> None:
    made = filled(sheet_of(entries=many(30)), 1)
    assert made.carried == 30
    text = text_of(made.pdf.content)
    assert text.count("point 0") == 30
    assert 0 < text.count("point 1") < 30


def test_a_title_and_its_only_point_are_one_paragraph(sheet_of: SheetOf) -> None:
    points = KeyPoint("It has one."), KeyPoint("It has two.")
    one, two = question("one", points[0]), question("two", *points)
    made = whole(sheet_of(entries=[replace(ENTRIES[0], question=each) for each in (one, two)]))
    lines = [" ".join(line.split()) for line in text_of(made.pdf.content).split("\n")]
    assert any("What is one? It has one." in line for line in lines)
    assert not any("What is two? It has one." in line for line in lines)


def test_what_stands_beside_short_code_takes_no_lines_of_its_own(sheet_of: SheetOf) -> None:
    code = "a = 1\nb = 2\nc = 3\nprint(a, b, c)"
    options = Option("one"), Option("the right one", correct=True)
    asked = Question("q", f"What is printed?\n\n```\n{code}\n```", options=options)
    wide = replace(asked, text=asked.text.replace("c = 3", "c = 3  # " + "and " * 16))

    def places(question: Question) -> tuple[float, float]:
        entry = replace(ENTRIES[0], question=question)
        words = pages(whole(sheet_of(entries=[entry])).pdf.content).words
        found = {word.text: word for word in words}
        return found["print(a,"].bottom, found["right"].top

    code_ends, right_begins = places(asked)
    assert right_begins < code_ends
    code_ends, right_begins = places(wide)
    assert right_begins >= code_ends


def test_few_questions_are_set_larger_unless_their_lines_would_break(sheet_of: SheetOf) -> None:
    (nine,) = sizes(filled(sheet_of(entries=many(400)), 1))
    (larger,) = sizes(whole(sheet_of(entries=many(2))))
    assert 11 / 9 * nine == pytest.approx(larger, abs=0.2)
    just_fits = [KeyPoint("word " * 12)] * 6
    entries = [replace(each, question=question("q", *just_fits)) for each in many(8)]
    (kept,) = sizes(whole(sheet_of(entries=entries)))
    assert kept < 10 / 9 * nine


def test_few_questions_have_more_air(sheet_of: SheetOf) -> None:
    def pitch(form: Form) -> float:
        words = pages(whole(sheet_of(entries=many(20, 1)), form).pdf.content).words
        tops = [word.top for word in words if word.text == "point" and word.left < 100]
        return min(below - above for above, below in pairwise(tops))

    assert pitch(Form(size=9, largest=9.4)) > 1.1 * pitch(Form(size=9, largest=9))


def test_whole_answers_run_on_over_columns_that_end_alike(sheet_of: SheetOf) -> None:
    answer = "A sentence of an answer that is long. " * 60
    entries = [replace(each, question=Question("q", "Q?", answer)) for each in many(5)]
    found = pages(whole(sheet_of(Depth.FULL, entries=entries)).pdf.content)
    fullness = found.fullness(MARGIN, 2, 60)
    assert max(fullness) - min(fullness) < 0.12


def test_code_is_set_from_left_to_right_whatever_is_around_it(sheet_of: SheetOf) -> None:
    answer = "الأولى تدرّب النموذج.\n\n```\nfit(X)\npredict(X, y, z)\n```"
    arabic = replace(ENTRIES[0], lang="ar", question=Question("q", "ما الفرق؟", answer))
    found = {word.text: word for word in pages(whole(sheet_of(entries=[arabic])).pdf.content).words}
    assert found["fit(X)"].left == pytest.approx(found["predict(X,"].left)


def test_short_code_is_not_torn_over_columns(sheet_of: SheetOf) -> None:
    code = "\n".join(f"line{number}" for number in range(12))
    questions = [
        Question(f"q{n}", "Q?", "A sentence. " * (5 + n * 7 % 23) + f"\n\n```\n{code}\n```")
        for n in range(60)
    ]
    entries = [replace(ENTRIES[0], question=each) for each in questions]
    words = pages(whole(sheet_of(Depth.FULL, entries=entries)).pdf.content).words
    firsts = [(word.page, word.left > 290) for word in words if word.text == "line0"]
    lasts = [(word.page, word.left > 290) for word in words if word.text == "line11"]
    assert sorted(firsts) == sorted(lasts)


def test_emoji_before_a_title_are_left_away(sheet_of: SheetOf) -> None:
    asked = Question("q", "🚀 \U0001f525Why? 🚀", "So.")
    entries = [
        replace(ENTRIES[0], question=asked, deck_title="📋 Deep"),
        replace(ENTRIES[1], deck_title="Other"),
    ]
    text = text_of(whole(sheet_of(entries=entries)).pdf.content)
    assert "Why?" in text
    assert "Deep" in text
    assert "clipboard" not in text
    assert "fire" not in text
    assert text.count("rocket") + text.count("🚀") == 1


def test_a_formula_higher_than_its_line_keeps_clear_of_the_lines_around(
    sheet_of: SheetOf,
) -> None:
    def height(formula: str) -> float:
        points = KeyPoint("above it"), KeyPoint(f"${formula}$"), KeyPoint("below it")
        entry = replace(ENTRIES[0], question=question("q", *points))
        words = pages(whole(sheet_of(entries=[entry])).pdf.content).words
        found = {word.text: word for word in words}
        return found["below"].top - found["above"].top

    assert height(r"\prod_{i=1}^{L} p_i") > 1.1 * height("p_i")


def test_missed_points_are_shown_before_known_ones(sheet_of: SheetOf) -> None:
    entries = [*many(90), *ENTRIES[:3]]
    text = text_of(filled(sheet_of(entries=entries, known=KNOWN), 1, Form(columns=1)).pdf.content)
    assert "What is resnet?" in text
    assert "What is epochs?" in text
    assert "What is dropout?" not in text


def test_questions_alone_are_numbered_and_run_over_the_columns(sheet_of: SheetOf) -> None:
    made = whole(sheet_of(Depth.TITLES, entries=many(150)), numbered=True)
    found = pages(made.pdf.content)
    assert found.count == 2
    assert min(found.fullness(MARGIN, 2, 60)) > 0.5
    placed = sorted(found.words, key=lambda word: (word.page, word.left > 290, word.top))
    numbers = [int(word.text) for word in placed if word.text.isdigit() and word.top < 800]
    assert numbers == list(range(1, 151))


def test_no_page_is_blank(sheet_of: SheetOf) -> None:
    for depth in Depth:
        if depth is not Depth.MISSED:
            made = whole(sheet_of(depth, entries=many(60)), numbered=depth is Depth.TITLES)
            found = pages(made.pdf.content)
            counts = [
                sum(word.page == page for word in found.words) for page in range(1, found.count + 1)
            ]
            assert min(counts) > 40


def test_the_paper_size_changes_the_page(sheet_of: SheetOf) -> None:
    sizes = [
        re.search(rb"/MediaBox ?\[([^]]*)\]", whole(sheet_of(), Form(paper, 1)).pdf.content)
        for paper in Paper
    ]
    assert [size and size[1] for size in sizes] == [b"0 0 595.2756 841.8898", b"0 0 612 792"]


def test_a_question_that_cannot_fit_is_refused(sheet_of: SheetOf) -> None:
    long = [replace(ENTRIES[0], question=question("word " * 3_000))]
    with pytest.raises(DrillError, match="nothing fits on 1 page"):
        filled(sheet_of(entries=long), 1)


def test_each_question_is_a_step(sheet_of: SheetOf) -> None:
    steps: list[int] = []
    pdf(sheet_of(), A4, lambda: steps.append(1), numbered=False)
    assert len(steps) == 4


def test_a_long_address_is_broken_without_a_sign_that_a_search_would_meet(
    sheet_of: SheetOf,
) -> None:
    point = KeyPoint("see " + "https://example.org/" + "abcdefghij" * 12)
    code = KeyPoint("call `" + "componentWillUpdate.nextProps_" * 4 + "` before")
    entry = replace(ENTRIES[0], question=question("long", point, code))
    content = whole(sheet_of(entries=[entry]), Form(columns=3)).pdf.content
    assert "\u200b" not in text_of(content)
    assert pages(content).overflowing(MARGIN, 3, GUTTER) == []


def test_a_word_of_a_page_is_broken_as_often_as_need_be(sheet_of: SheetOf) -> None:
    words = replace(question("long", KeyPoint("short")), answer="[" * 20_000 + " `" + "x" * 20_000)
    entry = replace(ENTRIES[0], question=words)
    content = whole(sheet_of(Depth.FULL, entries=[entry]), Form(columns=3)).pdf.content
    assert text_of(content).count("[") == 20_000
    assert pages(content).overflowing(MARGIN, 3, GUTTER) == []


def test_typst_errors_are_reported(sheet_of: SheetOf, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(*_: object, **__: object) -> bytes:
        raise RuntimeError("failed to compile document: maximum grouping depth exceeded\nat 1:2")

    monkeypatch.setattr("typst.compile", too_deep)
    with pytest.raises(DrillError) as refused:
        whole(sheet_of(), Form())
    assert refused.value.message == (
        "cannot make a PDF of this: failed to compile document: maximum grouping depth exceeded"
    )
    assert refused.value.hint == "-o FILE.html shows it"


def test_a_missed_point_is_darker_than_a_known_one_on_paper_without_color(
    sheet_of: SheetOf,
) -> None:
    content = whole(sheet_of(entries=ENTRIES[1:2], known=KNOWN)).pdf.content
    picture = subprocess.run(
        ["pdftoppm", "-gray", "-r", "300", "-"], input=content, capture_output=True, check=True
    ).stdout
    found = {word.text: word for word in pages(content).words}

    def darkness(word: str) -> float:
        """The share of ink in the box of a word."""
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
        assert header
        width, scale, box = int(header[1]), 300 / 72, found[word]
        rows = range(int(box.top * scale), int(box.bottom * scale))
        left, right = int(box.left * scale), int(box.right * scale)
        pixels = b"".join(picture[header.end() + y * width :][left:right] for y in rows)
        return sum(255 - value for value in pixels) / len(pixels) / 255

    assert darkness("many") > 1.5 * darkness("pass")


def test_every_formula_and_every_nesting_can_be_printed(sheet_of: SheetOf) -> None:
    table = (Path(__file__).parents[2] / "markdown" / "formulas.tsv").read_text("utf-8")
    formulas = [line.split("\t")[0] for line in table.splitlines()]
    nested = [r"\sqrt{%s}", r"\sqrt{a%s}", r"\left(a%s\right)", r"\begin{matrix}%s\end{matrix}"]
    deep = "".join(f"{'> - ' * 9}${_nested(tex, 28)}$ ${_nested(tex, 57)}$\n\n" for tex in nested)
    answer = deep + "".join(f"\n\n${tex}$\n\n$${tex}$$" for tex in formulas)
    entry = replace(ENTRIES[0], question=replace(ENTRIES[0].question, answer=answer))
    assert whole(sheet_of(Depth.FULL, entries=[entry])).pdf.pages >= 1


def _nested(tex: str, depth: int) -> str:
    return _nested(tex, depth - 1).join(tex.split("%s")) if depth else "x"

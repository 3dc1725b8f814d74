"""The layout of PDF sheets, checked by the text boxes of their pages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from drill.exporters.cheatsheet.content import Depth, Sheet
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.pdf import Filled, fitted, pdf
from drill.model import Entry, KeyPoint, Option, Question
from tests.exporters.boxes import needs_poppler, pages, text_of
from tests.exporters.conftest import ENTRIES, no_step, question

pytestmark = [pytest.mark.slow, needs_poppler]
A4 = Form()
MARGIN = 26.0
SheetOf = Callable[..., Sheet]


def whole(made: Sheet, form: Form = A4) -> Filled:
    return pdf(made, form, no_step, numbered=False)


def asked(*questions: Question) -> list[Entry]:
    return [replace(ENTRIES[0], question=each) for each in questions]


def test_the_columns_of_the_last_of_many_pages_end_alike(sheet_of: SheetOf) -> None:
    answer = "A sentence of an answer that is long.\n\n" * 40
    entries = asked(*(Question(f"q{n}", "Q?", answer) for n in range(17)))
    found = pages(whole(sheet_of(Depth.FULL, entries=entries)).pdf.content)
    assert found.count > 4
    assert min(found.fullness(MARGIN, 2, 60)) > 0.7


def test_a_lead_in_stays_with_its_list_or_code(sheet_of: SheetOf) -> None:
    leads = "Benefits:", "**Usage**"
    parts = [
        f"{leads[n % 2]}\n\n- **It** has {n}.\n\n{'Words. ' * (n * 7 % 41)}" for n in range(90)
    ]
    entries = asked(Question("q", "Q?", "\n\n".join(parts)))
    words = pages(whole(sheet_of(Depth.FULL, entries=entries)).pdf.content).words
    below = Counter((word.page, word.left > 290) for word in words if word.top < 800)
    lowest = {
        column: max(
            (word for word in words if (word.page, word.left > 290) == column and word.top < 800),
            key=lambda word: word.top,
        ).text
        for column in below
    }
    assert len(lowest) > 4
    assert not {"Benefits:", "Usage"} & set(lowest.values())


def test_a_few_questions_stand_in_one_column_of_large_type(sheet_of: SheetOf) -> None:
    entries = asked(*(question(f"q{n}", KeyPoint(f"point {n}")) for n in range(3)))
    form = Form(adapts=True)
    words = pages(whole(sheet_of(entries=entries), form).pdf.content).words
    points = [word for word in words if word.text == "point"]
    assert len({round(word.left) for word in points}) == 1
    (kept,) = {round(word.bottom - word.top, 1) for word in points}
    columns = pages(whole(sheet_of(entries=entries)).pdf.content).words
    (eleven,) = {round(word.bottom - word.top, 1) for word in columns if word.text == "point"}
    assert kept / eleven == pytest.approx(13 / 11, abs=0.01)


def test_questions_that_fill_half_a_page_in_large_type_stay_in_columns(sheet_of: SheetOf) -> None:
    points = [KeyPoint(f"point {number}") for number in range(6)]
    entries = asked(*(question(f"q{n}", *points) for n in range(8)))
    words = pages(whole(sheet_of(entries=entries), Form(adapts=True)).pdf.content).words
    assert len({word.left > 290 for word in words if word.text == "point"}) == 2


@pytest.mark.parametrize(("asked_for", "made_of"), [(1, 1), (2, 2), (3, 3), (9, 3)])
def test_a_few_questions_fill_the_pages_or_fewer_of_them(
    sheet_of: SheetOf, asked_for: int, made_of: int
) -> None:
    points = [KeyPoint(f"point {number} of the question") for number in range(6)]
    entries = asked(*(question(f"q{n}", *points) for n in range(13)))
    form = Form(adapts=True)
    made = fitted(sheet_of(entries=entries), form, asked_for, no_step, numbered=False)
    found = pages(made.pdf.content)
    assert (made.carried, made.pdf.pages) == (13, made_of)
    columns = 2 if made_of == 1 else 1
    assert min(found.fullness(60 if columns == 1 else MARGIN, columns, 0)) > 0.5


def output(code: str, answer: str) -> Question:
    options = Option("nothing"), Option(answer, correct=True)
    text = f"What's the output?\n\n```\n{code}\n```"
    return Question(code, text, f"The reason of {code}. More.", options=options)


def test_a_title_that_question_after_question_has_stands_once(sheet_of: SheetOf) -> None:
    other = Question("other", "And why?\n\n```\nf()\n```", "So it is.")
    made = sheet_of(entries=asked(output("a", "1"), output("b", "2"), other, output("c", "3")))
    text = text_of(whole(made).pdf.content)
    assert text.count("What's the output?") == 2
    assert [text.count(f"The reason of {code}") for code in "abc"] == [1, 1, 1]
    assert (
        text_of(
            whole(
                sheet_of(Depth.TITLES, entries=asked(output("a", "1"), output("b", "2")))
            ).pdf.content
        ).count("What's the output?")
        == 1
    )


def test_pages_of_code_are_filled_to_the_end_of_each_column(sheet_of: SheetOf) -> None:
    entries = asked(*(output(f"line{n}()\n" * (n % 9 + 1), str(n)) for n in range(120)))
    made = fitted(sheet_of(entries=entries), Form(), 2, no_step, numbered=False)
    found = pages(made.pdf.content)
    assert (made.pdf.pages, found.count) == (2, 2)
    assert min(found.fullness(MARGIN, 2, 60)) > 0.85


def test_questions_without_an_answer_leave_the_room_to_the_others(sheet_of: SheetOf) -> None:
    bare = [Question(f"b{n}", f"Bare question {n}?") for n in range(150)]
    entries = asked(*bare, *(question(f"q{n}", KeyPoint("a point")) for n in range(60)))
    made = fitted(sheet_of(entries=entries), Form(), 1, no_step, numbered=False)
    text = text_of(made.pdf.content)
    assert text.count("a point") == 60
    assert 0 < text.count("Bare question") < 150


def test_limited_space_is_shared_between_decks(sheet_of: SheetOf) -> None:
    def deck(name: str, count: int) -> list[Entry]:
        own = asked(*(question(f"q{n}", KeyPoint(f"of {name}")) for n in range(count)))
        return [replace(entry, deck=name, deck_title=name, path=name) for entry in own]

    made = sheet_of(entries=[*deck("first", 200), *deck("second", 100)])
    text = text_of(fitted(made, Form(), 1, no_step, numbered=False).pdf.content)
    first, second = text.count("of first"), text.count("of second")
    assert 0.4 < second / first < 0.6
    assert first + second < 150


def test_a_command_option_is_not_broken_after_its_hyphen(sheet_of: SheetOf) -> None:
    points = [KeyPoint("word " * n + "`-g/--gid` sets it") for n in range(4, 14)]
    entries = asked(question("q", *points[:9]))
    text = text_of(whole(sheet_of(entries=entries), Form(columns=4, largest=9)).pdf.content)
    assert text.count("-g/--gid") == 9


def test_keycap_frames_are_removed(sheet_of: SheetOf) -> None:
    made = whole(sheet_of(entries=asked(question("q", KeyPoint("1️⃣ first")))))
    assert "1 first" in text_of(made.pdf.content)
    assert made.pdf.missing == ""

"""PDFs with a text layer: questions as they were set, without what pages put around them."""

import json

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.importer.formats.pdf import document
from drill.importer.formats.pdf.document import read_pdf
from drill.importer.formats.pdf.furniture import lines_of
from drill.importer.formats.pdf.process import read_pages_apart
from drill.importer.formats.pdf.text import Look, Piece
from tests.importer.formats.samples import pdf

pytestmark = pytest.mark.slow

pytest.importorskip("typst")
pytest.importorskip("pypdfium2")

HEADED = """
#set page(header: align(right)[Interview notes])
#set page(footer: context align(center)[#counter(page).display("1 / 1", both: true)])
= Systems
== 1. What does a load balancer do with a server that stops answering for a while?
It takes the server *out of rotation* after _several_ failed checks, and puts it back when they
succeed. Some connections are drained.

Then comes `health()`:
```
def f(x):
    return x
```
- one
- two and a good deal more than fits into one line of this narrow page, so that it wraps
  - nested
#v(5cm)
== 2. Why a queue between two services of the same kind?
To survive peaks.
"""


def test_headings_paragraphs_code_and_lists_are_recognised_by_their_type() -> None:
    assert read_pdf(pdf(HEADED), "x.pdf") == (
        "# Systems\n\n"
        "## 1. What does a load balancer do with a server that stops answering for a while?\n\n"
        "It takes the server **out of rotation** after *several* failed checks, and puts it back "
        "when they succeed. Some connections are drained.\n\n"
        "Then comes `health()`:\n\n```\ndef f(x):\n    return x\n```\n\n"
        "- one\n- two and a good deal more than fits into one line of this narrow page, so that it "
        "wraps\n  - nested\n\n"
        "## 2. Why a queue between two services of the same kind?\n\nTo survive peaks."
    )


def test_a_paragraph_continues_on_the_next_page_without_running_heads() -> None:
    lines = " ".join(f"word{n}" for n in range(250))
    source = (
        f"#set page(footer: context [Page #counter(page).display()])\n{lines} end.\n\nNext one."
    )
    assert read_pdf(pdf(source), "x.pdf") == f"{lines} end.\n\nNext one."


def test_a_number_in_large_type_at_the_top_of_a_page_is_a_heading() -> None:
    source = "= Cards\nBelow.\n#pagebreak()\n= #[\\#5]\nWhat is a lock?\n\nIt excludes others."
    assert read_pdf(pdf(source), "x.pdf") == (
        "# Cards\n\nBelow.\n\n# #5\n\nWhat is a lock?\n\nIt excludes others."
    )


def test_hyphenated_words_are_joined_and_compounds_keep_their_hyphen() -> None:
    source = (
        '#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n'
        "Responsibilities of distributed infrastructure administrators: internationalization, "
        "containerization, standardization, virtualization, authentication and authorization."
    )
    found = read_pdf(pdf(source), "x.pdf")
    assert "-" not in found
    assert "internationalization, containerization, standardization, virtualization" in found


def test_bold_lines_are_questions_and_forced_line_breaks_stay() -> None:
    source = (
        "*Q1. What is a port, and which of its numbers may a program of any user take on a usual "
        "system?* \\ A number. \\ \\ *Q2. What is* `ls`*?* \\ A command."
        "\n\n*Level:* easy \\ *Topic:* net"
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "**Q1. What is a port, and which of its numbers may a program of any user take on a usual "
        "system?**\n\nA number.\n\n**Q2. What is `ls`?**\n\nA command.\n\n"
        "**Level:** easy  \n**Topic:** net"
    )


def test_a_table_continues_on_the_next_page() -> None:
    rows = "".join(
        f"[{n}], [What is item {n} for, in one line or two?], [Use {n}],\n" for n in range(1, 15)
    )
    source = f"#table(columns: (1cm, 4cm, 3cm), [*No.*], [*Question*], [*Answer*],\n{rows})"
    found = read_pdf(pdf(source), "x.pdf").split("\n")
    assert found[:3] == [
        "| No. | Question | Answer |",
        "| --- | --- | --- |",
        "| 1 | What is item 1 for, in one line or two? | Use 1 |",
    ]
    assert found[-1] == "| 14 | What is item 14 for, in one line or two? | Use 14 |"
    assert len(found) == 16


def test_columns_are_read_in_order() -> None:
    texts = [
        f"Paragraph {n} of some length that wraps in its narrow column here." for n in range(12)
    ]
    source = "#set page(columns: 2)\n#set text(size: 8pt)\n" + "\n\n".join(texts)
    assert read_pdf(pdf(source), "x.pdf") == "\n\n".join(texts)


def test_drawn_bullets_become_list_markers() -> None:
    source = (
        "#set enum(body-indent: 3em)\n+ What is a port?\n+ What is a host?\n+ What is a net?\n\n"
        'Word:\n#set list(body-indent: 1.2em, marker: raw("o"))\n- one\n- two\n- three\n\n'
        'Boxes:\n#set list(marker: text(font: "DejaVu Sans Mono")[☐])\n- no\n- none\n'
        '#set list(marker: text(font: "DejaVu Sans Mono")[☒])\n- yes'
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "1. What is a port?\n\n2. What is a host?\n\n3. What is a net?\n\n"
        "Word:\n\n- one\n- two\n- three\n\nBoxes:\n\n- [ ] no\n- [ ] none\n- [x] yes"
    )


def test_a_paragraph_below_the_text_of_a_bullet_belongs_to_its_item() -> None:
    source = (
        "- What is a port?\n\n  A number.\n\n  - of TCP\n\n  It names a service.\n\n"
        "- What is a host?\n\nA computer, and so on.\n\n= Nets\n- one\n- two"
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "- What is a port?\n\n  A number.\n\n  - of TCP\n\n  It names a service.\n\n"
        "- What is a host?\n\nA computer, and so on.\n\n# Nets\n\n- one\n- two"
    )


def test_options_beside_each_other_are_read_by_their_letters() -> None:
    rows = (
        "+ Which number is the port of HTTPS?\n#grid(columns: 2, column-gutter: 6cm,\n"
        "row-gutter: 1em, [A. 22], [B. 80], [C. 443], [D. 25])\n"
        "+ Which port belongs to SSH, if none is given?\n#grid(columns: 2, column-gutter: 6cm,\n"
        "row-gutter: 1em, [A. 22], [C. 443], [*B. 80*], [D. 25])\n"
    )
    found = import_document(pdf(rows * 6), "x.pdf").deck.questions
    texts = [[option.text for option in question.options] for question in found]
    assert texts == [["22", "80", "443", "25"]] * 12
    assert [[option.correct for option in question.options] for question in found][:2] == [
        [False] * 4,
        [False, True, False, False],
    ]


def test_an_answer_key_of_two_rows_is_a_table_and_a_label_below_options_a_line() -> None:
    source = (
        "Which?\n#grid(columns: 2, column-gutter: 1cm, [A. no], [B. so])\n#v(-.8em)\n*Answer:* B\n"
        "= Key\n#grid(columns: 3, column-gutter: 2cm, row-gutter: 9pt,[1], [2], [3], [A], [B], [D])"
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "Which?\n\nA. no\n\nB. so\n\n**Answer:** B\n\n# Key\n\n"
        "| 1 | 2 | 3 |\n| --- | --- | --- |\n| A | B | D |"
    )


def test_an_answer_at_the_foot_of_several_pages_is_no_running_foot() -> None:
    page = "+ Which layer routes?\n\nA. Physical\n\nB. Network\n\nAnswer: B\n#v(1fr)\nAnswer: B\n"
    source = f"#set page(margin: 1cm)\n{page}#pagebreak()\n{page}"
    assert read_pdf(pdf(source), "x.pdf").count("Answer: B") == 4


def test_what_a_browser_prints_around_a_page_is_removed() -> None:
    source = (
        "#set page(margin: 2cm, header: [3/14/26, 9:26 AM #h(1fr) Quiz], header-ascent: 1.6cm,\n"
        'footer: [#"file:///home/me/quiz.html" #h(1fr) 1/1], footer-descent: 1.6cm)\n'
        "What is a port? A number."
    )
    assert read_pdf(pdf(source), "x.pdf") == "What is a port? A number."


def test_short_lines_are_not_joined() -> None:
    source = "1. Which layer routes? \\ A) Physical \\ B) Network \\ Answer: B"
    assert read_pdf(pdf(source), "x.pdf") == (
        "1. Which layer routes?\n\nA) Physical\n\nB) Network  \nAnswer: B"
    )


def test_a_question_continues_after_a_full_line() -> None:
    source = (
        "1. *What is the difference between the index of a table and a view of it in SQL?*\n\n"
        "The first is a structure.\n\n"
        "== Which words of the language are there? Internationalization of what kind?\n"
        "Some, such as the value #box[inline-]#box[block] of a property, or the position of it.\n\n"
        "*Answer:* In a list that is printed on a page of such a width, the text ends here.\n"
        "*Note:* that is all."
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "1. **What is the difference between the index of a table and a view of it in SQL?**\n\n"
        "The first is a structure.\n\n"
        "# Which words of the language are there? Internationalization of what kind?\n\n"
        "Some, such as the value inline-block of a property, or the position of it.\n\n"
        "**Answer:** In a list that is printed on a page of such a width, the text ends here. "
        "**Note:** that is all."
    )


def test_a_running_head_with_the_section_title_is_removed() -> None:
    source = (
        '#set page(header: context [Notes on networks #h(1fr) Part #counter(page).display("A")])\n'
        + "\n#pagebreak()\n".join(f"What is item {name}?" for name in ("one", "two", "three"))
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "What is item one?\n\nWhat is item two?\n\nWhat is item three?"
    )


def test_a_line_at_the_top_of_a_few_pages_is_text() -> None:
    begin = ["Why it is so:"] * 3 + [f"Of {n}:" for n in range(5)]
    pages = "\n#pagebreak()\n".join(f"{first} \\ Text stands here." for first in begin)
    found = read_pdf(pdf(f"#set page(margin: 1cm)\n{pages}"), "x.pdf")
    assert found.count("Why it is so:") == 3


BOLD = (
    "*{}*\n\nIt is the first of two texts, so long that it takes two lines of a page.\n\nTwo.\n\n"
)


@pytest.mark.parametrize(
    ("titles", "written"),
    [(("Basics", "Globs"), "# {}"), (("What is a glob?", "Globs"), "**{}**")],
    ids=["headings", "questions"],
)
def test_short_bold_paragraphs_are_headings_unless_they_ask(
    titles: tuple[str, ...], written: str
) -> None:
    found = read_pdf(pdf("".join(map(BOLD.format, titles))), "x.pdf")
    assert found.split("\n\n")[::3] == [written.format(title) for title in titles]


def test_wide_spaces_split_neither_columns_nor_cells() -> None:
    line = "some words of a line.#h(0.7em)Here are more words of it. \\ "
    labels = "*Level:*#h(0.6em)easy \\ *Subject:*#h(0.6em)nets \\ *Of:*#h(0.6em)2024"
    found = read_pdf(pdf(f"{line * 12}\n\n{labels}"), "x.pdf")
    assert found.startswith("some words of a line. Here are more words of it.")
    assert found.endswith("**Level:** easy  \n**Subject:** nets  \n**Of:** 2024")


def test_right_to_left_words_are_reversed_and_numbers_are_not() -> None:
    (page,) = read_pages_apart(pdf("Some words."), "x.pdf")
    shown = [("Q:", 0), ("؟", 20), ("35", 26), ("(", 38), ("ه", 44), (")", 50), ("م", 56)]
    page.pieces = [Piece([(text, Look())], x, x + 6 * len(text), 9, 10) for text, x in shown]
    assert [line.text for line in lines_of([page])] == ["Q: م(ه)35؟"]


def test_exponents_and_indexes_are_kept_and_ligatures_stay_whole() -> None:
    source = (
        '#set text(font: "New Computer Modern")\n#set super(typographic: false)\n'
        "#set sub(typographic: false)\nNo office has 2#super[32] fine files, log n#super[2]"
        " or H#sub[2]O#super[+], the 1#super[st] word#super[3]."
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "No office has 2^32 fine files, log n^2 or H_2O^+, the 1st word3."
    )


def test_a_table_of_contents_with_dots_is_removed() -> None:
    source = """
#set page(width: 16cm)
Before it.

*1 Basics of it 3* \\
1.1 What is a heap and how is it kept in order when #box(width: 1fr, repeat[.~]) 3 \\
1.2 What is a trie? #box(width: 1fr, repeat[.~]) 4 \\
*2 More of it 5* \\
2.1 What is a graph? #box(width: 1fr, repeat[.~]) 5

After it, 3 or 4.
"""
    assert read_pdf(pdf(source), "x.pdf") == "Before it.\n\nAfter it, 3 or 4."


def test_a_watermark_set_aslant_is_removed_and_a_bullet_needs_no_space() -> None:
    source = (
        "#place(center + horizon, rotate(-45deg, text(40pt)[DRAFT]))\n"
        "#set par(leading: 1em)\nAsk yourself:\n\n•Why us?\n\n•Why you?"
    )
    assert read_pdf(pdf(source), "x.pdf") == "Ask yourself:\n\n- Why us?\n- Why you?"


def test_a_bold_question_with_a_number_of_three_parts_may_hang_its_second_line() -> None:
    source = (
        "#set page(width: 12cm)\n#set par(hanging-indent: 2em)\n"
        "*3.5.2 How did you design the pool of pinned memory so that it does not leak threads?*"
    )
    assert "\n" not in read_pdf(pdf(source), "x.pdf")


def test_lines_to_write_on_are_left_out() -> None:
    line = "#box(width: 1fr, repeat[.~])"
    source = f"1. What is a port?\n\n{line}\n\n{line} [2]\n\n2. What is a host? ... Think."
    assert read_pdf(pdf(source), "x.pdf") == ("1. What is a port?\n\n2. What is a host? … Think.")


def test_signs_of_wingdings_are_bullets_in_large_type_too(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "#text(16pt)[▪ Part one \\ ▪ Part two]\n\n▪ An item that says a good deal of it"
    pages = read_pages_apart(pdf(source), "x.pdf")
    for piece in pages[0].pieces:
        piece.spans = [(text.replace("▪", "\uf076"), look) for text, look in piece.spans]
    monkeypatch.setattr(document, "read_pages_apart", lambda *_: pages)
    assert read_pdf(b"", "x.pdf") == (
        "# Part one\n\n# Part two\n\n- An item that says a good deal of it"
    )


def test_the_marks_of_adjoining_emphases_stay_apart() -> None:
    source = "_*False*. A lock is no semaphore_, says it."
    assert read_pdf(pdf(source), "x.pdf") == "***False***. *A lock is no semaphore*, says it."


def test_a_narrow_space_divides_words_and_spaced_letters_stay_a_word() -> None:
    source = (
        "#set text(kerning: false)\nWhich#h(0.1em)workflow#h(0.1em)you use\n#v(1cm)\n"
        "#text(tracking: 0.12em)[TEMPERATURE]\n#v(1cm)\n"
        "#text(tracking: 0.09em, kerning: true)[Interview questions for engineers]"
    )
    assert read_pdf(pdf(source), "x.pdf") == (
        "Which workflow you use\n\nTEMPERATURE\n\nInterview questions for engineers"
    )


def test_questions_of_a_pdf_become_a_deck() -> None:
    questions = import_document(pdf(HEADED), "x.pdf").deck.questions
    assert [question.title for question in questions] == [
        "What does a load balancer do with a server that stops answering for a while?",
        "Why a queue between two services of the same kind?",
    ]


def test_a_scanned_pdf_is_refused() -> None:
    with pytest.raises(DrillError, match="it has no text layer: its pages are pictures") as refusal:
        read_pdf(pdf("#rect(width: 5cm, height: 5cm)"), "x.pdf")
    assert refusal.value.hint == ("recognise the text first, such as with: ocrmypdf x.pdf text.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7 and no more", pdf("= What is x?")[:2_000]])
def test_damaged_documents_are_refused(data: bytes) -> None:
    with pytest.raises(DrillError, match="damaged or truncated"):
        read_pdf(data, "x.pdf")


ENCRYPTED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n"
)


def test_an_encrypted_pdf_is_refused_with_a_hint_to_decrypt_it() -> None:
    with pytest.raises(DrillError, match="it is encrypted") as refusal:
        read_pdf(ENCRYPTED, "x.pdf")
    assert refusal.value.hint == "qpdf --decrypt --password=… x.pdf open.pdf"


def bomb(stream: bytes, filters: bytes) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length " + str(len(stream)).encode() + b"/Filter" + filters + b">>stream\n"
        + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )  # fmt: skip


def test_a_page_of_gigabytes_only_ends_the_child_process() -> None:
    import zlib

    packed = zlib.compress(b"".join([b"BT /F 9 Tf (x) Tj ET "] * 8_000_000), 9)
    with pytest.raises(DrillError, match="needs more memory than drill allows"):
        read_pages_apart(bomb(packed, b"/FlateDecode"), "x.pdf")


def test_the_child_process_returns_only_pages_as_json() -> None:
    (page,) = read_pages_apart(pdf("Some words of a page."), "x.pdf")
    assert [piece.text for piece in page.pieces] == ["Some words of a page."]
    assert json.dumps([page.width, page.height]) == "[340.157470703125, 340.157470703125]"

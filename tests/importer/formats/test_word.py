"""Word documents: what Word shows, numbers and code included, as Markdown."""

import pytest

from drill.errors import DrillError
from drill.importer.formats.word.document import read_word
from tests.importer.formats.samples import archive, docx, item, number_format, paragraph

STYLES = """
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Meine Frage"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Src"><w:name w:val="Source Code"/></w:style>
<w:style w:styleId="Vrb"><w:name w:val="Verbatim Char"/></w:style>
"""


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_are_recognised_by_their_style_and_its_base_style() -> None:
    body = styled("Java", "T") + styled("Basics", "H1") + styled("What is a JVM?", "Own")
    assert read_word(docx(body + paragraph("A machine."), STYLES), "x.docx") == (
        "# Java\n\n## Basics\n\n## What is a JVM?\n\nA machine."
    )


def test_bold_italic_and_code_become_markdown() -> None:
    body = (
        "<w:p>"
        + run("Use ")
        + run("two ", "<w:b/>")
        + run("words", "<w:b/>")
        + run(", not ")
        + run("one", "<w:i/>")
        + run(": ")
        + run("a_b", '<w:rFonts w:ascii="Courier New"/>')
        + run(" or ")
        + run("c", '<w:rStyle w:val="Vrb"/>')
        + run("!", '<w:b w:val="0"/>')
        + "</w:p>"
    )
    assert read_word(docx(body, STYLES), "x.docx") == (
        "Use **two words**, not *one*: `a_b` or `c`!"
    )


def test_code_does_not_split_bold_text_and_headings_are_not_bold() -> None:
    code = run("map", '<w:rStyle w:val="Vrb"/>')
    words = run("What does ", "<w:b/>") + code + run(" do", "<w:b/>") + run("?")
    italic = run("Is ", "<w:i/>") + run("it", "<w:b/><w:i/>") + run(" slow?", "<w:i/>")
    body = f'<w:p>{words}</w:p><w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>{italic}</w:p>'
    assert read_word(docx(body, STYLES), "x.docx") == "**What does `map` do**?\n\n# Is it slow?"


def test_ticked_boxes_of_a_list_become_task_markers() -> None:
    numbering = number_format(1, ("bullet", "☐")) + number_format(2, ("bullet", "☒"))
    body = item("Disk", 1) + item("Memory", 2)
    assert read_word(docx(body, numbering=numbering), "x.docx") == "- [ ] Disk\n- [x] Memory"


def test_automatic_numbers_continue_after_other_text() -> None:
    numbering = number_format(1, ("decimal", "%1.")) + number_format(2, ("bullet", "·"))
    body = (
        item("What is TCP?", 1)
        + paragraph("A stream.")
        + item("reliable", 2)
        + item("ordered", 2)
        + item("What is UDP?", 1)
        + paragraph("Packets.")
    )
    assert read_word(docx(body, "", numbering), "x.docx") == (
        "1. What is TCP?\n\nA stream.\n\n- reliable\n- ordered\n\n2. What is UDP?\n\nPackets."
    )


def test_labels_and_letters_of_a_numbering_become_text() -> None:
    numbering = number_format(1, ("decimal", "Question %1:"), ("upperLetter", "%2)"))
    body = item("Which?", 1) + item("this", 1, 1) + item("that", 1, 1) + item("Why?", 1)
    assert read_word(docx(body, "", numbering), "x.docx") == (
        "Question 1: Which?\n\nA) this\n\nB) that\n\nQuestion 2: Why?"
    )


def test_consecutive_lines_of_code_are_one_block() -> None:
    body = (
        styled("if x:", "Src") + styled("    y = 1", "Src") + paragraph("") + styled("z()", "Src")
    )
    assert read_word(docx(paragraph("So:") + body, STYLES), "x.docx") == (
        "So:\n\n```\nif x:\n    y = 1\n\nz()\n```"
    )


def test_a_table_becomes_a_table_and_a_one_cell_frame_its_content() -> None:
    def cells(*texts: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts) + "</w:tr>"

    table = f"<w:tbl>{cells('Question', 'Answer')}{cells('What is a|b?', 'A pipe')}</w:tbl>"
    frame = f"<w:tbl>{cells('framed')}</w:tbl>"
    options = f"<w:tbl>{cells('A. one', 'C. two')}{cells('B. no', '')}</w:tbl>"
    assert read_word(docx(table + frame + options), "x.docx") == (
        "| Question | Answer |\n| --- | --- |\n| What is a\\|b? | A pipe |\n\nframed\n\n"
        "A. one  \nB. no  \nC. two"
    )


def test_a_paragraph_of_a_style_for_quotations_is_a_quotation() -> None:
    styles = '<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    body = paragraph("She said:") + paragraph("Yes.", '<w:pStyle w:val="Q"/>')
    assert read_word(docx(body, styles), "x.docx") == "She said:\n\n> Yes."


def test_formulas_become_latex() -> None:
    def text(letters: str) -> str:
        return f"<m:r><m:t>{letters}</m:t></m:r>"

    square = f"<m:sSup><m:e>{text('x')}</m:e><m:sup>{text('2')}</m:sup></m:sSup>"
    fraction = f"<m:f><m:num>{text('1')}</m:num><m:den>{text('π')}</m:den></m:f>"
    body = f"<w:p>{run('So ')}<m:oMath>{square}{text('≤')}{fraction}</m:oMath></w:p>"
    assert read_word(docx(body), "x.docx") == r"So $x^{2}\le \frac{1}{\pi }$"
    letters = f"<w:p><m:oMath>{text('¬p∧q∈ℝ𝒩𝐰𝑥')}</m:oMath></w:p>"
    assert read_word(docx(letters), "x.docx") == (
        r"$\neg p\land q\in \mathbb{R}\mathcal{N}\mathbf{w}x$"
    )


def test_deleted_and_hidden_text_and_the_table_of_contents_are_left_out() -> None:
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('Basics 3')}</w:sdtContent></w:sdt>"
    )
    body = (
        f"{contents}<w:p>{run('Kept')}<w:del>{run(' deleted')}</w:del>"
        f"<w:ins>{run(' inserted')}</w:ins>{run(' hidden', '<w:vanish/>')}</w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
    )
    assert read_word(docx(body), "x.docx") == "Kept inserted\n\nIn a control"


def test_the_text_of_a_text_box_appears_at_its_anchor() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:pict>"
    body = f"<w:p>{run('Before')}<w:r>{box}</w:r></w:p>"
    assert read_word(docx(body), "x.docx") == "Before  \nIn a box"


def test_links_to_the_web_keep_their_target() -> None:
    links = '<r Id="r1" Target="https://example.org/"/><r Id="r2" Target="file:///etc"/>'
    body = "".join(
        f'<w:p><w:hyperlink r:id="r{n}">{run("there")}</w:hyperlink></w:p>' for n in (1, 2)
    )
    assert read_word(docx(body, links=links), "x.docx") == (
        "[there](https://example.org/)\n\nthere"
    )


DEEP = 5_000


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(paragraph("What is x?"))[:-100], "damaged or truncated"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "it is encrypted, or in a format older"),
        (archive(word__document_xml=bytes(41_000_000)), "unpacks to more than 40 MB"),
        (
            archive(word__document_xml="<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
            "a kind that Word never",
        ),
        (archive(a_md="# What?"), "not a Word document"),
        (docx("<w:p/>"), "the document has no text"),
        (
            docx("<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP),
            "the document has no text",
        ),
    ],
    ids=["cut", "encrypted", "bomb", "entities", "other", "empty", "deep"],
)
def test_bad_documents_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DrillError, match=message):
        read_word(data, "x.docx")


def test_text_boxes_inside_of_each_other_are_read_once() -> None:
    box, end = "<w:r><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:r>"
    inner = run("a") + box + run("b") + box + run("c") + end + end
    assert read_word(docx(f"<w:p>{inner}</w:p>"), "x.docx") == "a  \nb  \nc"


def test_xml_in_another_encoding_hides_no_entities() -> None:
    text = '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16")
    with pytest.raises(DrillError, match="of a kind that Word never writes"):
        read_word(archive(word__document_xml=text), "x.docx")


def test_options_on_one_line_are_set_apart() -> None:
    body = paragraph("Which is red?") + "<w:p>" + run("a) rose") + "<w:r><w:br/></w:r>"
    body += run("b) leaf c) ruby d) sky") + "</w:p><w:p>" + run("All are red EXCEPT: a) rose")
    body += "<w:r><w:br/></w:r>" + run("b) leaf") + "</w:p>" + paragraph("See a) and then b) again")
    assert read_word(docx(body), "x.docx") == (
        "Which is red?\n\na) rose  \nb) leaf  \nc) ruby  \nd) sky\n\n"
        "All are red EXCEPT:\n\na) rose  \nb) leaf\n\nSee a) and then b) again"
    )

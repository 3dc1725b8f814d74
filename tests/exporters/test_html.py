"""Deck text as HTML: escaped, without scripts, remote images or headings above the page's."""

from html.parser import HTMLParser

from drill.exporters.html import blocks, inline, page
from tests.exporters.conftest import HOSTILE


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_nothing_of_a_deck_becomes_a_tag_that_runs_or_loads() -> None:
    found = Tags(blocks(HOSTILE)).found
    assert not {tag for tag, _ in found} & {"script", "img", "details", "article", "iframe"}
    assert [attributes for tag, attributes in found if tag == "a"] == [
        {"href": "http://example.org/pixel.png", "rel": "noreferrer"},
        {"href": "http://example.org", "rel": "noreferrer"},
    ]


def test_headings_of_an_answer_stand_below_those_of_the_page() -> None:
    assert blocks("### A\n\n#### B") == "<h4>A</h4>\n<h5>B</h5>\n"


def test_math_is_mathml_and_a_broken_formula_its_source() -> None:
    assert inline("$x^2$").startswith("<math><semantics><msup><mi>x</mi><mn>2</mn></msup>")
    assert blocks("$$x$$").startswith('<div class="formula"><math display="block">')
    assert inline(r"$\frac{1}{$") == r'<code class="tex">$\frac{1}{$</code>'


def test_an_image_is_shown_only_where_it_is_in_the_text() -> None:
    assert inline("![a](data:image/png;base64,AA==)") == (
        '<img src="data:image/png;base64,AA==" alt="a">'
    )
    assert inline("![a](pic.png)") == "[picture: a]"
    assert "<img" not in inline("![a](data:image/svg+xml,<svg/>)")


def test_a_link_leads_only_to_pages_and_people() -> None:
    assert inline("[a](ms-run:calc)") == "<a>a</a>"
    assert inline("[a](mailto:a@example.org)").startswith('<a href="mailto:a@example.org"')


def test_a_title_starts_no_block() -> None:
    assert inline("# a\n- b") == "# a - b"


def test_a_page_forbids_scripts_and_escapes_its_title() -> None:
    text = page("</title><script>", "<p>body</p>")
    (meta,) = (a for tag, a in Tags(text).found if tag == "meta" and "http-equiv" in a)
    assert meta["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert "<title>&lt;/title&gt;&lt;script&gt;</title>" in text
    assert "<script>" not in text

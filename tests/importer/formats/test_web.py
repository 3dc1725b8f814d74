"""Saved web pages: what they are about, as Markdown, and nothing of what stands around it."""

import pytest

from drill.errors import DrillError
from drill.importer.formats.html.page import read_web_page


def page(body: str, head: str = "") -> str:
    return read_web_page(f"<html><head>{head}</head><body>{body}</body></html>", "x.html")


def test_navigation_is_removed_and_entities_are_decoded() -> None:
    text = """
      <header><nav><a href="/">Home</a></nav></header><div class="cookie-banner">Accept?</div>
      <main><article><h1>Git</h1><h2 id="a">1. What is <code>stash</code>? <a href="#a">¶</a></h2>
      <p>It puts changes&nbsp;aside &amp; leaves
      a clean tree.</p><div class="share-buttons">Tweet</div><p hidden>No</p></article>
      <aside><h2>What is Docker?</h2></aside></main><footer>Privacy</footer>"""
    assert page(text) == (
        "# Git\n\n## 1. What is `stash`?\n\nIt puts changes aside & leaves a clean tree."
    )


def test_the_anchor_of_a_title_is_no_name_of_furniture() -> None:
    text = """
      <h1>Web</h1><h2 id="what-are-cookies">What are cookies?</h2><p>Texts.</p>
      <section id="social-engineering"><h2>Social engineering<a href="#x">\uf0c1</a></h2>
      <p>Lies.</p></section>
      <div id="cookie-banner"><h2>Cookies</h2><p>Accept?</p></div>"""
    assert page(text) == (
        "# Web\n\n## What are cookies?\n\nTexts.\n\n## Social engineering\n\nLies."
    )


def test_lists_with_letters_and_tables_of_options_become_lines_of_options() -> None:
    text = """
      <p>Which?</p><ol type="a"><li>red</li><li>blue</li></ol>
      <p>Where?</p><ol style="list-style-type: upper-alpha"><li>here</li><li>there</li></ol>
      <p>When?</p><table><tr><td>A. now</td><td>C. never</td></tr><tr><td>B. then</td></tr></table>
      """
    assert page(text) == (
        "Which?\n\nA. red  \nB. blue\n\nWhere?\n\nA. here  \nB. there\n\n"
        "When?\n\nA. now  \nB. then  \nC. never"
    )


def test_lists_code_quotations_and_breaks_are_kept() -> None:
    text = (
        "<ol start=3><li>one<ul><li>a</li><li>b</li></ul></li><li><p>two</p><p>more</p></li></ol>"
        '<div><pre class="sourceCode sql"><code>SELECT 1;\n\n-- *all*</code></pre></div>'
        "<blockquote><p>said</p></blockquote><p>a<br>b</p><hr>"
    )
    assert page(text) == (
        "3. one\n\n   - a\n   - b\n\n4. two\n\n   more\n\n```sql\nSELECT 1;\n\n-- *all*\n```\n\n"
        "> said\n\na  \nb\n\n---"
    )


def test_tables_definition_lists_and_folds_are_kept() -> None:
    text = (
        "<table><tr><th>Q</th><th>A|B</th></tr><tr><td>x?</td><td>y<br>z</td></tr></table>"
        "<dl><dt>Heap</dt><dd>A tree.</dd></dl>"
        "<details><summary>Why <b>so</b>?</summary>Because.</details>"
    )
    assert page(text) == (
        "| Q | A\\|B |\n| --- | --- |\n| x? | y<br>z |\n\nHeap\n: A tree.\n\n<details>\n\n"
        "<summary>Why **so**?</summary>\n\nBecause.\n\n</details>"
    )


def test_formulas_are_read_from_their_latex_source() -> None:
    katex = (
        '<span class="katex"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">'
        'x_i</annotation></semantics></math><span class="katex-html">xi</span></span>'
    )
    old = '<span class="MathJax">y2</span><script type="math/tex">y^2</script>'
    assert page(f"<p>If {katex} then {old}.</p>") == "If $x_i$ then $y^2$."


def test_classes_of_google_docs_mark_bold_italics_and_code() -> None:
    sheet = (
        "<style>.c1{font-weight:400}.c3{font-weight:700}.c4{font-style:italic}"
        '.c7{font-family:"Courier New"}.nav{font-weight:700}</style>'
    )
    text = (
        '<p class="c0"><span class="c3">What is a box?</span></p><p><span class="c1">A </span>'
        '<span class="c4">frame</span>: <span class="c7 c1">box_size</span>'
        '<span class="nav">!</span></p>'
    )
    assert page(text, sheet) == "**What is a box?**\n\nA *frame*: `box_size`!"


def test_text_that_reads_like_markup_stays_text() -> None:
    text = "<p>Use *args, __init__, snake_case and &lt;div&gt; for 2 * 3.</p><p># no heading</p>"
    assert page(text) == (
        "Use \\*args, \\_\\_init\\_\\_, snake_case and `<div>` for 2 * 3.\n\n\\# no heading"
    )


def test_labels_keep_their_lines_and_links_their_targets() -> None:
    text = (
        "<p>Q: What is\na port?\nA: A <a href='https://example.org/p'>number</a>"
        " of a <a href='/h'>host</a>.</p>"
    )
    assert page(text) == "Q: What is a port?  \nA: A [number](https://example.org/p) of a host."


def test_a_short_page_of_a_site_with_a_long_navigation_is_its_main_content() -> None:
    links = "".join(f"<li>What is part {n} of the manual?</li>" for n in range(60))
    text = f"<nav><ul>{links}</ul></nav><main><p>What is a port?</p></main><div>Next</div>"
    assert page(text) == "What is a port?"


def test_several_articles_of_similar_size_are_all_read() -> None:
    answers = "".join(
        f"<article><p>{text}</p></article>" for text in ("First answer.", "Second one.")
    )
    assert page(f"<h1>Thread</h1>{answers}") == "# Thread\n\nFirst answer.\n\nSecond one."


def test_a_page_about_the_main_tag_is_read_whole() -> None:
    text = f"<h1>HTML</h1><p>{'Elements have names. ' * 20}</p><p>Such as <main>main</main></p>"
    assert "Elements have names." in page(text)


def test_the_title_replaces_a_missing_heading() -> None:
    assert page("<p>text</p>", "<title>My page</title>") == "# My page\n\ntext"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<div id=root></div><script>app()</script>", "the page has no text"),
        ("<div>" * 100_000, "nested too deep"),
        ("<a " * 100_000, "nested too deep"),
    ],
)
def test_empty_and_excessively_nested_pages_are_refused(body: str, message: str) -> None:
    with pytest.raises(DrillError, match=message):
        page(body)


def test_an_element_of_very_many_attributes_is_refused() -> None:
    text = f"<html><body><p {' '.join(f'a{n}=x' for n in range(1_001))}>What?</p>"
    with pytest.raises(DrillError, match="too many attributes"):
        read_web_page(text, "x.html")
    assert read_web_page(text.replace(" a0=x", "").replace(" a1=x", ""), "x.html") == "What?"


def test_what_wikis_put_beside_their_text_is_removed() -> None:
    body = (
        '<a class="mw-jump-link" href="#n">Jump</a><h2>What is a port?<span class="mw-editsection">'
        '[edit]</span></h2><dl><dd>A number.<sup class="reference">[1]</sup></dd></dl>'
        '<div class="expand-container"><div class="expand-control"><span '
        'class="expand-control-text">What is TCP?</span></div><div class="expand-content">'
        '<p>A stream.</p></div></div><div class="printfooter">Retrieved</div>'
        '<div class="catlinks">Categories</div><div class="pageSection"><h2>Attachments</h2></div>'
    )
    assert page(body) == (
        "## What is a port?\n\nA number.\n\n<details>\n\n<summary>What is TCP?</summary>\n\n"
        "A stream.\n\n</details>"
    )

"""A session as one HTML page: its content, without scripts or requests."""

from html.parser import HTMLParser

from drill.exporters.session.html import html
from tests.exporters.session.samples import EMPTY, REPORT


class Page(HTMLParser):
    """Collects tags, and the words of some elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        self.words.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.words[tag][-1] += data


PAGE = Page(html(REPORT))


def test_the_parts_stand_in_order_under_their_headings() -> None:
    assert PAGE.words["h2"] == [
        *("Questions", "What to do next", "Time", "Coverage", "How sure you were", "Delivery"),
        "Question by question",
    ]
    assert PAGE.words["h3"] == [
        "1 What is dropout?",
        '2 Hostile </h3> # t #panic("x")',
        "3 Only a question?",
        "4 Not reached?",
        "5 gone/question",
    ]


def test_nothing_of_decks_or_answers_becomes_a_tag_that_runs_or_loads() -> None:
    names = [name for name, _ in PAGE.tags]
    assert not {"script", "img", "link", "iframe", "object"} & set(names)
    assert not [attrs for _, attrs in PAGE.tags if {"src", "onerror", "onload"} & attrs.keys()]
    assert names.count("b") == 0
    targets = {attrs["href"] for name, attrs in PAGE.tags if name == "a" and "href" in attrs}
    assert targets == {
        *(f"#question-{number}" for number in range(1, 6)),
        "http://example.org/pixel.png",
        "http://example.org",
    }


def test_every_chart_has_its_words() -> None:
    charts = [attrs for name, attrs in PAGE.tags if name == "svg"]
    assert all(attrs["role"] == "img" for attrs in charts)
    ids = {attrs["id"] for _, attrs in PAGE.tags if "id" in attrs}
    for attrs in charts:
        assert set((attrs.get("aria-labelledby") or "").split()) <= ids
    timeline, confidence = PAGE.words["desc"]
    assert timeline == (
        "1 What is dropout?: 00:30 of 01:00; "
        '2 Hostile </h3> # t #panic("x"): 01:20 of 01:00, 20 s over time; '
        "3 Only a question?: 00:05 of 01:00, skipped"
    )
    assert confidence == ("question 1: 50 % sure, covered 75 %; question 2: 95 % sure, covered 0 %")


def test_over_time_begins_where_the_frame_of_the_budget_ends() -> None:
    over = next(attrs for name, attrs in PAGE.tags if attrs.get("class") == "over" and "x" in attrs)
    frames = [attrs for name, attrs in PAGE.tags if attrs.get("class") == "frame" and "y" in attrs]
    late = next(attrs for attrs in frames if attrs["y"] == over["y"])
    start, width = ((late[name] or "").rstrip("%") for name in ("x", "width"))
    assert abs(float(start) + float(width) - float((over["x"] or "").rstrip("%"))) < 0.02


def test_a_mark_is_a_sign_and_a_word() -> None:
    text = html(REPORT)
    assert '<li class="said"><span class="sign">● said</span><span>drops units</span></li>' in text
    assert '<li class="missed"><span class="sign">○ missed</span><span>slow <span' in text
    assert '<li class="open"><span class="sign">·</span><span>open</span></li>' in text


def test_the_same_session_gives_the_same_bytes() -> None:
    assert html(REPORT) == html(REPORT)


def test_an_interview_without_answers_has_no_empty_charts() -> None:
    page = Page(html(EMPTY))
    assert page.words["h2"] == ["Questions", "What to do next", "Question by question"]
    assert "svg" not in page.words

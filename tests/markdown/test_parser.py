"""Addresses that the parser takes as they are: the stock parser leaves them as they are, too."""

from random import Random

import pytest
from markdown_it import MarkdownIt

from drill.markdown.parser import Parser

_SIGNS = "abzAZ09/._~#?=&+,;:@!$'()*-%\\é \"<[|"


def test_addresses_become_what_the_stock_parser_makes_of_them() -> None:
    rng = Random(8)
    ours, theirs = Parser(), MarkdownIt()
    for _ in range(3_000):
        host = "".join(rng.choices("aZ9-.:@é", [8, 1, 2, 2, 4, 1, 1, 1], k=rng.randrange(1, 9)))
        path = "".join(rng.choices(_SIGNS, k=rng.randrange(0, 10)))
        url = f"{rng.choice(['http', 'https', 'HTTP', 'mailto'])}://{host}{rng.choice('/?#')}{path}"
        assert ours.normalizeLink(url) == theirs.normalizeLink(url)


def test_plain_addresses_are_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MarkdownIt, "normalizeLink", lambda _self, _url: "taken apart")
    assert Parser().normalizeLink("https://a.b/c?d=1#e") == "https://a.b/c?d=1#e"
    assert Parser().normalizeLink("https://a.b/ü") == "taken apart"

"""The term that a point explains."""

import pytest

from drill.markdown.lead_in import split_lead_in


@pytest.mark.parametrize(
    ("point", "term"),
    [
        ("Dropout: ignores units", "Dropout:"),
        ("**Batch size**: examples at once", "**Batch size**:"),
        ("**Batch size:** examples at once", "**Batch size:**"),
        ("`git init`: makes a repository", "`git init`:"),
        ("Epoch — one pass", "Epoch —"),
        ("过拟合:只记住训练数据", ""),
        ("过拟合：只记住训练数据", "过拟合："),
        ("Starts at 10:30 each day", ""),
        ("What a network learns from its own mistakes: nothing", ""),
        ("The unit — if it is kept — learns", ""),
        ("It fails. Why: nobody knows", ""),
        ("n – 1 and n – 2", ""),
        ("For `a`: one", ""),
        ("Dropout:", ""),
    ],
)
def test_the_term_is_what_stands_before_a_colon_or_a_dash(point: str, term: str) -> None:
    found, said = split_lead_in(point)
    assert found == term
    assert f"{found} {said}".split() == point.replace("：", "： ").split()

"""An entry of a key that repeats its question says the answer after it."""

import pytest

from drill.importer.signals.key_entries import KeyEntry


@pytest.mark.parametrize(
    ("text", "title", "after"),
    [
        ("Merge-sort is stable.", "Merge", "Merge-sort is stable."),
        ("Heap (min) is a tree.", "Heap", "Heap (min) is a tree."),
        ("std::vector grows.", "std", "std::vector grows."),
        ("Merge - it is stable.", "Merge", "it is stable."),
        ("**Merge**: it is stable.", "Merge", "it is stable."),
        ("**Merge: it is stable.**", "Merge", "**it is stable.**"),
        ("Cells divide. **True**", "Cells divide.", "**True**"),
        ("Cells divide (T)", "Cells divide.", "(T)"),
        ("What is Go? A language.", "What is Go?", "A language."),
        ("Sorting is slow.", "Merge", "Sorting is slow."),
    ],
)
def test_a_repeated_title_ends_at_a_mark_and_not_inside_a_name(
    text: str, title: str, after: str
) -> None:
    assert KeyEntry(0, 1, text).text_after(title) == after

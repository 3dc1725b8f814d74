"""What would take long is refused before the work, with the line where it stands."""

import pytest

from drill.errors import DrillError
from drill.importer import import_document, limits


def test_a_document_of_very_many_short_lines_is_refused() -> None:
    for allowed in ("a\n" * 50_000, ("a" * 20 + "\n") * 50_001, ""):
        limits.check_lines(allowed, "notes.md")
    with pytest.raises(DrillError) as caught:
        import_document(b"What?\n\n" * 50_001, "notes.md")
    assert caught.value.message == (
        "notes.md: 50,001 lines of less than 20 bytes on average; 50,000 is the limit of such"
    )


@pytest.mark.parametrize("mark", ["- ", "> "])
def test_a_list_or_quotation_of_too_many_blocks_is_refused_at_its_first_line(
    monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    monkeypatch.setattr(limits, "LIST_LIMIT", 8)
    text = f"# Questions\n\n- What is it?\n\n{mark}**What?**\n" + f"{mark}\n{mark}a\n" * 8
    with pytest.raises(DrillError) as caught:
        import_document(text.encode(), "notes.md")
    assert caught.value.message.startswith(f"notes.md:{3 if mark == '- ' else 5}: a list of more")


def test_very_many_folds_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LIST_LIMIT", 8)
    text = "".join(f"<details><summary>What is {letter}?</summary>\n\n" for letter in "abcdefghi")
    with pytest.raises(DrillError) as caught:
        import_document(text.encode(), "notes.md")
    assert caught.value.message == "notes.md: 9 folds; 10,000 questions is the limit of a deck"


def test_more_questions_than_a_deck_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "QUESTIONS_LIMIT", 3)
    text = "".join(f"## What is {letter}?\n\nIt.\n\n" for letter in "abcd")
    with pytest.raises(DrillError, match=r"^notes\.md: 4 questions; 3 is the limit of a deck$"):
        import_document(text.encode(), "notes.md")


def test_an_overlong_question_is_refused_before_its_tags_are_read() -> None:
    text = (
        f"## What is a?\n\nIt.\n\n## What is b?\n\n{'<b>x</b> ' * 50_000}\n\n## What is c?\n\nIt.\n"
    )
    with pytest.raises(DrillError) as caught:
        import_document(text.encode(), "notes.md")
    assert caught.value.message == (
        "notes.md:5: a question or answer of 450,012 characters; 40,000 is the limit"
    )

"""Large pictures inside a document, as Google Docs and notebooks write them."""

from drill.importer import import_document

PHOTOGRAPH = "data:image/png;base64," + "iVBORw0KGgo" * 5000
ICON = "data:image/png;base64,iVBORw0KGgo="


def test_a_large_picture_leaves_its_label_and_is_told_a_small_one_stays() -> None:
    document = (
        "## What is a port?\n\nA number:\n\n![][image1]\n\n"
        f"## What is a host?\n\nA machine. ![its rack]({PHOTOGRAPH})\n\n"
        f"## What is a hub?\n\n![a box]({ICON})\n\n[image1]: <{PHOTOGRAPH}>\n"
    )
    imported = import_document(document.encode(), "net.md")
    assert [question.answer for question in imported.deck.questions] == [
        "A number:",
        "A machine. its rack",
        f"![a box]({ICON})",
    ]
    assert imported.ledger.missing == [(9, "an embedded picture"), (15, "an embedded picture")]

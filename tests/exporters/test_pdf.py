from drill.exporters import pdf


def test_an_answer_of_more_pieces_than_a_page_has_is_laid_out_as_it_is_written() -> None:
    assert pdf.blocks("`a` " * 5_000) == [
        {"kind": "paragraph", "body": [("`a` " * 5_000).strip()], "leads": False}
    ]
    [paragraph] = pdf.blocks("`a` " * 500)
    assert isinstance(paragraph, dict)
    assert paragraph["body"] == [
        *([{"kind": "code", "text": "a"}, " "] * 499),
        {"kind": "code", "text": "a"},
    ]

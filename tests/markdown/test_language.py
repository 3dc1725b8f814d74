"""The language of a text."""

import pytest

from drill.markdown.language import is_right_to_left, language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("What is the difference between a list and a tuple?", "en"),
        ("Was ist der Unterschied zwischen einer Liste und einem Tupel?", "de"),
        ("¿Cuál es la diferencia entre una lista y una tupla?", "es"),
        ("Quelle est la différence entre une liste et un tuple pour les tests ?", "fr"),
        ("Qual é a diferença entre uma lista e uma tupla? Não sei.", "pt"),
        ("Qual è la differenza tra una lista e una tupla? Non lo so.", "it"),
        ("说说你对 keep-alive 的理解", "zh"),
        ("リストとタプルの違いは何ですか", "ja"),
        ("리스트와 튜플의 차이는 무엇입니까", "ko"),
        ("ما الفرق بين القائمة والصف", "ar"),
        ("فرق list و tuple چیه؟", "fa"),
        ("מה ההבדל בין רשימה לטאפל", "he"),
        ("ความแตกต่างระหว่างลิสต์กับทูเพิลคืออะไร", "th"),
        ("В чём разница между списком и кортежем?", "ru"),
        ("`for (let i of x)` $x \\in y$", "en"),
        ("", "en"),
    ],
)
def test_a_text_tells_its_language(text: str, code: str) -> None:
    assert language(text) == code


def test_some_languages_are_written_from_right_to_left() -> None:
    assert [is_right_to_left(code) for code in ("ar", "he-IL", "fa", "en", "zh-TW")] == [
        *(True, True, True),
        *(False, False),
    ]

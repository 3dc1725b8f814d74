"""Detects the language of a text for typesetting: hyphens, typefaces, direction."""

import re
from collections import Counter

_LOOKED_AT = 20_000  # characters
# The most frequent words of each language that the others seldom have.
_COMMON = {
    "en": "the of and to is in that it for are with as this what how",
    "de": "der die und das ist nicht ein eine den von mit für wie auf werden was",
    "es": "el los las que una por con para qué cómo es se del como cuál",
    "fr": "le les des une est dans pour que qui sur pas avec sont quelle du",
    "pt": "o os um uma não com para em que como são é do da qual você",
    "it": "il di che è un per con non una sono come della gli cosa quale",
    "nl": "de het een van en is dat niet met voor zijn wat hoe op",
    "pl": "nie się jest na to że jak do w z czy są co",
    "tr": "bir ve bu için ile nedir ne olarak daha nasıl",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("fa", re.compile("[پچژگ\u06cc\u06a9]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)
_DENSE = {"ja", "ko", "zh"}  # a character is half a word
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`|\$[^$\n]*\$|https?://\S+", re.DOTALL)
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "yi", "ps", "ckb", "sd", "ug", "dv"}


def language(text: str) -> str:
    """The code of the main language of `text`, Markdown; `en` if it is unclear.

    A script of its own decides; languages in Latin letters are distinguished by function words.
    """
    text = _CODE.sub(" ", text[:_LOOKED_AT])
    letters = len(_LETTER.findall(text))
    for code, script in _SCRIPTS:
        share = len(script.findall(text)) * (3 if code in _DENSE else 1)
        # Japanese contains Chinese characters, and Persian shares most of its letters with Arabic.
        if share * (8 if code == "fa" else 1) > letters / 2:
            return code
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = {code: sum(words[word] for word in common.split()) for code, common in _COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"


def is_right_to_left(lang: str) -> bool:
    """Whether the language of a tag such as `ar` or `he-IL` is written from right to left."""
    return lang.partition("-")[0].lower() in _RIGHT_TO_LEFT

"""Estimates the likelihood that a line is a question, in many languages."""

import re
from functools import lru_cache

from drill.importer.signals.question_words import (
    ANYWHERE,
    DEFINES,
    FIRST_WORDS,
    LAST_WORDS,
    PREPOSITIONS,
    SECOND_WORDS,
    SOME_WORDS,
    TASKS,
    UNSPACED_TASK,
    UNSPACED_TOPIC,
)
from drill.importer.source.lines import QUESTION_MARKS
from drill.importer.source.tag_words import HTML_TAG

_MARK = re.compile(
    r"(?<![,;|/=&])[?？؟](?=$|[\s)\]*_`\"'”’»」』）。.!：:,，\-–—/|<([（⭐]|[^\w\s?])"
)
ASKS = 0.6
"""The least likelihood of a title that counts as a question."""
SURE = 0.95
"""The likelihood of a title with more evidence than its first word."""
_FIRST_WORD = 0.85
"""The likelihood of a title that begins like a question, though some statements do too."""
_TOPIC_WORD = 0.8
"""The likelihood of a title with a word such as "difference" in a language without spaces, sure as
one in the contents."""
_COMPARISON = 0.7
"""The likelihood of a title such as "TCP vs. UDP", which may head a section instead."""
_SECTION = 0.3
"""The likelihood of a title such as "How to use it", which usually heads a section."""
_NOT_ASKED = re.compile(
    r"^(?:what['’]?s (?:new|next|changed|included|inside)|what you(?:['’]ll| will)\b"
    r"|what you (?:need|learn|get)|"
    r"who (?:is|are) (?:this|we|i)\b|how (?:to|it)\b(?!.*\?)|what (?:this|we)\b(?!.*\?)|"
    r"when to use|why (?:us|this)\b(?!.*\?)|where to (?:go|get)|cómo (?:usar|instalar"
    r"|contribuir)\b(?!.*\?)|"
    r"como (?:usar|instalar|contribuir)\b(?!.*\?))",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\W*(?:who is (?:this|it) for|why this (?:project|library|package|tool|repo\w{0,8}))\W*",
    re.IGNORECASE,
)
"""The sections of a project's front page, with their question marks."""
_COMMANDS = re.compile(
    r"(?:do|does|did|is|are|can|could|should|would|will|has|have) (?:not|never|be|been|always)\b"
    r"|(?:do|have|has) (?:a|an|the|your|it|this|these|some|all|one)\b"
)
"""Statements and orders that begin with a verb of questions: "Do not …", "Have a …"."""
_END_SIGNS = " *_`\"'.:!?)]"
_SIGNS = "*_`\"'“‘«¿([ "
_PICTURE = re.compile(
    r"^[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\u2190-\u2bff\U0001f000-\U0001faff]{0,6}"
)
"""A picture before the first word, such as a coloured circle for the difficulty."""
_BLANK = re.compile(
    r"(?<![\w/])(?:\\?_){3,}(?!\w)|\.{6,}"
    r"|（\s{0,20}）|（\s{1,20}[A-Ha-h√×对错]{1,4}\s{1,20}）|\( {1,20}[A-Ha-h]{0,4} {1,20}\)"
)
"""A blank to fill in, or brackets for a letter."""
_BLANK_SIGNS = ("__", "\\_", "......", "（", "( ")
"""One of them is in every such blank."""
_KIND = re.compile(
    r"\W{0,4}(?:multiple[ -]choice|mcq|short answer|true ?(?:/|or) ?false"
    r"|fill[ -]in(?: the blanks?)?|matching|label (?:the )?diagram|верно ли|vrai ou faux"
    r"|verdadero o falso|verdadeiro ou falso|richtig oder falsch|vero o falso"
    r"|选择题|填空题|判断题|简答题)[*_]{0,2}\s?[:：)\]】]",
    re.IGNORECASE,
)
"""The kind of an exam question, before its text; guides have such words as headings too."""
_TRUE_OR_FALSE = ("true or false", "true/false")
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]]{1,2000}")
_COMPARES = re.compile(r"\b(?:difference|differences) between\b|\bvs\.? ")


@lru_cache(maxsize=4_096)  # several forms ask about the same title
def question_likelihood(title: str) -> float:
    """The likelihood, 0 to 1, that `title` (Markdown without its label) is a question."""
    text = (HTML_TAG.sub("", title) if "<" in title else title).strip()
    text = _ADDRESS.sub("", text) if "://" in text else text
    has_mark = any(map(text.__contains__, QUESTION_MARKS))
    if has_mark and _MARK.search(text.lstrip("?") + " "):
        return _SECTION if _ABOUT_ITSELF.fullmatch(text) else 1.0
    if "¿" in text or "{{c1::" in text:  # a gap of a cloze card
        return 1.0
    plain = _without_signs(text).lower()
    if _NOT_ASKED.match(plain) or _COMMANDS.match(plain):
        # A picture before it marks a section of a project's front page.
        return 0.0 if _PICTURE.match(text.lstrip(_SIGNS)) else _SECTION
    has_blank = any(map(plain.__contains__, _BLANK_SIGNS)) and _BLANK.search(plain)
    is_exam = has_blank or _KIND.match(plain)
    is_last = plain.rstrip(_END_SIGNS).endswith(LAST_WORDS)
    if is_exam or is_last or (not plain.isascii() and ANYWHERE.search(plain)):
        return SURE
    if not plain.isascii() and UNSPACED_TOPIC.search(plain):
        return _TOPIC_WORD
    if not plain.isascii() and UNSPACED_TASK.search(plain):
        return ASKS
    words = plain.split(None, 3)
    if not words:
        return 0.0
    first = words[0].rstrip(",:;.*_").replace("’", "'")
    if first in FIRST_WORDS and len(words) > 1:
        return _FIRST_WORD
    if len(words) > 2 and first in PREPOSITIONS and words[1] in SECOND_WORDS:
        return _FIRST_WORD
    if (first in SOME_WORDS or plain.startswith(_TRUE_OR_FALSE)) and len(words) > 2:
        return ASKS
    if ("difference" in plain or "vs" in plain) and _COMPARES.search(plain):
        return _COMPARISON
    return 0.0


def asks_in_the_end(line: str) -> bool:
    """Whether a line of text is a task, or has a question at its end: prose asks on its way."""
    text = line.rstrip(" *_`")
    ends = text.endswith(QUESTION_MARKS) or not any(map(text.__contains__, QUESTION_MARKS))
    return ends and question_likelihood(line) >= ASKS


def asks_to_tell(title: str) -> bool:
    """Whether a title begins with a verb that no step of a guide begins with: `Explain …`."""
    return sets_task(title) and not DEFINES.match(_without_signs(title))


def sets_task(title: str) -> bool:
    """Whether a title begins with a verb that asks for an answer: `Explain …`."""
    words = _without_signs(title).lower().split(None, 1)
    return len(words) > 1 and words[0] in TASKS


def _without_signs(title: str) -> str:
    """A title from its first word on."""
    return _PICTURE.sub("", title.lstrip(_SIGNS), count=1).lstrip(_SIGNS)

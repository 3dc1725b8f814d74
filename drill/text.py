"""Plain-text helpers that treat every string as data: printable text, slugs, words."""

import re
import unicodedata
from functools import lru_cache

# C0 and C1 controls except tab and newline; bidi embeddings, overrides and isolates; the
# zero-width characters that can hide text; tags; interlinear annotation.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINER_RUN = re.compile("[\u200c\u200d]{2,}")
# Han, kana, and the scripts of South-East Asia that write no spaces between words. Compiled at its
# first use: so many characters take a while, and few commands need it.
_NO_SPACES = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)?")
_RUN = re.compile(r"[^\W_]+")
SLUG = re.compile(r"[^\W_A-Z]+(?:-[^\W_A-Z]+)*")
SLUG_LIMIT = 80
_FOLDED = 1_000  # characters of a text that a slug is made from: folding may turn one into eighteen


def printable(text: str) -> str:
    """`text` without control sequences, bidi overrides and invisible runs: safe in a terminal.

    Tabs and newlines stay.
    """
    if text.replace("\n", " ").replace("\t", " ").isprintable():
        return text
    text = _UNPRINTABLE.sub("", text)
    return _JOINER_RUN.sub("", text) if "\u200c" in text or "\u200d" in text else text


def printable_line(text: str) -> str:
    """`printable` text on one line, for names, which may contain line breaks."""
    return printable(text).replace("\n", " ")


def encodable(text: str) -> str:
    """`text` with a question mark for each lone surrogate, which no file can store.

    Command-line arguments contain them if they are not UTF-8.
    """
    return text.encode(errors="replace").decode()


def escaped(json: str) -> str:
    r"""A JSON document in which the characters that `printable` removes are written as `\u…`.

    It means the same, and is safe in a terminal.
    """

    def escape(character: re.Match[str]) -> str:
        units = character[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))

    return _JOINER_RUN.sub(escape, _UNPRINTABLE.sub(escape, json))


def slug(text: str, limit: int = 60) -> str:
    """A lower-case identifier: the words of `text`, in any script, joined by `-`.

    At most `limit` characters, cut between words if possible; empty if there is no word.
    """
    folded = unicodedata.normalize("NFKC", text[:_FOLDED]).lower()
    result = ""
    for word in _RUN.findall(folded):
        if result and len(result) + 1 + len(word) > limit:
            break
        result = f"{result}-{word}" if result else word[:limit]
    return result


@lru_cache(maxsize=1_024)  # the topics of a document recur at each of their questions
def tag_of(name: str) -> str:
    """The tag of a topic's name: a slug of at most 40 characters, empty if there is no word."""
    return slug(name, 40)


def lowered(text: str) -> str:
    """`text` in lower case with the same length, so that positions in both agree.

    A pattern of many words matches it many times faster than the original regardless of case.
    """
    return text.replace("İ", "i").lower()


def words(text: str) -> list[str]:
    """The words of `text`, case-folded and in order, for searching."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text))]


def has_no_spaces(word: str) -> bool:
    """Whether the script of `word` has no spaces, so that it may be a whole sentence."""
    return re.search(_NO_SPACES, word) is not None

"""Recognises text without key points: examples, talk about the text, questions, references."""

import re

from drill.points.atoms import ATOM
from drill.points.blocks import Block, Kind
from drill.points.labels import word_count
from drill.points.languages import Language
from drill.points.section_names import is_named
from drill.points.verbs import has_verb

_COUNTING = 120  # characters; a longer sentence says more than a count
_LINKED = 0.75  # of a block's letters; a block with more is a list of links
_ANY_LETTER = re.compile(rf"[^\W\d_]|{ATOM}")
_OPTION = re.compile(
    r"^[^\S\n]*+(?:[-*+]\s+)?(?:\*\*)?[(（]?([A-Ha-hА-Еа-е])[.)）、:：．](?:\*\*)?\s*\S",
    re.MULTILINE,
)
# three options below each other
_LETTERED = re.compile(
    r"^[^\S\n]*+(?:[-*+] +)?(?:\*\*)?A[.)]? .+\n+[^\S\n]*+(?:[-*+] +)?(?:\*\*)?B[.)]? .+\n+"
    r"[^\S\n]*+(?:[-*+] +)?(?:\*\*)?C[.)]? ",
    re.MULTILINE,
)
_LETTERS = "ABCDEFGH"
_LETTER = re.compile(r"^[\W_]*+([A-H])\b[).:]?\s+\S.*", re.DOTALL)  # of a line, and the line
_KEYED = re.compile(
    r"^\W*+(?:(?:the )?(?:correct |right )?(?:answers?|options?|choice|ans)|"
    r"(?:правильный )?ответы?|(?:正确|参考)?答案|respuesta"
    r"(?: correcta)?|resposta(?: correta)?|gabarito|(?:richtige )?antwort|정답|解答)?(?: is| are|"
    r"es|é)?\W*+"
    r"(?:[A-H](?:\s*+(?:(?:,|and|&|и|y|e|und|、)\s*+)?[A-H])*|[А-Е])(?:\W*$|[.:)：]\s|\W*\n)"
)
_BARE_CODE = re.compile(
    r"\w::\w|\w\([^()]*\);|[{}]\s*$|(?:\w\(|\w ?= ?\S|^\W*(?:import|using|return|throw|delete|"
    r"int|char|float|double|long|bool|string|var|let|const|public|private|static|void)\b).*;\s*$|"
    r"^\(\w+\)=$|\.(?:webp|png|jpe?g|gif|svg)$|^(?:CREATE|ALTER|DROP|INSERT|DELETE|"
    r"GRANT) [A-Z]+ \S|"
    r"\bclass \w+ < \w|^\s*[\w.]+\((?!\w+\) [a-z])|^[#$>] \w|^\w+\s*=\s*(?:\S+\(|[\[{'\"])"
)
_QUOTED_QUESTION = re.compile(r"[?？][\"”»’]")  # the answer quotes a question
_SIGNS_OF_CODE = re.compile(r"[(;:{}#$>]")  # a quick look: code has at least one of these
_RUN_IN_WORDS = 4  # of a name in front of sentences
_FACTS = re.compile(rf"[\d=,:(]|{ATOM}")
_FIRST_LINE = 200  # characters that hold a key such as "Answer: C"


def is_choice(question: str, answer: str, blocks: list[Block]) -> bool:
    """Whether this is a multiple-choice question."""
    ticks = [block.ticked for block in blocks if block.ticked is not None]
    if True in ticks and False in ticks:
        return True
    options = [letter.lower() for letter in _OPTION.findall(question)]
    if len(options) > 1 and options[:2] in (["a", "b"], ["а", "б"]):
        return True
    lines = [line for line in answer.splitlines() if line.strip()]
    if _LETTERED.search(answer):
        return True
    if 1 < len(lines) <= len(_LETTERS) and all(
        _LETTER.sub(r"\1", line) == letter for letter, line in zip(_LETTERS, lines, strict=False)
    ):
        return True
    return _KEYED.match(answer.lstrip("#>* \n")[:_FIRST_LINE]) is not None


def without_references(blocks: list[Block]) -> list[Block]:
    """The blocks with content of their own, without sections, lists and lines of links."""
    dropped: set[int] = set()
    for block in blocks:
        above = [at for at in (block.section, block.lead) if at is not None]
        if any(at in dropped for at in above) or _refers(block, blocks):
            dropped.add(block.place)
    leads = {block.lead for block in blocks if block.place in dropped}
    return [
        block
        for block in blocks
        if block.place not in dropped
        and not (block.place in leads and is_named("references", block.text))
    ]


def _refers(block: Block, blocks: list[Block]) -> bool:
    if block.kind is Kind.CODE:
        return False
    if block.kind is Kind.HEADING:
        return is_named("references", block.text) or is_named("example", block.text)
    lead = blocks[block.lead].text.rsplit("\n", 1)[-1] if block.lead is not None else ""
    if lead and is_named("references", lead):
        return True
    if block.kind is Kind.ROW:
        return False
    return block.linked > _LINKED or not _ANY_LETTER.search(block.text)


def is_example(sentence: str, language: Language) -> bool:
    """Whether `sentence` starts an example or an imagined story."""
    return language.find("example").match(sentence.lstrip("(（ ")) is not None


def is_outside(sentence: str, language: Language) -> bool:
    """Whether `sentence` is about the text, to the reader, a question or an exclamation."""
    bare = sentence.rstrip("\"'”’»)） .")
    if (
        bare.endswith(("?", "？"))
        or not _ANY_LETTER.search(sentence)
        or (_SIGNS_OF_CODE.search(sentence) and _BARE_CODE.search(sentence))
    ):
        return True
    if _QUOTED_QUESTION.search(sentence):
        return True
    if sentence[:1] in "(（[" and sentence.rstrip(".。")[-1:] in ")）]":
        return True
    return (
        language.find("outside").match(sentence) is not None
        or language.find("anywhere").search(bare) is not None
        or (len(bare) <= _COUNTING and language.find("empty").search(bare) is not None)
    )


def is_run_in(sentence: str, language: Language) -> bool:
    """Whether `sentence` only names what the next ones say: "Decision criteria."."""
    return (
        sentence.endswith(".")
        and word_count(sentence) <= _RUN_IN_WORDS
        and not _FACTS.search(sentence)
        and bool(language.code)
        and not has_verb(f" {sentence}", language)
    )


def is_announcement(sentence: str, language: Language) -> bool:
    """Whether `sentence`, which ends in a colon, only says that something follows."""
    return language.find("announcing").search(sentence) is not None

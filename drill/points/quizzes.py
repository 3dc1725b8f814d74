"""Recognises quizzes and exercises, whose answers hold options or tasks and no key points."""

import re

from drill.points.blocks import Block, Kind
from drill.points.labels import word_count
from drill.points.languages import promising

_OPTION = re.compile(
    r"^[^\S\n]*+(?:[-*+]\s+)?(?:\*\*)?[(（]?([A-Ha-hА-Еа-еアイウエ])[.)）、:：．](?:\*\*)?\s*\S",
    re.MULTILINE,
)
# three options below each other
_LETTERED = re.compile(
    r"^[^\S\n]*+(?:[-*+] +)?(?:\*\*)?A(?:[.)]? |[、：．]).+\n+[^\S\n]*+(?:[-*+] +)?(?:\*\*)?"
    r"B(?:[.)]? |[、：．]).+\n+[^\S\n]*+(?:[-*+] +)?(?:\*\*)?C(?:[.)]? |[、：．])|"
    # letters above their options
    r"^[^\w\n]*+B[.)]?[^\w\n]*+\n(?:.*\n){1,9}?[^\w\n]*+C[.)]?[^\w\n]*+$",
    re.MULTILINE,
)
_VERDICT = re.compile(
    r"^(?:in ?correct|richtig|falsch|верно|неверно)[.!]*$|(?:correct answer is|right answer is|"
    r"you selected answer|正确答案(?:是|"
    r"为)?[:：]?)\W{0,9}(?-i:[A-H])\b",
    re.IGNORECASE | re.MULTILINE,
)
_LETTERS = "ABCDEFGH"
_LETTER = re.compile(r"^[\W_]*+([A-H])\b[).:]?\s+\S.*", re.DOTALL)  # of a line, and the line
# Letters of options; only their order tells "ABD" from a word such as "DFA".
_SIGN = r"(?:[a-hА-Еа-еアイウエ]|(?=[A-H])A?B?C?D?E?F?G?H?)"
_AND = r"\W++(?:(?:and|und|et|dan|ou|и|y|o)\W++)?"  # "e" is a sign, too
_SIGNS = f"{_SIGN}(?:{_AND}{_SIGN})*"
_ANSWER = (
    r"(?i:(?:the )?(?:correct |right )?(?:answers?|options?|choice|ans)|"
    r"(?:правильный )?ответы?|(?:正确|参考)?答案|respuesta(?: correcta)?|"
    r"resposta(?: correta)?|gabarito|(?:richtige )?antwort|(?:bonne )?réponse|risposta|"
    r"(?:kunci )?jawaban|cevap|đáp án|odpowiedź|정답|解答|正解|答え)(?: is| are| es| é|は|为|是)?"
)
_KEYED = re.compile(  # a line like "Answer: B and C" or "B) a lock"
    rf"\W*+(?:{_ANSWER}\W*+{_SIGNS}|(?![a-zа-е]|[A-H]{{2,}}[.:：]){_SIGNS})"
    r"(?:\W*$|[.:)：]\s|\W*\n)"
)
_KEY = re.compile(  # the last line below options
    rf"\W*(?:{_SIGNS}|\d+(?:{_AND}\d+)*|"
    r"(?i:in ?correct|wrong|right|correct answer.*|richtig|falsch|верно|неверно))\W*"
)
_LAST = re.compile(rf"\W*{_ANSWER}\W*{_SIGNS}\W*")
_ITEM = re.compile(r"\s*(?:[-*+•]|\(?\w[.)、：:．])")
_TICK_BEHIND = re.compile(r"\s\[([ xX])\]$")  # "- Every morning [x]"
# an option that speaks of the others
_ALL_OF_THEM = re.compile(
    r"\W*(?:(?-i:[A-H])[.)] )?(?:(?:all|none|both|any|neither)(?: of)? (?:the )?(?:above|these|"
    r"options)|"
    r"(?:todas|ninguna|nenhuma|nenhum)(?: d?e?(?:las|as|os))? (?:anteriores|acima|alternativas)|"
    r"(?:все|ничего из|ни одно из|ни один из) (?:вышеперечисленн|перечисленн|вышеуказанн)\w+|"
    r"以上(?:都|全|皆|均|所有)\w{0,4}|"
    r"toutes ces réponses|aucune de ces réponses|alle (?:genannten|oben genannten)|"
    r"semua (?:jawaban )?benar|tất cả (?:các đáp án|đều đúng)[^\n]{0,12})\W*$",
    re.IGNORECASE,
)
_ASKS_TO_CHOOSE = re.compile(
    r"\b(?:which|what|who) (?:(?!each|all)\w+ )?(?:of (?:the )?(?:following|these|below)|"
    r"\w+ below)\b|"
    # an instruction; "How do you choose the …" asks for an explanation
    r"(?:^|[.?!:;,()\[*_–—-]|\bplease\b)\W{0,3}(?:select|choose|pick|tick|mark) "
    r"(?:the|all|one|two|three|only|any)\b|"
    r"\b(?:tra|fra) (?:i|le|gli) seguenti|\b(?:qua(?:l|is)|cuál(?:es)?) (?:d[aeo]s? )?"
    r"(?:l[oa]s )?\w* ?(?:abaixo|siguientes|seguintes)\b|"
    r"\b(?:что|какие|какой|какая|какое|кто)(?: \w+)? из (?:ниже)?(?:перечисл|следующ|приведенн|"
    r"приведённ|представленн)\w*|"
    r"(?:以下|下列|下面)[^，。？?]{0,12}(?:哪|正确|错误|不是|属于)|\bwelche? (?:der|"
    r"von den) folgenden|"
    r"\bwhich (?:option|choice|statement|answer)\b(?! (?:would|do|did|should) you\b)|"
    r"哪个选项|哪些选项|_{3,}|"
    r"nào (?:sau đây|dưới đây)|yang mana dari|aşağıdakilerden",
    re.IGNORECASE,
)
_ASKS_WHY = re.compile(
    r"\bwhy\b|\bwarum\b|\bpourquoi\b|\bpor qu[eêé]\b|\bпочему\b|为什么|為什麼", re.IGNORECASE
)
_UNTICKED = re.compile(r"^[ \t]*[-*+] +\[ \].*\n\s*+[-*+] +\[(?![ xX])\w\]", re.MULTILINE)
_SPEAKER = re.compile(r"[B-PR-Z]\d{1,2}: ")  # of a transcript; Q1 and A1 are labels
_SHORT_LINE = 60  # characters of an option that speaks of the others
_NAMED_WORDS = 4  # of an item that only names something
_FIRST_LINE = 200  # characters that hold a key such as "Answer: C"
_FEW_LINES = 3  # options are more
_OPENINGS = (["a", "b"], ["а", "б"], ["ア", "イ"])  # Latin, Cyrillic, Japanese
_ANSWER_HERE = re.compile(
    r"\b(?:your|put|write|type|add) (?:your )?(?:code|answers?|solution|implementation) here\b|"
    r"\| *your (?:input|answer) *\|",
    re.IGNORECASE,
)
_INPUT = re.compile(r"^[^\S\n]*+(?:[-*+]|\d+[.)])\s*<input\b", re.MULTILINE)
_GAP = re.compile(r"_{3,}")
_TASK = re.compile(
    r"[^\w(]*+(?:\([^()]*+\)\W*+)?(?:create|write|implement|build|declare|fill|translate|given)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^[^\w\n]*\d{1,2}[.)] +\S", re.MULTILINE)
_KEY_OF_SEVERAL = re.compile(r"^[a-eA-E](?:[).] |(?:, ?[a-eA-E])*$)")
_NUMBER = re.compile(r"Q?\d{1,3}[.):]?$")  # of a question; a table of grades begins with others
_SEVERAL = 3  # numbered parts of a question, or options
_BOTH = {"true", "false"}
_ASKS_FOR_ONE = re.compile(
    r"\W*(?:which|what) (?![\w-]*[^\Wsu]s\b|(?:[\w-]+ ){1,2}[\w-]*[^\Wsu]s\b)"
    r"(?!.*\b(?:are|were|do|have|exist|should|would|could|can)\b)",
    re.IGNORECASE,
)
"""A question after a single thing: "which type of lock protects …"."""
_ASKS_FOR_SEVERAL = re.compile(
    r"\b(?:how (?:do|can|would|should|could|to)|wie|c[oó]mo|comment|как)\b|如何|怎么|怎样|"
    r"\b(?:what|which) (?:[\w-]+[^\Wsu]s (?:do|does|can|should|would|have|has)|are)\b",
    re.IGNORECASE,
)
"""A question after steps or several things: an option that is bold is one of them."""


def is_quiz(question: str, answer: str, blocks: list[Block]) -> bool:
    """Whether the answer consists of options, of a key to them, or of a task."""
    lines = [line.rstrip() for line in answer.splitlines() if line.strip()]
    return (
        _has_ticks(answer, lines, blocks)
        or _has_options(question, answer, lines, blocks)
        or _is_key(answer, lines)
        or _is_list_of_keys(blocks)
        or _is_exercise(question, answer, blocks)
        or bool(_SPEAKER.match(question) and _SPEAKER.match(answer))
    )


def _has_ticks(answer: str, lines: list[str], blocks: list[Block]) -> bool:
    """Whether some of several boxes are ticked."""
    ticks = {block.ticked for block in blocks}
    behind = {
        mark[1].strip() for line in lines if line[-1] == "]" and (mark := _TICK_BEHIND.search(line))
    }
    return (
        {True, False} <= ticks
        or len(behind) > 1
        or (False in ticks and (bool(behind) or _UNTICKED.search(answer) is not None))
    )


def _found(pattern: re.Pattern[str], text: str) -> bool:
    """Whether `pattern` matches in `text`; most texts do not even have the letters."""
    return bool(promising((pattern.pattern,), text)) and pattern.search(text) is not None


def _has_options(question: str, answer: str, lines: list[str], blocks: list[Block]) -> bool:
    """Whether the question or the answer holds options to choose from."""
    options = [letter.lower() for letter in _OPTION.findall(question)]
    if options[:2] in _OPENINGS or _LETTERED.search(answer) or _found(_VERDICT, answer):
        return True
    if promising((_ALL_OF_THEM.pattern,), answer) and any(
        len(line) <= _SHORT_LINE and _ALL_OF_THEM.fullmatch(line) for line in lines
    ):
        return True
    is_both = {line.strip("-*+!. \t").lower() for line in lines} == _BOTH
    if is_both and not _ASKS_FOR_SEVERAL.search(question):
        return True
    if _is_list_of_options(question, blocks):
        return True
    if len(lines) > 1 and _ASKS_TO_CHOOSE.search(question) and not _ASKS_WHY.search(question):
        return True
    return 1 < len(lines) <= len(_LETTERS) and all(
        _LETTER.sub(r"\1", line) == letter for letter, line in zip(_LETTERS, lines, strict=False)
    )


def _is_list_of_options(question: str, blocks: list[Block]) -> bool:
    """Whether the answer is a list of names for one thing, or one with a single bold item."""
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is Kind.ITEM and block.starts_item:
            lists.setdefault(block.list_id, []).append(block)
    for items in lists.values():
        at = items[0].place
        above = blocks[at - 1].text if at else question
        is_asked = above.rstrip().endswith(("?", "？")) and not _ASKS_FOR_SEVERAL.search(above)
        if is_asked and _has_one_bold(items):
            return True
    if len(blocks) < _SEVERAL or any(block.kind is not Kind.ITEM for block in blocks):
        return False
    are_names = all(
        word_count(block.text) <= _NAMED_WORDS and ":" not in block.text for block in blocks
    )
    return are_names and len(blocks) <= len(_LETTERS) and bool(_ASKS_FOR_ONE.match(question))


def _has_one_bold(items: list[Block]) -> bool:
    """Whether one of more than three items is bold from end to end, and the others are plain."""
    bold = [item.opening >= len(item.text) for item in items]
    plain = [not item.opening for item in items]
    return len(items) > _SEVERAL and sum(bold) == 1 and sum(plain) == len(items) - 1


def _is_key(answer: str, lines: list[str]) -> bool:
    """Whether the answer begins or ends with the letter or number of an option."""
    if _KEYED.match(answer.lstrip("#>* \n")[:_FIRST_LINE]):
        return True
    if not lines or len(lines[-1]) > _SHORT_LINE:
        return False
    is_below = len(lines) > _FEW_LINES and _ITEM.match(lines[-2])
    return bool(_LAST.fullmatch(lines[-1]) or (is_below and _KEY.fullmatch(lines[-1])))


def _is_list_of_keys(blocks: list[Block]) -> bool:
    """Whether most rows or items begin with the letter of an option: "12 | b) Contraction"."""
    texts = [
        block.cells[-1] if block.cells else block.text
        for block in blocks
        if not block.cells or _NUMBER.match(block.cells[0])
    ]
    keys = sum(_KEY_OF_SEVERAL.match(text) is not None for text in texts)
    return keys >= max(_SEVERAL, len(blocks) / 2)


def _is_exercise(question: str, answer: str, blocks: list[Block]) -> bool:
    """Whether the answer says what is to be done, or fills in the parts of the question."""
    if (
        _found(_ANSWER_HERE, answer)
        or ("___" in answer and len(_GAP.findall(answer)) > 1)
        or ("<input" in answer and len(_INPUT.findall(answer)) > 1)
    ):
        return True
    if any(block.kind not in {Kind.ITEM, Kind.CODE} for block in blocks):
        return False
    opens_list = question.rstrip("\n *_").endswith((":", "："))
    if opens_list and _TASK.match(question):
        return True
    # such as "Explain the following commands:", or a question with numbered parts
    has_parts = len(_NUMBERED.findall(question)) >= _SEVERAL
    return (has_parts or opens_list) and all(
        word_count(block.text) <= _NAMED_WORDS for block in blocks
    )

"""Recognises text without key points: examples, talk about the text, questions, references."""

import re
from collections import Counter

from drill.points.atoms import ATOM
from drill.points.blocks import Block, Kind
from drill.points.labels import LABEL, word_count
from drill.points.languages import Language
from drill.points.section_names import is_named
from drill.points.verbs import has_verb

_COUNTING = 120  # characters; a longer sentence says more than a count
_LINKED = 0.75  # of a block's letters; a block with more is a list of links
_ANY_LETTER = re.compile(rf"[^\W\d_]|{ATOM}")
_BARE_CODE = re.compile(
    r"\w::\w|\w\([^()]*\);|[{}]\s*$|(?:\w\(|\w ?= ?\S|^\W*(?:import|using|return|throw|delete|"
    r"int|char|float|double|long|bool|string|var|let|const|public|private|static|void)\b).{0,300};\s*$|"
    r"^\(\w+\)=$|\.(?:webp|png|jpe?g|gif|svg)$|^(?:CREATE|ALTER|DROP|INSERT|DELETE|"
    r"GRANT) [A-Z]+ \S|"
    r"\bclass \w+ < \w|^from \w[\w.]* import \w|^import \w+\W|^\$\w+\.\w+\(|"
    r"\w=[\"'][^\"']*[\"']>|^\s*[\w.]+\((?!\w+\) [a-z])|^[#$>] \w|^\w+\s*=\s*(?:\S+\(|[\[{'\"])|"
    r"\w = [\w.]+[(\[][^\s()]*[)\]];?$|^@[A-Z]\w+\(|"
    r"^(?:def|function|func) \w+ ?\("
)
# what somebody is to say or to do, not what is so
_TASK = re.compile(
    r"(?-i:(?!EXPLAIN\b|DESCRIBE\b))"  # statements of SQL
    r"(?:please )?(?:show me|write (?:an? |the )?(?:tests?|program|function|code|query|script)|"
    r"solve (?:the|this)|produce an example|implement the same|explain|describe|elaborate|"
    r"given an? (?:\w+ )?(?:array|string|list|number|integer|matrix|tree|graph)|"
    r"discuss|mention|talk about|tell (?:me|us)|"
    r"walk (?:me|us|them) through|"
    r"share (?:your|an? (?:\w+ )?(?:example|story|time|experience))|"
    r"give (?:me |us )?(?:an? )?(?:brief |short |"
    r"real |"
    r"concrete |specific )?(?:examples?|overview|account)|demonstrate (?:your|that you)|"
    r"show (?:that|"
    r"how) you|(?:as|when) you (?:explain|describe|answer|talk)|focus on how|"
    r"keep (?:your (?:tone|answer)|it (?:short|brief))|conclude (?:by|with)|"
    r"start with an? [\w-]+ overview|start (?:by|with) (?:a )?"
    r"brief\w*|(?:highlight|emphasi[sz]e|outline|provide|use) (?:your|how you|"
    r"(?:an? )?specific examples?|"
    r"the star)|(?:always )?be (?:prepared|ready|honest|specific)|prepare (?:to|for|an?|your)|"
    r"(?:ask|listen) (?:about|the candidate|the interviewer|candidates)|"
    r"we(?:['’]re| are) (?:trying|looking|interested|hoping)|what you(?:['’]d|['’]re| would| are|"
    r"['’]ve)?)\b(?! (?:plan|analyze)\b)|"
    r"(?:опишите|объясните|расскажите|напишите|приведите|реализуйте|назовите|перечислите|укажите|"
    r"найдите|сравните|попросите|предложите|определите|спросите)\b|"
    r"(?:解释|描述|介绍|说明|谈谈|讲述|阐述|列举|询问|考察|考查|讨论)(?![器符者书文了性型执为]|一下子)|"
    r"(?:habla (?:sobre|de)|explica cómo|"
    r"décrivez|expliquez|parlez|describa|explique|descreva|cite|mencione|erkläre?n?(?: sie)?|"
    r"beschreiben?(?: sie)?|erläutern(?: sie)?|nennen sie|jelaskan|sebutkan|opisz|wyjaśnij|"
    r"açıklayın)"
    r"\b",
    re.IGNORECASE,
)
_QUOTED_QUESTION = re.compile(r"[?？][\"”»’]")  # the answer quotes a question
_PARTICIPLE = re.compile(r"[A-Z]\w+ing ")
_SIGNS_OF_CODE = re.compile(r"[(\[;:{}#$>]")  # a quick look: code has at least one of these
_RUN_IN_WORDS = 4  # of a name in front of sentences
_FACTS = re.compile(rf"[\d=,:(]|{ATOM}")
_FILE = re.compile(r"\S\.(?:md|html?|pdf|ipynb|rst|txt|docx?)$")  # "See cooling.md"
_FEW_WORDS = 4
_CODE_LINE = re.compile(
    r"\s*+(?:(?:- )?[a-z][\w.-]*:(?: [\w./\"'{}\[\]-]+)?|[^\w.]*+[\w.]++\([\x00-\x7f]*\);?|"
    r"(?=[^(=\[]*+[(=\[])[\x00-\x7f]*;|[\x00-\x7f]*[{}]|[)}\]]+|"
    r"from [\w.]++ import [\x00-\x7f]*+|import [\w.*{}, ]++(?: from [\x00-\x7f]*+)?;?|"
    r"(?:const|let|var) (?:\w++|[{\[][^=:;]*+)(?: ?:[^=;]*+)? ?[=;][\x00-\x7f]*+|"
    r"(?:def|class|public|private|static|using|for|while|if|return)\b[\x00-\x7f]*[:;{]|"
    r"(?:for|while|if|return) ?\([\x00-\x7f]*\)|return \w++|\$ .*+|</?\w[^<>]*+>.*+)\s*"
)
_ASSIGNMENT = re.compile(r"\s*+\w++ ?= ?\S[\x00-\x7f]*+")  # or a formula
_MOSTLY = 0.7  # of an answer's lines; such an answer is code without a fence
_CODE_LINES = 3
_ILLUSTRATES = re.compile(
    r"example|instance|ejemplo|exempl|beispiel|пример|例如|比如|举例|例子", re.IGNORECASE
)
_ENDS_IN_EXAMPLE = re.compile(
    r"(?:\b(?:for (?:example|instance)|e\.g\.?|por ejemplo|por exemplo|par exemple|zum beispiel|"
    r"z\. ?b\.?|например|misalnya|contohnya)|例如|比如)\s*[:：]?$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"(?:\w+ )?(?:q(?:uestion|ues)?|interview question|pregunta|pergunta|frage|вопрос|câu(?: hỏi)?|"
    r"pertanyaan|soru|domanda|问题|质問)[ .#-]*\d+(?:$|[.:)：]| ?[—–-] )",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"^Q(\d)\b(?!.*[?？]$)", re.MULTILINE)  # or quartile, or question
_ASKS_FOR_A_FACT = re.compile(
    r"^(?:[^\s]+ ){0,2}(?:what|how|why|when|which|who|where|qué|cómo|cuál(?:es)?|por qué|o que|"
    r"como|qual|quais|was|wie|warum|welche\w*|что|как|какие|какой|почему|зачем|чем|quelle?s?|comment|"
    r"pourquoi|nedir|apa|bagaimana)\b.*[?？]\s*$|(?:如何|怎么|怎样|什么|为什么|哪些|哪几).*[?？]\s*$",
    re.IGNORECASE,
)
_MANY = 0.4  # of the items of a list; three at least
_NEAR = 25  # characters that hold "for example"


def is_code(answer: str) -> bool:
    """Whether the answer is code that nobody fenced."""
    lines = [line for line in answer.splitlines() if line.strip()]
    if len(lines) < _CODE_LINES or "```" in answer:
        return False
    code = [_CODE_LINE.fullmatch(line) is not None for line in lines]
    either = [
        one or bool(_ASSIGNMENT.fullmatch(line)) for one, line in zip(code, lines, strict=True)
    ]
    return any(code) and either[0] and sum(either) >= _MOSTLY * len(lines)


def without_references(blocks: list[Block]) -> list[Block]:
    """The blocks with content of their own, without sections, lists and lines of links."""
    dropped: set[int] = set()
    other = _other_question(blocks)
    questions = _lists_of_questions(blocks)
    for block in blocks[:other]:
        above = [at for at in (block.section, block.lead) if at is not None]
        is_asked = block.kind is Kind.ITEM and block.list_id in questions
        if any(at in dropped for at in above) or is_asked or _refers(block, blocks):
            dropped.add(block.place)
    leads = {block.lead for block in blocks if block.place in dropped}
    return [
        block
        for block in blocks[:other]
        if block.place not in dropped
        and not (block.place in leads and is_named("references", block.text))
    ]


def _lists_of_questions(blocks: list[Block]) -> set[int]:
    """The lists of an interview's questions: not of checks, such as "Is the store open?"."""
    items = Counter(block.list_id for block in blocks if block.kind is Kind.ITEM)
    asked = Counter(
        block.list_id
        for block in blocks
        if block.text.endswith(("?", "？")) and _ASKS_FOR_A_FACT.search(block.text)
    )
    return {at for at, count in asked.items() if count >= max(3, _MANY * items[at])}


def _other_question(blocks: list[Block]) -> int:
    """The place at which another question begins: "Question 5", "IMP Q2: …".

    Quarters and quartiles count on from Q1 in one answer, and none of them is a question.
    """
    other = next(
        (
            block.place
            for block in blocks
            if block.kind in {Kind.HEADING, Kind.PARAGRAPH} and _ANOTHER.match(block.text)
        ),
        len(blocks),
    )
    if other < len(blocks):
        numbers = [int(one) for block in blocks for one in _QUARTER.findall(block.text)]
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
            return len(blocks)
    return other


def _refers(block: Block, blocks: list[Block]) -> bool:
    if block.kind is Kind.CODE:
        return False
    if block.kind is Kind.HEADING:
        return is_named("references", block.text) or is_named("example", block.text)
    lead = blocks[block.lead].text.rsplit("\n", 1)[-1] if block.lead is not None else ""
    if is_named("references", lead) or _ENDS_IN_EXAMPLE.search(lead):
        return True
    label = LABEL.match(lead)
    # At the start of an answer "Example:" is above all of it.
    if block.lead and any(is_named("example", name) for name in (lead, label[0] if label else "")):
        return True
    if block.kind is Kind.ROW:
        return False
    return block.linked > _LINKED or not _ANY_LETTER.search(block.text)


def is_example(sentence: str, language: Language) -> bool:
    """Whether `sentence` starts an example or an imagined story."""
    return language.find("example").match(sentence.lstrip("(（ ")) is not None


def is_illustration(sentence: str, language: Language) -> bool:
    """Whether `sentence` says that it and what follows are an example."""
    return is_example(sentence, language) and _ILLUSTRATES.search(sentence[:_NEAR]) is not None


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
    if sentence.endswith(",") and (
        _PARTICIPLE.match(sentence) or language.find("fragment").match(sentence)
    ):
        return True  # a formula goes on with it
    if _FILE.search(bare) and bare.count(" ") < _FEW_WORDS:
        return True
    if sentence[:1] in "(（[" and sentence.rstrip(".。")[-1:] in ")）]":
        return True
    return (
        language.find("outside").match(sentence) is not None
        or language.find("anywhere").search(bare) is not None
        or (len(bare) <= _COUNTING and language.find("empty").search(bare) is not None)
    )


def is_task(sentence: str) -> bool:
    """Whether `sentence` asks the candidate or interviewer to do something: "Explain how …"."""
    return _TASK.match(sentence) is not None


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

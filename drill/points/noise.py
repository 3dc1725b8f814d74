"""Recognises text without key points: examples, talk about the text, questions, references."""

import re

from drill.points.atoms import ATOM
from drill.points.blocks import Block, Kind
from drill.points.labels import LABEL, word_count
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
_KEYED = re.compile(
    r"^\W*+(?:(?:the )?(?:correct |right )?(?:answers?|options?|choice|ans)|"
    r"(?:правильный )?ответы?|(?:正确|参考)?答案|respuesta"
    r"(?: correcta)?|resposta(?: correta)?|gabarito|(?:richtige )?antwort|정답|解答)?(?: is| are|"
    r"es|é)?\W*+"
    r"(?:[A-H](?:\s*+(?:(?:,|and|&|и|y|e|und|、)\s*+)?[A-H])*|[А-Е])(?:\W*$|[.:)：]\s|\W*\n)"
)
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
    r"\b(?:qua(?:l|is)|cuál(?:es)?) (?:d[aeo]s? )?(?:l[oa]s )?\w* ?(?:abaixo|siguientes|"
    r"seguintes)\b|"
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
_BARE_CODE = re.compile(
    r"\w::\w|\w\([^()]*\);|[{}]\s*$|(?:\w\(|\w ?= ?\S|^\W*(?:import|using|return|throw|delete|"
    r"int|char|float|double|long|bool|string|var|let|const|public|private|static|void)\b).{0,300};\s*$|"
    r"^\(\w+\)=$|\.(?:webp|png|jpe?g|gif|svg)$|^(?:CREATE|ALTER|DROP|INSERT|DELETE|"
    r"GRANT) [A-Z]+ \S|"
    r"\bclass \w+ < \w|^from \w[\w.]* import \w|^import \w+\W|^\$\w+\.\w+\(|"
    r"\w=[\"'][^\"']*[\"']>|^\s*[\w.]+\((?!\w+\) [a-z])|^[#$>] \w|^\w+\s*=\s*(?:\S+\(|[\[{'\"])"
)
# what somebody is to say or to do, not what is so
_TASK = re.compile(
    r"(?-i:(?!EXPLAIN\b|DESCRIBE\b))"  # statements of SQL
    r"(?:please )?(?:show me|write (?:an? |the )?(?:tests?|program|function|code|query|script)|"
    r"solve (?:the|this)|produce an example|implement the same|explain|describe|elaborate|"
    r"mention|talk about|tell (?:me|us)|"
    r"walk (?:me|us|them) through|"
    r"share (?:your|an? (?:\w+ )?(?:example|story|time|experience))|"
    r"give (?:me |us )?(?:an? )?(?:brief |short |"
    r"real |"
    r"concrete |specific )?(?:examples?|overview|account)|demonstrate (?:your|that you)|"
    r"show (?:that|"
    r"how) you|(?:as|when) you (?:explain|describe|answer|talk)|focus on how|"
    r"keep (?:your (?:tone|answer)|it (?:short|brief))|conclude (?:by|with)|start (?:by|"
    r"with) (?:a )?"
    r"brief\w*|(?:highlight|emphasi[sz]e|outline|provide|use) (?:your|how you|"
    r"(?:an? )?specific examples?|"
    r"the star)|(?:always )?be (?:prepared|ready|honest|specific)|prepare (?:to|for|an?|your)|"
    r"(?:ask|listen) (?:about|the candidate|the interviewer|candidates)|"
    r"we(?:['’]re| are) (?:trying|looking|interested|hoping)|what you(?:['’]d|['’]re| would| are|"
    r"['’]ve)?)\b(?! (?:plan|analyze)\b)|"
    r"(?:опишите|объясните|расскажите|напишите|приведите|реализуйте|назовите|перечислите|укажите|"
    r"найдите|сравните|попросите|предложите|определите|спросите)\b|"
    r"(?:解释|描述|介绍|说明|谈谈|讲述|阐述|列举|询问|考察|考查|讨论)(?![器符者书文了性型执为]|一下子)|"
    r"(?:décrivez|expliquez|parlez|describa|explique|descreva|cite|mencione|erkläre?n?(?: sie)?|"
    r"beschreiben?(?: sie)?|erläutern(?: sie)?|nennen sie|jelaskan|sebutkan|opisz|wyjaśnij|"
    r"açıklayın)"
    r"\b",
    re.IGNORECASE,
)
_QUOTED_QUESTION = re.compile(r"[?？][\"”»’]")  # the answer quotes a question
_SIGNS_OF_CODE = re.compile(r"[(;:{}#$>]")  # a quick look: code has at least one of these
_RUN_IN_WORDS = 4  # of a name in front of sentences
_FACTS = re.compile(rf"[\d=,:(]|{ATOM}")
_UNTICKED = re.compile(r"^[ \t]*[-*+] +\[ \].*\n\s*+[-*+] +\[(?![ xX])\w\]", re.MULTILINE)
_KEY = re.compile(
    r"\W*(?:[a-fA-F]|\d|in ?correct|wrong|right|correct answer.*|richtig|falsch|верно|неверно)\W*",
    re.IGNORECASE,
)  # the last line below options
_SPEAKER = re.compile(r"[B-PR-Z]\d{1,2}: ")  # of a transcript; Q1 and A1 are labels
_SHORT_LINE = 60  # characters of an option that speaks of the others
_NAMED_WORDS = 4  # of an item that only names something
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
_NEAR = 25  # characters that hold "for example"
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
    if (False in ticks and _UNTICKED.search(answer)) or (
        len(lines) > _CODE_LINES and _KEY.fullmatch(lines[-1])
    ):
        return True
    if _LETTERED.search(answer) or _VERDICT.search(answer):
        return True
    if _SPEAKER.match(question) and _SPEAKER.match(answer):
        return True
    if any(len(line) <= _SHORT_LINE and _ALL_OF_THEM.fullmatch(line) for line in lines):
        return True
    if question.rstrip().endswith((":", "：")) and all(
        block.kind is Kind.ITEM and word_count(block.text) <= _NAMED_WORDS for block in blocks
    ):
        return True  # what the question is about: "Explain the following commands:"
    if len(lines) > 1 and _ASKS_TO_CHOOSE.search(question) and not _ASKS_WHY.search(question):
        return True
    if 1 < len(lines) <= len(_LETTERS) and all(
        _LETTER.sub(r"\1", line) == letter for letter, line in zip(_LETTERS, lines, strict=False)
    ):
        return True
    return _KEYED.match(answer.lstrip("#>* \n")[:_FIRST_LINE]) is not None


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
    if is_named("references", lead):
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

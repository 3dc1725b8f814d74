"""Estimates the likelihood that a line is a question, in many languages."""

import re
from functools import lru_cache

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
_TASKS = {
    "explain", "describe", "define", "compare", "discuss", "differentiate", "tell", "distinguish",
    "elaborate", "enumerate", "outline", "contrast", "illustrate", "justify",
    "explica", "explique", "describa", "defina", "nombra", "enumera", "compara", "menciona",
    "explicar", "describir", "definir", "descrever",
    "объясните", "опишите", "расскажите", "назовите", "перечислите", "сравните", "объясни",
    "опиши", "расскажи", "дайте", "приведите",
    "expliquez", "décrivez", "définissez", "expliquer", "décrire", "définir", "citez", "comparez",
    "erkläre", "erklären", "beschreibe", "beschreiben", "nenne", "nennen", "definiere",
    "erläutern", "erläutere", "begründen", "begründe", "skizzieren", "skizziere", "vergleichen",
    "vergleiche", "definieren",
    "descreva", "spiega", "descrivi", "descrivere", "spiegare", "definire", "elencare",
    "illustrare", "beschrijf", "verklaar", "bespreek", "omschrijf", "noem", "vergelijk",
    "definieer", "wyjaśnij", "opisz", "omów", "wymień", "omówić",
    "opisać", "wyjaśnić", "porównać", "porównaj", "wymienić", "przedstawić", "przedstaw",
    "scharakteryzować", "scharakteryzuj", "zdefiniować", "zdefiniuj", "поясніть", "опишіть",
    "назвіть", "порівняйте",
    "jelaskan", "sebutkan", "uraikan", "bandingkan", "açıkla", "açıklayın", "tanımlayın",
    "vysvětlete", "popište", "popiš", "vysvětli", "vyjmenujte", "porovnejte", "ismertesse",
    "förklara", "beskriv", "forklar", "selitä",
    "investiga", "investigue", "analiza", "analice", "justifica", "justifique", "indique",
    "discute", "analise", "investigar", "analizar", "justificar", "indiquez", "énumérez",
    "explicite", "enuncie", "caracterize", "apresente", "diferencie", "enuncia", "охарактеризуйте",
    "поясните", "раскройте",
}  # fmt: skip
"""Verbs that set a task and hardly ever begin a statement."""
_DEFINES = re.compile(r"d[eé]fin|compare|outline", re.IGNORECASE)
"""Verbs of them that begin steps too: "Define the model"."""
_STRONG = _TASKS | {
    "what", "what's", "whats", "why", "when", "where", "which", "who", "whom", "whose",
    "is", "are", "can", "could", "do", "does", "did", "should", "would", "will", "has", "have",
    "difference", "differences", "suppose", "given",
    "qué", "que", "cuál", "cuáles", "cual", "cuales", "quién", "cuándo", "dónde", "cuánto",
    "cuántos", "cuántas", "diferencia", "diferencias",
    "что", "как", "какой", "какая", "какое", "какие", "каким", "каков", "какова", "каковы",
    "почему",
    "зачем", "когда", "где", "кто", "чем", "сколько", "чему",
    "разница", "отличие", "отличия", "можно", "может", "можете", "для", "в чём", "в чем",
    "quel", "quelle", "quels", "quelles", "pourquoi", "quand", "où", "qu'est-ce", "comment",
    "est-ce",
    "was", "warum", "wann", "wo", "wer", "welche", "welcher", "welches", "wie", "wozu", "worin",
    "wofür",
    "o", "qual", "quais", "quando", "onde", "quem", "porque",
    "cosa", "cos'è", "quali", "perché", "dove", "chi",
    "co", "dlaczego", "jaki", "jaka", "jakie", "kiedy", "gdzie", "czym",
    "wat", "welke", "welk", "waarom", "wanneer", "waar", "hoe",
    "τι", "ποιο", "ποια", "ποιος", "ποιες", "ποιοι", "πώς", "γιατί", "πότε", "πού",
    "що", "як", "чому", "який", "яка", "які", "neden", "nedir", "nasıl", "nerede",
}  # fmt: skip
_SOME = {
    "how", "cómo", "como", "come", "jak", "name", "list", "give", "mention", "write", "find",
    "implement", "design", "create", "imagine", "predict", "calculate", "identify", "prove",
    "derive", "da", "dé", "lista", "escribe", "implementa", "напишите", "реализуйте", "найдите",
    "if", "in", "at", "for", "you", "while", "under", "after", "si", "если", "wenn",
    "print", "compute", "sort", "reverse", "count", "draw", "solve", "walk", "talk", "determine",
    "swap", "geef",
    "make", "discuta", "choose", "select", "fill", "complete", "consider", "how's",
}  # fmt: skip
_HAN = re.compile(
    r"什么|甚麼|什麼|如何|怎么|怎麼|怎样|怎樣|为什么|為什麼|为何|哪些|哪个|哪种|哪几|几种|多少"
    r"|是否|能否"
    r"|吗|嗎|呢[？?。]?$|谈谈|說說|说说|说一|说下|请说|請說|请简|请描述|讲讲|聊聊|讲一讲"
    r"|有没有|是不是|何时"
    r"|なぜ|ですか|ますか|とは何|どのよう|説明して|述べ(?:よ|て)|教えて|ください|お願いします|挙げ"
    r"|でしょうか|무엇|왜|어떻게|설명해|설명하|인가|나요|까요|하시오|하세요|주세요|말해"
)
_HAN_TOPIC = re.compile(
    r"区别|區別|差异|简述|描述|解释|請|请|^介绍|介绍一?下|列举|举例|理解$|原理$|优缺点|作用$"
    r"|とは|何|説明|違い"
    r"|설명|차이"
)
_HAN_TASK = re.compile(
    r"介绍|实现一?个"
    r"|^(?:手写|写出|写一|设计一?个|计算|判断|找出|对比|实现(?!\W*$|原理|方[式法]|思路|步骤|过程|代码|细节))"
)
"""Words that begin the steps of a laboratory's guide too."""
_TURKISH_WORDS = ("nedir", "nelerdir", "açıklay")
_TURKISH = re.compile(r"(?:açıklayınız|açıklayın|nedir|nelerdir)\W*$")
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
    is_turkish = any(map(plain.__contains__, _TURKISH_WORDS)) and _TURKISH.search(plain)
    if is_exam or is_turkish or (not plain.isascii() and _HAN.search(plain)):
        return SURE
    if not plain.isascii() and _HAN_TOPIC.search(plain):
        return _TOPIC_WORD
    if not plain.isascii() and _HAN_TASK.search(plain):
        return ASKS
    words = plain.split(None, 3)
    if not words:
        return 0.0
    first = words[0].rstrip(",:;.*_").replace("’", "'")
    if first in _STRONG and len(words) > 1:
        return _FIRST_WORD
    if (first in _SOME or plain.startswith(_TRUE_OR_FALSE)) and len(words) > 2:
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
    return sets_task(title) and not _DEFINES.match(_without_signs(title))


def sets_task(title: str) -> bool:
    """Whether a title begins with a verb that asks for an answer: `Explain …`."""
    words = _without_signs(title).lower().split(None, 1)
    return len(words) > 1 and words[0] in _TASKS


def _without_signs(title: str) -> str:
    """A title from its first word on."""
    return _PICTURE.sub("", title.lstrip(_SIGNS), count=1).lstrip(_SIGNS)

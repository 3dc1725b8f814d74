"""The words with which questions and tasks begin or end, in many languages."""

import re

TASKS = {
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
DEFINES = re.compile(r"d[eé]fin|compare|outline", re.IGNORECASE)
"""Verbs of them that begin steps too: "Define the model"."""
FIRST_WORDS = TASKS | {
    "what", "what's", "whats", "why", "when", "where", "which", "who", "whom", "whose",
    "is", "are", "can", "could", "do", "does", "did", "should", "would", "will", "has", "have",
    "difference", "differences", "suppose", "given",
    "qué", "que", "cuál", "cuáles", "cual", "cuales", "quién", "cuándo", "dónde", "cuánto",
    "cuántos", "cuántas", "diferencia", "diferencias",
    "что", "как", "какой", "какая", "какое", "какие", "каким", "каков", "какова", "каковы",
    "почему",
    "зачем", "когда", "где", "кто", "чем", "сколько", "чему",
    "разница", "отличие", "отличия", "можно", "может", "можете", "для",
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
    "vad", "hur", "varför", "när", "vilken", "vilket", "vilka", "vem", "hva", "hvad", "hvordan",
    "hvorfor", "hvornår", "hvilken", "hvilket", "hvilke", "hvem", "mikä", "mitä", "mitkä", "miksi",
    "miten", "milloin", "missä", "kuka",
    "jaký", "jaká", "jaké", "proč", "kdy", "kde", "kdo", "který", "která", "které", "prečo",
    "ako", "aký", "aká", "aké", "ktorý", "ktorá", "ktoré",
    "što", "šta", "kako", "zašto", "kada", "gdje", "gde", "koji", "koja", "koje", "koliko",
    "шта", "како", "зашто", "када", "који", "која", "које", "колико", "какво", "защо", "кога",
    "къде", "кой", "коя", "кои", "колко", "какви", "навіщо", "коли", "де", "скільки",
    "mik", "miért", "hogyan", "mikor", "melyik", "melyek", "milyen", "mennyi", "hány",
    "cum", "când", "unde", "cine", "câte", "cât",
    "kas", "kaip", "kodėl", "koks", "kokia", "kokie", "kuris", "kā", "kāpēc", "miks",
    "kuidas", "millal",
    "apa", "apakah", "bagaimana", "mengapa", "kenapa", "kapan", "siapa", "dimana", "berapa",
    "nima", "nega", "qanday", "qaysi", "nədir", "niyə", "necə", "hansı", "hangi", "niçin",
    "ما", "ماذا", "لماذا", "كيف", "متى", "أين", "هل", "اشرح", "اذكر", "عرف", "چرا", "چگونه",
    "آیا", "מה", "למה", "מדוע", "איך", "כיצד", "מתי", "האם", "מהו", "מהי",
}  # fmt: skip
SECOND_WORDS = {
    "what", "which", "whom", "whose", "qué", "cuál", "cuáles", "quoi", "quel", "quelle", "quels",
    "quelles", "qual", "quais", "quale", "quali", "welchem", "welcher", "welches", "welchen",
    "welche", "чём", "чем", "каком", "какой", "каких", "каким", "какими", "какого", "какую",
    "чего", "кого", "czego", "czym", "jakim", "jakich", "jakiego", "jakiej", "čem", "čeho",
    "jakém", "kterém", "kterých", "якому", "яких", "яким", "чого", "welk", "welke", "vilken",
    "vilka", "hvilken", "hvilke",
}  # fmt: skip
"""Words that ask behind a preposition: "in which", "в чём", "mit welchem"."""
PREPOSITIONS = set(
    "in at on of to by for from with under through since в во на с со из от за по о об к у при до"
    " через под de por para en con a à dans avec sur par pour em no na com di da per su zu mit aus"
    " von bei für auf über nach durch an um w z do od dla przez ve k u med på voor van op".split()
)
SOME_WORDS = {
    "how", "cómo", "como", "come", "jak", "name", "list", "give", "mention", "write", "find",
    "implement", "design", "create", "imagine", "predict", "calculate", "identify", "prove",
    "derive", "da", "dé", "lista", "escribe", "implementa", "напишите", "реализуйте", "найдите",
    "if", "in", "at", "for", "you", "while", "under", "after", "si", "если", "wenn",
    "print", "compute", "sort", "reverse", "count", "draw", "solve", "walk", "talk", "determine",
    "swap", "geef",
    "make", "discuta", "choose", "select", "fill", "complete", "consider", "how's",
}  # fmt: skip
"""Words that begin statements and steps as often."""
ANYWHERE = re.compile(
    r"什么|甚麼|什麼|如何|怎么|怎麼|怎样|怎樣|为什么|為什麼|为何|哪些|哪个|哪种|哪几|几种|多少"
    r"|是否|能否"
    r"|吗|嗎|呢[？?。]?$|谈谈|說說|说说|说一|说下|请说|請說|请简|请描述|讲讲|聊聊|讲一讲"
    r"|有没有|是不是|何时|为啥|讲一下"
    r"|なぜ|ですか|ますか|とは何|どのよう|説明して|述べ(?:よ|て)|教えて|ください|お願いします|挙げ"
    r"|でしょうか|무엇|왜|어떻게|설명해|설명하|인가|나요|까요|하시오|하세요|주세요|말해"
    r"|là gì|tại sao|vì sao|thế nào|khi nào|bao nhiêu|khác nhau giữa"
    r"|^(?:phân biệt|trình bày|hãy|giải thích|nêu|so sánh)\s"
    r"|อะไร|อย่างไร|ทำไม|เมื่อใด|เมื่อไ|ที่ไหน|ใคร|หรือไม่|อธิบาย"
    r"|क्या|क्यों|कैसे|कौन|समझाइ|বলুন|কেন|কীভাবে|কিভাবে|কাকে|چیست|کدام|چگونه"
)
"""Words at any place of a title, in languages whose questions do not begin with them."""
UNSPACED_TOPIC = re.compile(
    r"区别|區別|差异|简述|描述|解释|請|请|^介绍|介绍一?下|列举|举例|理解$|原理$|优缺点|作用$"
    r"|とは|何|説明|違い"
    r"|설명|차이|장단점|[가-힣]란$"
)
UNSPACED_TASK = re.compile(
    r"介绍|实现一?个"
    r"|^(?:手写|写出|写一|设计一?个|计算|判断|找出|对比|实现(?!\W*$|原理|方[式法]|思路|步骤|过程|代码|细节))"
)
"""Words that begin the steps of a laboratory's guide too."""
LAST_WORDS = ("açıklayınız", "açıklayın", "nedir", "nelerdir", "nədir", " gì", " ra sao")

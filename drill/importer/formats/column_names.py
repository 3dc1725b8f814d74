"""Column headings for questions, answers and their fields, in many languages.

Markdown tables and delimited files share them.
"""

import re

QUESTION = re.compile(
    r"question|^q$|preguntas?|вопрос|питання|问题|問題|题目|題目|frage|pergunta|questão"
    r"|domanda|質問|질문|문제"
    r"|^prompt$|^front$|soru|pytanie|vraag|fråga|spørgsm|spørsm|kysymys|otázka|pertanyaan"
    r"|^soal|întreb"
    r"|kérdés|ερώτηση|שאלה|سؤال|سوال|प्रश्न|câu hỏi|คำถาม|^面试题|^problem",
    re.IGNORECASE,
)
PROBLEM = re.compile(r"^(?:problema?s?|问题|問題)$", re.IGNORECASE)
"""A column header of exercises, but also of troubleshooting tables in manuals."""
TERM = re.compile(
    r"^(?:terms?|word|concept|acronym|abbreviation|término|concepto|termo|conceito|термин|понятие"
    r"|begriff|terme|termine|term[ií]n|术语|名词|概念|用語|용어|begrip|pojem|istilah|مصطلح"
    r"|thuật ngữ)$",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"answer|^a$|^ans|respuesta|ответ|відповідь|答案|回答|解答|^答|antwort|lösung|réponse"
    r"|resposta|risposta"
    r"|답|solution|explanation|^back$|cevap|yanıt|odpowied|antwoord|svar|vastaus|odpověď|jawaban"
    r"|răspuns|válasz|απάντηση|תשובה|إجابة|الجواب|جواب|پاسخ|उत्तर|đáp án|trả lời|^gabarito",
    re.IGNORECASE,
)
DEFINITION = re.compile(
    r"definition|meaning|description|explanation|stands for|definición|significado"
    r"|definição|описание"
    r"|определение|значение|bedeutung|beschreibung|définition|signification|definizione|significato"
    r"|定义|含义|解释|意味|説明|정의|설명|tanım|anlam|betekenis|definicja|znaczenie|definisi|تعريف"
    r"|معنى|định nghĩa",
    re.IGNORECASE,
)
OPTION = re.compile(
    r"^(?:(?:option|choice|вариант|opción|选项|antwort|réponse)\s*)?([A-HА-Е]|[1-6])$",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"^(?:q\.?\s?)?(?:#|no\.?|n[º°.]?|№|id|nr\.?|num(?:ber)?|s\.?\s?no\.?|sr\.?(?: no\.?)?"
    r"|序号|编号|番号"
    r"|번호|lp\.?|\d*)$",
    re.IGNORECASE,
)
TAGGED = re.compile(
    r"topic|categor|section|area|subject|tag|tema|тема|категор|раздел|分类|类别|主题|thema|kategor",
    re.IGNORECASE,
)
LEVEL = re.compile(
    r"difficulty|^level|dificul|сложн|уров|schwier|难度|難易度|난이도|niveau|nivel", re.I
)
POINTS = re.compile(r"^(?:key ?)?points?$|^stichpunkte$|^puntos clave$|^points clés$|^要点$", re.I)
CORRECT = re.compile(
    r"^(?:(?:correct|right)(?: (?:answers?|options?|choices?))?(?: (?:index|idx|id|letter|number))?"
    r"|answer (?:key|index|idx|letter|number)|richtig|correct[ao]|gabarito"
    r"|правильн\w*(?: ответ)?|正确答案)$",
    re.I,
)
INDEX = re.compile(r"(?:index|idx)$", re.I)
"""The end of a column's name that counts options from 0."""
OPTIONS = re.compile(
    r"^(?:(?:answer )?(?:options|choices|alternatives)|варианты(?: ответ\w*)?|opciones|opções|选项"
    r"|antwortmöglichkeiten)$",
    re.I,
)
"""A column that holds all options of a question."""
HINT = re.compile(r"^(?:hints?|tipps?|hinweise?|pista|dica|подсказка|提示|ヒント|힌트)$", re.I)
KIND = re.compile(r"^(?:type|kind|format)$", re.I)
NUMBERED_OPTION = re.compile(r"^(?:answer|option|choice) (?:[A-H]|[1-8])$", re.I)
WRONG = re.compile(
    r"^(?:(?:incorrect|wrong|false)(?: (?:answers?|options?|choices?))?|distractors?) ?\d?$", re.I
)
SETTING = re.compile(
    r"^(?:time(?: limit| in seconds)?|image link|question (?:type|#|no\.?|number))$",
    re.I,
)
"""Columns by which a quiz program runs its game."""
KEY = re.compile(r"(?:^|\b)(?:id|guid|uuid|key)$", re.I)
DECK = re.compile(r"^(?:decks?|stapel|mazo|колода)$", re.I)
BACK = re.compile(r"^(?:a|verso|reverso|rückseite)$", re.I)
FRONT = re.compile(r"^(?:q|recto|anverso|vorderseite)$", re.I)

"""Recognises titles of questions, terms, surveys, other documents and closing sections."""

import re
import unicodedata
from functools import lru_cache

from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.source.tag_words import HTML_TAG
from drill.text import lowered

_LONGEST = 1_000
"""The most characters of a title to examine; longer ones are paragraphs."""
_TOPIC = re.compile(
    r"\b(?:interviews?\b|questions?\b|q\s*(?:&(?:amp;)?|and|n)\s*a\b|faqs?\b|quiz|flash ?cards?\b"
    r"|trivia\b|exam\b|mcqs?\b|bilety?\b|voprosy\b|soru(?:lar|lar[ıi])?\b|pitanja\b|phong-van\b"
    r"|sobes|quest(?:ão|ões)\b|examen\b)"
    r"|frequently asked|cheat ?sheet questions|preguntas|entrevistas?\b|cuestionario|"
    r"вопрос|билет(?!\w{0,3} (?:на|в) (?!экзамен|\d))|"
    r"собеседован|викторин|面试(?!官)|面經|面试题|题库|题目|试题|问答|常见问题|問題"
    r"|質問|よくある|질문|면접|문제|"
    r"perguntas|fragen|interviewfragen|entretien|domande|colloquio|mülakat|rozmow|pytania|câu hỏi"
    r"|vragen|sollicitatie|frågor|intervju|spørgsmål|spørsmål|kysymyks|otázk"
    r"|pohovor|întrebări|interviu|kérdés|interjú|soal\b|pertanyaan|wawancara|phỏng vấn|питання"
    r"|співбесід|أسئلة|مقابلة|سوالات|مصاحبه|שאלות|ראיון|ερωτήσεις|συνέντευξη|प्रश्न"
    r"|साक्षात्कार|सवाल"
    r"|питања|vprašanja|въпроси|klausimai|jautājumi|küsimused|soalan"
    r"|lernkarten|karteikarten|tarjetas de (?:estudio|memoria)|flashcards|simulado|prova\b|prüfung"
    r"|mianshi|quizz|practice (?:test|exam)|mock (?:test|exam)|testfragen|problems\b|exercis"
    r"|ejercicios|exercícios|задач|练习题|習題|测试题|テスト"
)  # for text in lower case
_EXERCISE = re.compile(
    r"problems|exercis\w*|ejercicios|exercícios|задач\w*|练习题|習題|问题|問題|문제"
)  # for text in lower case
"""Titles of questions that mean something else in a paragraph: "It solves problems."."""
_QUESTIONS = re.compile(
    r"\b(?:(?:questions|fragen|domande|preguntas|perguntas|questões|pytania|vragen|frågor"
    r"|spørgsmål|pertanyaan|bilety|voprosy|pitanja|vprašanja|klausimai|jautājumi)\b"
    r"|sorular|faqs?\W*$)"
    r"|вопрос(?:ы|ов)\b|билет(?:ы|ов)\b(?! (?:на|в) (?!экзамен|\d))|câu hỏi"
    r"|питання|问题|面试题|试题|题库|問題|질문|أسئلة|питања\b|въпроси\b"
)  # for text in lower case
_ANSWERS = re.compile(
    r"\W*(?:answers|risposte|respuestas|antworten|ответы|відповіді|réponses|respostas|odpowiedzi)\W*"
)  # for text in lower case
_POINTS = re.compile(
    r"\bthese\b|\bhere(?:['’]s| is| are)\b|\b(?:above|below|following)\b"
    r"|\best[ao]s\b|\baquí\b|\baqui\b|\bdiese\b|\bhier (?:sind|ist)\b|\bvoici\b|\bces\b"
    r"|\bэт(?:и|их|им)\b|\bвот\b|\bниже\b|\bвыше\b|以上|以下|这些|這些|これら"
)  # for text in lower case
"""Words that point to questions in the same document; others speak of questions in general."""
_GLOSSARY = re.compile(
    r"\bglossar|\bacronyms\b|\babbreviations\b"
    r"|\bterminolog|\bd[eé]fini(?:tions|ciones|ções|zioni|tionen|cje)\W*$"
    r"|определения\W*$|\bopredeleni|\bkey terms\b|\bvocabular|\bglosario|\bglossário"
    r"|глоссарий|словарь терминов|термины|术语|術語|名词解释|名詞解釋|词汇表|用語集|용어"
    r"|\bglossaire|\blexique|\bbegriffe\b|begriffsliste|terminologie|begrippen|ordlista|sözlük|słownik|glosář|\bterms\W*$|مصطلحات"
    r"|واژه[\u200c ]?نامه|اصطلاحات"
)  # for text in lower case
_CARDS = re.compile(
    r"\bflash[ -]?cards(?: md)?\W*$|\b(?:kartei|lern)karten(?: md)?\W*$"
    r"|\btarjetas de (?:estudio|memoria)\W*$"
)  # for text in lower case
"""Titles of cards, unlike those of a program for cards."""
_SURVEY = re.compile(
    r"\bsurvey\b|\bumfrage|\bencuesta|\bопрос(?:ник)?\b|\bанкет|\bsondage|\bsondaggio"
    r"|\benquête|\bankieta|问卷|問卷|アンケート|설문"
)  # for text in lower case
_ABOUT = re.compile(
    r"\W*(?:contribut(?:e|ing)|how to contribute|changelog|release notes|code of conduct"
    r"|pull request|issue template|bug report|feature request)\b"
)  # for text in lower case
"""Titles of text about a collection of questions."""
_CLOSING = re.compile(
    r"^(?:(?:other|more|further|additional|useful|external|related|final|bonus|credits?"
    r"|license|licence|"
    r"licensing|contribut\w*|acknowledge?ments?|references?|resources?|links?|conclusions?|summary|"
    r"disclaimer|authors?|about(?: the)?(?: author| me| us| this \w+)|thanks?|thank you|contact"
    r"|support|"
    r"changelog|sources?|bibliography|appendix|stay in touch|star(?: history)?"
    r"|wrap(?:ping)?[ -]?up|final thoughts|"
    r"next steps|see also|feedback|footnotes|notes|"
    r"recursos|referencias|conclusi[oó]n(?:es)?|licencia|contribu\w+|enlaces"
    r"|agradecimientos|autor(?:es)?|"
    r"fuentes|más (?:información|recursos)|ссылки|литература|источники|заключение|итоги"
    r"|лицензия|авторы?|"
    r"полезные|дополнительн\w+|参考(?:资料|文献|链接)?|结语|总结|许可|许可证|贡献|致谢|更多"
    r"|附录|后记|联系|关于|"
    r"fazit|quellen|lizenz|ressourcen|ressources|références|licence|sumário|referências|licença))"
    r"(?:$|[\s:.,&]|(?=[^\w\s]))",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:guides?|roadmap|report|reflection|audit|to-?do|checklist|plan|spec(?:ification)?s?)\b"
    r"|\bguía\b|\bguia\b|руководство|指南|가이드|ガイド|hướng dẫn|leitfaden|rehberi?\b|poradnik"
    r"|دليل"
)  # for text in lower case
"""Titles of text on how to work or what was done, which only asks if its lines do."""
_MORE = re.compile(
    r"[,;:]|\b(?:and(?! answers)|or|for|you|we|und(?! antworten)|für|y(?! respuestas)|para"
    r"|e(?! respostas| risposte)|et(?! réponses)|pour|и(?! ответ)|для)\b"
)  # for text in lower case
"""What goes on in a title beyond questions: people, advice, motions."""
_TO_ASK = re.compile(
    r"\bto ask\b|\bto clarify\b|\b(?:open|clarifying|outstanding|unresolved) questions\b"
    r"|\boffene fragen|preguntas (?:abiertas|pendientes)|perguntas (?:abertas|pendentes)"
    r"|questions ouvertes|domande aperte|открытые вопросы|待解决|未解決"
)  # for text in lower case
_OPENING = re.compile(
    r"(?:introduction|overview|preface|foreword|getting started|how to use\b.*|about\b.*"
    r"|einleitung|einführung|vorwort|überblick|introducción|prólogo|introdução|prefácio"
    r"|introduzione|prefazione|avant-propos|wstęp|inleiding|введение|вступление|предисловие"
    r"|обзор|вступ|前言|简介|引言|はじめに|서론|소개)"
)  # for text in lower case
"""Titles of what stands before questions."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_PLAIN_TOPIC, _PLAIN_QUESTIONS = (
    re.compile(_ACCENTS.sub("", unicodedata.normalize("NFD", topics.pattern)))
    for topics in (_TOPIC, _QUESTIONS)
)
"""The same words without accents, as people type them in the names of files."""
_NO_WORDS = re.compile(r"^(?:[^\w\s]|:\w+:)+\s*")


def names_something_else(text: str) -> bool:
    """Whether a title names another kind of document, such as a changelog or a template."""
    return bool(_ABOUT.match(lowered(text[:_LONGEST])))


def names_work(text: str) -> bool:
    """Whether a title names a guide, a plan or a report: what it says of questions is its topic."""
    return bool(_WORK.search(lowered(text[:_LONGEST])))


def names_answers(text: str) -> bool:
    """Whether a title is just "Answers": what is below are the questions that they answer."""
    return bool(_ANSWERS.fullmatch(lowered(text[:_LONGEST])))


@lru_cache(maxsize=1_024)  # several forms ask about the same heading
def names_questions(text: str) -> bool:
    """Whether a title says that the document is about questions."""
    title = lowered(text[:_LONGEST])
    is_topic = _PLAIN_TOPIC.search(title) or (not title.isascii() and _TOPIC.search(title))
    return bool(is_topic) and not _ABOUT.match(title)


def speaks_of_several(text: str) -> bool:
    """Whether a paragraph points to several questions or answers: "These answers cover …"."""
    about = _EXERCISE.sub("", lowered(text[:_LONGEST]))
    several = lists_questions(about) or any(map(names_answers, about.split()))
    return several and bool(_POINTS.search(about))


def lists_questions(text: str) -> bool:
    """Whether a title announces questions, and not only an interview or an exam."""
    title = lowered(text[:_LONGEST])
    is_plain = title.isascii()
    return bool(_PLAIN_QUESTIONS.search(title) or (not is_plain and _QUESTIONS.search(title)))


def only_questions(text: str) -> bool:
    """Whether a title announces questions, perhaps with number, level and topic, and no more."""
    title = lowered(text[:_LONGEST])
    return lists_questions(text) and not (_MORE.search(title) or _TO_ASK.search(title))


def names_open_questions(text: str) -> bool:
    """Whether a title is about questions that nobody has answered yet, or that are to be asked."""
    return bool(_TO_ASK.search(lowered(text[:_LONGEST])))


def is_opening(title: str) -> bool:
    """Whether a heading names what stands before questions: an introduction, how to use them."""
    return bool(_OPENING.fullmatch(lowered(title[:_LONGEST]).strip(" *_#:\t")))


def names_terms(text: str) -> bool:
    """Whether a title says that the document is a glossary."""
    return bool(_GLOSSARY.search(lowered(text[:_LONGEST])))


def names_cards(text: str) -> bool:
    """Whether a title says that the document has flash cards."""
    return bool(_CARDS.search(lowered(text[:_LONGEST])))


def names_survey(text: str) -> bool:
    """Whether a title says that the document asks its readers, as a survey does."""
    return bool(_SURVEY.search(lowered(text[:_LONGEST])))


def is_closing(title: str) -> bool:
    """Whether a heading names a closing section: references, licence, thanks."""
    text = unicodedata.normalize("NFKC", HTML_TAG.sub("", title)).strip(" *_#:\t")
    text = _NO_WORDS.sub("", text)
    return bool(_CLOSING.match(text)) and question_likelihood(title) < 1

"""Recognises titles of folds: of an answer ("Answer", "Click to see", "查看答案") or a hint."""

import re

from drill.text import lowered

_VERB = (
    r"show|see|view|reveal|toggle|display|expand|open|check|hide|full|detailed|sample|model|correct"
    r"|the|my|our|suggested|example|ver|mostrar|muestra|показать|показати|смотреть|посмотреть"
    r"|查看|点击|點擊|显示|顯示|展开|參考|参考|正确|voir|afficher|zeigen?|zeige|mostra|vedi|vedere"
    r"|pokaż|zobacz|toon|bekijk|xem|lihat|tampilkan|إظهار|عرض|نمایش|visa|vis|se"
)
_NOUN = (
    r"answers?|solutions?|explanations?|respuestas?|ответы?|відповід[ьі]|答案|解答|解析|解説|回答"
    r"|答え|réponses?|antwort(?:en)?|lösung(?:en)?|soluci[oó]n(?:es)?|respostas?|solução|risposta"
    r"|soluzione|odpowiedź|rozwiązanie|cevab?[pıi]?|yan[ıi]t|antwoord|oplossing|svar|lösning|정답|답변"
    r"|답|해설|해답|đáp án|câu trả lời|trả lời|jawaban|उत्तर|(?:ال)?إجابة|الجواب|الحل|پاسخ|جواب"
)
_AFTER = (
    r"here|anzeigen|ansehen|보기|확인|を?見る|を?表示|を?確認|göster(?:in)?|tonen|देखें|dolu|below|key"
)
_REVEAL = re.compile(
    rf"^(?:(?:click|tap|press)\b.{{0,30}}|(?:{_VERB})(?:\b|(?<=[^\x00-\u04ff])).{{0,24}})?"
    rf"(?:{_NOUN})(?:\s{{0,2}}(?:&|and|и|y|et|und)\s{{0,2}}(?:{_NOUN}))?[\s.!…:]{{0,4}}(?:{_AFTER})?$"
    r"|^(?:click|tap)\b.{0,40}$|^(?:show|reveal|expand|spoiler)[\s.!…:]{0,4}$"
)  # for text in lower case
_MARKUP = re.compile(r"<[^<>]*>|[*_`#]|:[a-z_]+:")
_SIGNS = re.compile(r"[^\w .!:…]")
_LONGEST = 80
"""The most characters of such a title: a longer one has content."""


_ENDS = re.compile(
    rf"(?:^|\W|(?<=[\u3040-\u9fff\uac00-\ud7af]))(?:{_NOUN})\W*$"
)  # for text in lower case
_HINT = re.compile(
    r"\W*(?:(?:show|see|view|need a|click for(?: a)?|a|ver|mostrar|voir|показать|查看|点击查看) )?"
    r"(?:hints?|clues?|pistas?|dicas?|indices?|tipps?|hinweise?|подсказк[аиу]|підказк[аи]"
    r"|suggeriment[oi]|wskazówk[ai]|podpowiedź|ipucu|ipuçları|ledtråd|vihje|petunjuk|gợi ý|提示"
    r"|ヒント|힌트|تلميح|संकेत)\s?[\d.]{0,3}\W*"
)  # for text in lower case
_WORDS = 5
"""The most words of a heading that names an answer: `Strong Senior-Level Answer`."""


def names_answer(title: str) -> bool:
    """Whether a title is a few words ending with "answer": if it recurs, it is a label."""
    return len(title.split()) <= _WORDS and bool(_ENDS.search(lowered(title)))


def names_hint(title: str) -> bool:
    """Whether a title only says that a hint is below or inside."""
    return len(title) <= _LONGEST and bool(_HINT.fullmatch(lowered(_MARKUP.sub(" ", title))))


def is_reveal(text: str) -> bool:
    """Whether a fold's summary or a heading only announces the answer."""
    if len(text) > 400:
        return False
    plain = _MARKUP.sub(" ", text)
    words = " ".join(_SIGNS.sub(" ", plain).split())
    return 0 < len(words) <= _LONGEST and bool(_REVEAL.match(lowered(words)))

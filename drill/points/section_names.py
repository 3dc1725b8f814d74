"""The names that documents give their sections and labels, in the languages drill knows.

A heading or label is looked up whole, without regard to case; an unlisted one is content.
"""

import re
from functools import lru_cache

_ENUMERATOR = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+|\(?(?:\d{1,2}|[a-zA-Z]|"
    r"[ivx]{1,4})(?:\.\d{1,2}){0,2}[.)、．]\s*|step \d+[.:]?\s*|"
    r"[A-ZА-Я]\s[—–-]\s+|\(?[一二三四五六七八九十]{1,2}[、)）]\s*|[①-⑳]\s*|"
    r"\d{1,2}[.]?\s+(?=[^\W\d]))"
)
_BRACKET = re.compile(r"\([^()]{1,20}\)$")
_RECENT = 256  # titles of one answer, looked up under several kinds
_LONGEST = 80  # characters of a title with its number and its marks
_EDGES = " \t\n:：.。!！?？*_—–-\"'“”«»()（）#"
# The subject of such a section, as in "Drawbacks of indexes".
_OWNER = re.compile(
    r"(?<=\w) (?:of|for|de|del|da|do|von|der|des) \S.*$|(?<=[а-яё]) [a-zа-яё]+$", re.IGNORECASE
)

_KEY = r"""key (?:points?|takeaways?|ideas?|facts?|concepts?|things? to (?:say|mention|remember))
|(?:main|important|core|essential) (?:points?|takeaways?|ideas?)|takeaways?|points to (?:mention
|remember|cover)
|(?:in )?summary|tl;? ?dr|tldr|recap|in (?:short|a nutshell)|cheat ?sheet|what to (?:say|mention
|remember)
|checklist|talking points|remember|must (?:say|mention)|(?:a )?good answer (?:says|mentions|covers
|includes)
|ключев\w+ (?:моменты?|тезисы|пункты|идеи|выводы)|(?:главное|основное|итог[иo]?|кратко|вкратце
|резюме|вывод[ы]?)
|(?:коротко|самое важное|тезисы|основные (?:моменты|тезисы|пункты|идеи|выводы)
|что (?:важно )?сказать|чек-?лист)
|(?:关键|核心|重点|主要|回答|答题|记忆|得分)(?:要点|点|内容|知识点)|要点|总结|小结|重点|结论|一句话总结|要点总结|核心总结|回答要点
|要點|重點|總結|まとめ|要約|ポイント|요약|정리|핵심(?: ?(?:정리|요약))?
|puntos (?:clave|importantes|principales)|ideas (?:clave|principales)|(?:en )?resumen|conclusi(?:ón
|ones)|claves
|lo (?:más )?importante|pontos[ -](?:chave|principais|importantes)|(?:em )?resumo|conclus(?:ão|ões)
|principais pontos
|lista de verificação|kernpunkte|kernaussagen?|(?:das )?wichtigste(?: punkte)?
|(?:kurz )?zusammen(?:fassung|gefasst)|fazit
|(?:die )?(?:wichtigsten|wichtige) punkte|merke|auf einen blick|points? (?:clés?|importants?)
|(?:en )?résumé|à retenir
|l'essentiel|punti chiave|riassunto|in sintesi|خلاصه|نکات کلیدی|الخلاصة|ملخص|النقاط الرئيسية"""

_REFERENCES = r"""references?(?: documentation)?|(?:useful |further |external
|additional |more |helpful |related )?(?:resources?|links?|readings?|materials?)
|(?:further|more|additional|recommended|suggested) (?:reading|info(?:rmation)?|materials?)|see also
|sources?|read more|learn more|bibliography|credits?|related
|(?:related|similar) questions?
|(?:possible |common )?follow[- ]?ups?(?: (?:questions?|points?|topics?))?|citations?|external links
|footnotes|docs?
|documentation|videos?
|ссылк[аи]|источник[и]?|(?:полезные |дополнительные )?(?:ссылки|материалы|ресурсы)|литература|(?:см
|смотри)(?:те)?\.? также|что почитать|подробнее
|(?:дополнительно|доп\.? материалы|читать далее|список литературы)
|参考(?:资料|文献|链接|文章|答案来源)?|相关(?:链接|资料|文章|阅读)|延伸阅读|扩展阅读|链接|来源|出处|推荐阅读|更多阅读|參考(?:資料|文獻)?|参考リンク|출처
|참고(?: ?자료)?
|referencias?|fuentes?|enlaces?(?: útiles)?|recursos|más información|lecturas? recomendadas?
|para saber más|ver también|bibliografía
|referências?|fontes?|links? úteis|leia mais|leitura|saiba mais|veja também|bibliografia
|quellen?(?:angaben)?|literatur|verweise|weiterführende (?:links|literatur)|siehe auch|mehr dazu
|références?|liens|ressources|voir aussi|منابع|المراجع"""

_EXAMPLE = r"""(?:[\w`‑-]{1,40} ){0,4}examples?(?: \d+
| code| usage| output)?|e\.?g|ex|ej|p\. ?ex|output|sample(?: code| output)?|demo|code|usage
|(?:example|sample|real[- ](?:world|life)) (?:scenarios?|situations?|use cases?)|scenario
|how to (?:answer|respond|approach)(?: (?:it|this|the question|this question))?
|(?:what|why) (?:do |is |are )?(?:(?:the |an )?interviewers?|they|we) (?:ask|want|look|assess
|expect)\w*.{0,40}
|(?:what|why) (?:the |an )?interviewers? (?:is|are|test)\w*.{0,40}
|(?:evaluation|scoring|grading) (?:criteria|guide|rubric)|rubric|expected thinking
|interviewer(?:['’]s)? (?:notes?|intent|goal)
|(?:the )?question|вопрос|pregunta|pergunta|frage
|(?:full |further |see )?references?(?: answers?)?|why missed|asked (?:by|at|in)|company|公司|来源
|出处
|(?:common |typical )?(?:weak|wrong|bad|poor|incorrect) (?:answers?|responses?)|red flags?
|what to (?:listen|look|watch) for(?: in .*)?|why this (?:question )?matters
|(?:why|when) (?:to )?ask(?: this| it)?
|(?:an )?analogy|exercise|try it(?: yourself)?|result|snippet|screenshot
|explanation of (?:the )?code|illustration|console|input|tags?|difficulty|level|category|topics?
|пример[ы]?(?: кода| использования)?|вывод программы|код|аналогия|результат|например
|(?:代码|使用|简单)?(?:示例|例子|举例|样例|案例)(?:代码)?|代码(?:如下|实现|演示)?|例如|比如|输出(?:结果)?|运行结果|範例|예(?:시|제)|例
|考[察查]点?|关键[词字]|题目[一二三四五六七八九十]?|标签|难度|考点|出题公司
|ejemplos?(?: de (?:código|uso))?|(?:por )?ejemplo|salida|código|exemplos?(?: de (?:código|uso))?
|saída|(?:por )?exemplo|(?:per |ad )?esemp(?:i|io)|örnek|ví dụ
|beispiele?|zum beispiel|ausgabe|codebeispiele?|exemples?|sortie|مثال"""

_NOTE = r"""interview(?:er|ee)|candidate|(?:spoken|sample|example|model) answer|correcta
|justificación
|consider|discuss|think about|then|also|or|next|you must
|(?:side ?|please )?notes?|ipucu|petunjuk|nb|n\.b|important|attention|warning|caution|caveats?|tips?
|hint|pro tip|remark|fun fact|bonus|fyi|reminder|ps
|answer|ans|a|solution|explanation|definition|overview|introduction|description|short answer
|(?:long|detailed|full|quick|brief) answer|(?:short|long|quick|brief|detailed) (?:explanation
|description|overview|version)|the answer|details?|response|correct answer
|ответ|решение|объяснение|пояснение|примечание|важно|внимание|заметка|определение|описание|совет
|коротко|кратко|краткий ответ|подробнее|p\.s
|答案?|回答|解答|参考答案|解析|说明|翻译|注意(?:事项|点)?|备注|提示|定义|概念|简介|概述|介绍|补充|注|解释|描述|分析|思路|定義|답변?|정답|答え
|nota|respuesta|explicación|solución|importante|atención|recomendación(?: práctica)?|consejo|aviso
|ojo|definición|observación
|resposta|explicação|solução|obs|atenção|dica|definição|observação
|hinweis|antwort|lösung|erklärung|achtung|wichtig|anmerkung|tipp|definition|merke|réponse|remarque
|پاسخ|جواب|نکته"""

_OPTIONAL = r"""(?:side ?)?notes?|nb|n\.b|bonus|optional(?:ly)?|nice to (?:have|know)|tips?|pro tip
|fun fact|fyi|remark|extra|advanced|trivia|ps|hint|also
|примечание|заметка|дополнительно|бонус|совет|необязательно|кстати|p\.s|补充|备注|扩展|可选|加分(?:项)?|拓展|注
|nota|opcional|extra|consejo|recomendación(?: práctica)?|observación|obs|dica|observação
|hinweis|anmerkung|tipp|optional|zusatz|نکته"""

_VALUED = r"""(?:the )?(?:key |main |major )?(?:purposes?|goals?|aims?|advantages?
|disadvantages?|pros?|cons?|benefits?
|drawbacks?|limitations?|strengths?|weaknesses|use ?cases?|when (?:not )?to use(?: it)?|risks?
|downsides?|upsides?|(?:common )?(?:mistakes?|pitfalls?)(?: to avoid)?|characteristics
|trade-?offs?|dos?|don'?ts?|avoid|causes?|symptoms?|solutions?|fix(?:es)?)
|преимуществ[ао]|недостат(?:ки|ок)|плюсы|минусы|достоинства|ограничения
|когда (?:не )?(?:использовать|применять)|риски|причины
|(?:主要)?(?:优点|缺点|优势|劣势|优缺点|适用场景|使用场景|应用场景|局限性?|不足|好处|坏处|特点|原因|解决(?:方案|办法|方法)?|对策|影响|后果)|優點|缺點|장점|단점
|ventajas?|desventajas?|pros|contras|beneficios?|inconvenientes|limitaciones|casos de uso
|cuándo (?:no )?usar(?:lo)?
|vantagens?|desvantagens?|prós|benefícios?|limitações|casos de uso|quando (?:não )?usar
|vorteile?|nachteile?|grenzen|einsatz(?:gebiete)?|avantages?|inconvénients?|مزایا|معایب"""


def _named(names: str) -> re.Pattern[str]:
    return re.compile("(?:" + names.replace("\n", "") + ")", re.IGNORECASE)


_KINDS = {
    name: _named(value)
    for name, value in (
        ("key", _KEY),
        ("references", _REFERENCES),
        ("example", _EXAMPLE),
        ("note", _NOTE),
        ("optional", _OPTIONAL),
        ("valued", _VALUED),
    )
}


@lru_cache(maxsize=1024)  # the items of a list ask for the name above each of them
def is_named(kind: str, title: str) -> bool:
    """Whether `title` names a section or label of `kind`.

    The kinds: key, references, example, note (says nothing), optional, valued (its items mean
    nothing without it, as under "Disadvantages").
    """
    if len(title) > _LONGEST:
        return False
    bare = without_number(title)
    if title.endswith(")"):
        bare = _BRACKET.sub("", bare)
    bare = bare.strip(_EDGES)
    if kind == "valued":
        bare = _OWNER.sub("", bare)
    return bool(bare) and _KINDS[kind].fullmatch(bare) is not None


def owner_of(title: str) -> str:
    """What a title such as "Drawbacks of indexes" is about; empty for a title of another kind."""
    if len(title) > _LONGEST:
        return ""
    owner = _OWNER.search(bare(title))
    return owner[0].split(" ", 2)[-1] if owner and is_named("valued", title) else ""


@lru_cache(_RECENT)
def without_number(title: str) -> str:
    """A title or label without its number."""
    return _ENUMERATOR.sub("", title.strip(), count=1)


def bare(title: str) -> str:
    """A title without its number and surrounding punctuation."""
    return without_number(title).strip(" \t\n:：.。?？*_—–-#")

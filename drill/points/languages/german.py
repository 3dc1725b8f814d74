"""German."""

from drill.points.atoms import ATOM
from drill.points.languages import Language

GERMAN = Language(
    "de",
    stop=frozenset(
        """der die das den dem des ein eine einen einem einer eines und oder ist sind war waren
        wird werden wurde wurden zu zum zur in im an am auf für von vom mit bei aus nach über
        unter als wie auch nicht nur noch es er sie wir man sich dass wenn dann kann können
        muss müssen soll sollen hat haben dieser diese dieses diesen so sehr um durch bis aber
        weil sowie bzw kein keine ihr ihre sein seine""".split()
    ),
    dangling=r"(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|ist|sind|"
    r"wird|werden|zu|zum|zur|in|im|an|am|auf|für|von|vom|mit|bei|aus|nach|über|unter|als|wie|auch|"
    r"nicht|nur|noch|sich|dass|wenn|kann|können|muss|müssen|soll|hat|haben|dieser|diese|dieses|so|"
    r"sehr|um|durch|bis|aber|weil|sowie|kein|keine|z|bzw|ihre?|seine?)",
    abbreviations=r"(?:z\.\s?b|d\.\s?h|u\.\s?a|b|h|a|z|d|u|i|o|s|bzw|usw|ca|etc|evtl|ggf|inkl|"
    r"vgl|nr|abs|bspw|sog|i\.\s?d\.\s?r|dr|prof|st)",
    opener=r"(?:(?:außerdem|jedoch|allerdings|also|daher|deshalb|somit|dadurch|zudem|ferner|"
    r"darüber hinaus|zusätzlich|grundsätzlich|im allgemeinen|in der regel|mit anderen worten|"
    r"kurz gesagt|zusammengefasst|zunächst|schließlich|zuletzt|erstens|zweitens|drittens|dann|"
    r"danach|das bedeutet|das heißt|d\.\s?h\.|es ist wichtig|beachte|zu beachten ist|"
    r"hinweis),?\s*(?:,\s*dass\s+|:\s*)|(?:und|aber|denn|ja,|nein,|kurz:)\s+)",
    example=r"(?:zum beispiel|z\.\s?b\.|beispiel|beispielsweise|angenommen|"
    r"stell(?:en sie)? (?:dir|sich) vor|nehmen wir an|bspw\.)",
    vivid=r"(?:angenommen|stell|nehmen wir)",
    outside=r"(?:siehe\b|im (?:oberen|obigen|unteren|folgenden|nächsten) beispiel|"
    r"hier (?:ist|sind|findest|sehen)|schauen wir|im folgenden|"
    r"weitere informationen|mehr dazu|wie (?:oben|unten|bereits)|diese frage|"
    r"quellen?:|ich\b|es gibt (?:mehrere|verschiedene|viele|zwei|drei|vier|fünf)\b[^,;:]{0,60}$)",
    anywhere=r"\b(?:weiter (?:oben|unten)|siehe (?:oben|unten|abbildung)|im nächsten abschnitt|"
    r"folgende[ns]? (?:abbildung|beispiel|code))\b",
    announcing=r"(?:\b(?:folgende[nrsm]?|so|folgt|sind|ist|beispiel|schritte|arten)\s*:?\s*$|"
    r"\b(?:es gibt|hier|folgende[nrsm]?)\b)",
    empty=r"\b(?:zwei|drei|vier|fünf|sechs|mehrere|verschiedene|viele|"
    r"\d+) (?:\w+ ){0,2}?(?:arten|typen|schritte|formen|gründe|möglichkeiten|"
    r"methoden|phasen|teile|ansätze|varianten)(?: (?:von|für|der|des) [^,;:]{1,40})?[.:,]?$",
    pronoun=r"(?!es (?:sind|werden|können|haben|müssen|sollen)\b)(?:es|er|sie|dies|das|"
    r"diese)(?= (?:ist|sind|wird|werden|kann|können|hat|haben|"
    r"ermöglicht|bedeutet|dient|enthält|bietet|führt|"
    r"sorgt|verhindert|hilft|besteht|muss|soll|beschreibt|definiert))",
    copula=r"(?:ist|sind|war|waren)\b(?: (?:auch|ein|eine|der|die|das)\b)?",
    demonstratives=(
        (r"dieser (?=(?-i:[A-ZÄÖÜ]))", "der "),
        (r"diese (?=(?-i:[A-ZÄÖÜ]))", "die "),
        (r"dieses (?=(?-i:[A-ZÄÖÜ]))", "das "),
    ),
    condition=r"(?:wenn|falls|sobald|solange|sofern)\b",
    background=r"(?:da|weil|obwohl|im gegensatz|aufgrund|wegen|trotz|statt|anstatt|durch|neben|"
    r"gemäß|laut)\b",
    cross_reference=r",? wie (?:oben|unten|bereits) (?:gezeigt|beschrieben|erwähnt)",
    tails=(
        (r",? (?:z\.\s?b\.|zum beispiel|beispielsweise|etwa|wie zum beispiel|d\.\s?h\.)\s", 0.6),
        (
            r", (?:der|die|das|dem|den|deren|dessen|wobei|wodurch|womit|was|wo|weil|da|sodass|"
            r"so dass|damit|um|ohne|statt|obwohl|während|aber|"
            r"sondern|insbesondere|vor allem|also|jedoch|und zwar)\b",
            1.0,
        ),
        (r",? (?:sowie|anstatt|im gegensatz zu)\b", 1.0),
        (r"\s[—–]\s| - ", 0.8),
    ),
    contrast=r"\bwährend\b|;",
    splits=(r": ", r";\s+", r", während\s+", r", aber\s+", r"\s+[—–]\s+"),
    verb=r"\b(?:ist|sind|wird|werden|kann|können|muss|müssen|soll|sollen|hat|haben|darf|war|"
    r"waren|ermöglicht|bedeutet|dient|enthält|bietet|"
    r"führt|sorgt|verhindert|hilft|besteht|beschreibt|definiert|\w{3,}t)\b",
    finite=r"\b(?:ist|sind|wird|werden|kann|hat|\w{3,}t)\b",
    fragment=r"(?:wenn|ob|falls|weil|da|obwohl|damit|sodass|sobald|dass|um)\b[^,;:—]*$|(?:deren|"
    r"dessen|wobei|wodurch|womit)\b",
    open_end=r"\b(?:für|mit|von|zu|aus|ist|sind|kann|können|dass)$",
    no_subject=r"(?:ich|wir|man|es|er|sie|das|dies|wenn|weil|da|hier|im|in|bei|für|durch|mit|um)\b",
    expletive=r"(?:es|das) (?:ist (?:wichtig|möglich|nötig|notwendig|sinnvoll)|gibt|bedeutet|"
    r"heißt)",
    more=" usw.",
    generic=rf"\b(?:der|die|das|den|dem) (?:methode|funktion|komponente|hook|eigenschaft|attribut|"
    rf"befehl|operator|klasse|option|schlüsselwort) (?={ATOM})",
    rewrites=(
        (r"\b(?:grundsätzlich|im grunde|eigentlich|einfach|in der regel|normalerweise) ", ""),
        (r"\bmit (?:der )?hilfe von\b", "mit"),
        (r"\beine vielzahl von\b", "viele"),
        (r"\bin der lage ist, (\w+) zu (\w+)", r"\1 \2 kann"),
    ),
)

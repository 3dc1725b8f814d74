"""Portuguese."""

from drill.points.atoms import ATOM
from drill.points.languages import Language

PORTUGUESE = Language(
    "pt",
    stop=frozenset(
        """o a os as um uma uns umas de da do das dos em na no nas nos e ou é são que se com por
        para pelo pela pelos pelas seu sua seus suas ao à aos às como mais não ser está estão
        este esta estes estas esse essa isso isto ele ela eles elas também mas quando onde
        qual já há lhe nós você sem sobre entre pode podem porque muito foi""".split()
    ),
    dangling=r"(?:o|a|os|as|um|uma|de|da|do|das|dos|em|na|no|nas|nos|e|ou|é|são|que|se|com|por|"
    r"para|pelo|pela|seu|sua|ao|à|como|mais|não|este|esta|esse|essa|muito|mas|quando|onde|qual|"
    r"sem|sobre|entre|pode|podem|porque|ser|há|cada|nem|desde|até|segundo|tão|outro|outra)",
    abbreviations=r"(?:p\. ?ex|ex|etc|sr|sra|dr|dra|pág|vs)",
    opener=r"(?:no entanto|entretanto|contudo|porém|além disso|também|portanto|então|assim|"
    r"ou seja|isto é|em (?:resumo|geral|outras palavras|suma)|basicamente|primeiramente|"
    r"em primeiro lugar|em segundo lugar|depois|finalmente|por fim|por outro lado|dessa forma|"
    r"desse modo|desta forma|agora|note que|lembre-se(?: de)? que|vale (?:lembrar|ressaltar|"
    r"destacar) que|é importante (?:lembrar|destacar|notar|ressaltar) que|isso significa que|"
    r"isso quer dizer que|e|mas|logo|por isso|nesse caso|neste caso)\b"
    r"(?! (?:d[eoa]s?|que|como)\b)(?:,\s*|\s+)|(?:sim|não),\s*",
    example=r"(?:por exemplo|p\. ?ex\.?|ex\.?:|exemplo|imagine|suponha|digamos|vamos supor|"
    r"neste exemplo|no exemplo)",
    vivid=r"(?:imagine|suponha|digamos|vamos supor)",
    outside=r"(?:se (?:você )?quiser\b|(?:muitas pessoas|muita gente)\b|"
    r"dê uma olhada|mais uma razão|"
    r"vamos\b|veja\b|aqui (?:está|temos|você)|a seguir|abaixo|acima|"
    r"para mais informações|saiba mais|leia\b|confira|como (?:vimos|mostrado)|essa pergunta|"
    r"espero|obrigado\b|neste (?:artigo|vídeo|curso)|fontes?:|existem (?:vários|várias|dois|duas|"
    r"três|quatro|muitos|muitas|diferentes)\b[^,;:]{0,60}$)",
    anywhere=r"\b(?:(?:código|exemplo|trecho|comando|forma|maneira)s? a seguir|(?:mostrad|"
    r"descrit|apresentad|list)\w+ (?:a seguir|abaixo|acima)|(?:ver|veremos) (?:abaixo|"
    r"adiante)|neste (?:link|vídeo|artigo)|"
    r"para (?:obter )?mais (?:informações|detalhes)|(?:imagem|"
    r"código|exemplo) (?:abaixo|acima))\b",
    announcing=r"(?:\b(?:seguintes?|assim|seguir|são|é|formas?|exemplo|passos|tipos)\s*:?\s*$|"
    r"\b(?:há|existem|aqui|os seguintes|as seguintes)\b)",
    empty=r"\b(?:dois|duas|três|quatro|cinco|vários|várias|diferentes|"
    r"\d+) (?:\w+ ){0,2}?(?:tipos|formas|maneiras|passos|partes|fases|regras|razões|métodos|"
    r"opções|vantagens|diferenças|elementos|etapas)(?: (?:principais|básicas|"
    r"básicos))?(?: (?:de|para|em) [^,;:]{1,40})?[.:,]?$",
    pronoun=r"(?:isso|isto)(?= )|(?:ele|ela|eles|elas)(?= \w)|(?:este|esse)(?= (?:é|são|se|"
    r"permite|faz|"
    r"pode|significa|ajuda|evita|garante|torna|não))",
    copula=r"(?:é|são|era|eram)\b(?: (?:também|um|uma|o|a)\b)?",
    demonstratives=tuple(
        (rf"{this} (?!(?:é|são|se|pode|permite|faz|não)\b)", f"{the} ")
        for this, the in (
            ("este", "o"),
            ("esta", "a"),
            ("estes", "os"),
            ("estas", "as"),
            ("esse", "o"),
            ("essa", "a"),
            ("esses", "os"),
            ("essas", "as"),
        )
    ),
    bare_verb=r"(?:permite|ajuda|evita|serve|pode|tem|retorna|recebe|contém|define|representa|oferece|"
    r"facilita|mostra)m? |é (?:usad|utilizad|executad)[oa] ",
    condition=r"(?:se|quando|a menos que|uma vez)\b",
    genus=r"(?: (?!de\b)[\w-]+){1,4},? (?:em que|no qual|na qual|onde|pelo qual)(?= )",
    naming=r"(?:[^,;:]{1,40} )?(?:é chamad[oa] (?:de )?|se chama |"
    r"é conhecid[oa] como )((?:\S+ ){0,3}\S+)",
    background=r"(?:como|embora|já que|devido a|porque|visto que|apesar d[eoa]|segundo|graças a|"
    r"ao contrário|em vez de|além de)\b",
    restating=r"(?:para|ao|quando|se) [^,]{4,80}, (?=\S)",
    cross_reference=r",? como (?:mostrado|visto|mencionado|descrito)(?: (?:acima|antes|"
    r"anteriormente|abaixo))?",
    tails=(
        (r",? (?:por exemplo|p\. ?ex\.?|tais? como|incluindo|como por exemplo)\s", 0.8),
        (r", (?:o que|o qual|a qual|onde|que)\s", 0.9),
        (
            r",? (?:porque|já que|devido a|visto que|graças a|para que|permitindo|fazendo|"
            r"evitando|embora|enquanto|além de|em vez de|"
            r"especialmente|mesmo que|ao contrário de|ajudando|garantindo|facilitando|tornando)\b",
            1.0,
        ),
        (r", (?:por isso|mas|e|ou|sem|para|sendo|pois|podendo|\w+ndo)\b", 1.0),
        (r" e\b", 1.6),
        (r"\s[—–]\s| - ", 0.8),
    ),
    contrast=r"\benquanto\b|;",
    splits=(r": ", r";\s+", r",? enquanto\s+", r", mas\s+", r"\s+[—–]\s+"),
    preposition=r" (?:em|na|no|nas|nos|com|por|para|sem|sobre|desde|até|durante|entre|dentro de|"
    r"através de|pelo|pela|quando)\s",
    needy=r"(?:\w+[ai]d[oa]s?|é|são|ser|depende|dependem|consiste|usa|serve|servem|conta|está|"
    r"estão|não|pode|trata|e|ou|responsável|diferença|capaz|resulta|refere|baseia|relação|acesso)",
    finite=r"\b(?:é|são|se|está|permite|serve|\w{2,}(?:[ae]m?))\b(?! (?:de|e|ou|do|da)\b)",
    verb=r"\b(?:é|são|está|estão|se|permite|permitem|pode|podem|tem|têm|recebe|retorna|usa|"
    r"utiliza|serve|ajuda|faz|cria|contém|deve|devem|mostra|evita|representa|define|executa|foi|"
    r"era|garante|armazena|implementa|fornece|verifica|ocorre|acontece|indica)\b",
    fragment=r"(?:à medida que|se|quando|porque|embora|como|já que|enquanto|para que|onde|que|"
    r"cujo)\b[^,;:—]*$|(?:para|ao) [^,;:—]*$",
    open_end=r"\b(?:de|para|com|em|a|por|que|é|são|pode|podem|deve|devem|\w{3,}ndo)$",
    no_subject=r"(?:eu|nós|você|isso|isto|ele|ela|eles|elas|se|quando|como|que|para|ao|em|no|na)\b",
    expletive=r"é (?:possível|importante|necessário|recomendado)",
    more=", etc.",
    generic=rf"\b[oa] (?:método|função|componente|hook|propriedade|atributo|comando|operador|"
    rf"classe|etiqueta|tag) (?={ATOM})",
    rewrites=(
        (r"\bcom o (?:objetivo|intuito) de\b", "para"),
        (r"\b(?:basicamente|simplesmente|realmente|geralmente) ", ""),
        (r"\ba fim de\b", "para"),
        (r"\buma grande quantidade de\b", "muitos"),
    ),
)

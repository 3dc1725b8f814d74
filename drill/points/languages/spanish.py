"""Spanish."""

from drill.points.atoms import ATOM
from drill.points.languages import Language

SPANISH = Language(
    "es",
    stop=frozenset(
        """el la los las un una unos unas de del en y e o u es son era que se con por para su sus
        al lo como más no si ser está están este esta estos estas eso esto ese esa muy también
        pero cuando donde cual cuales ya hay le les nos te me tu sin sobre entre puede pueden
        porque""".split()
    ),
    dangling=r"(?:a|el|la|los|las|un|una|unos|unas|de|del|en|y|e|o|u|es|son|que|se|con|por|para|"
    r"su|sus|al|lo|como|más|no|si|este|esta|estos|estas|muy|pero|cuando|donde|cual|sin|sobre|"
    r"entre|puede|pueden|porque|ser|hay|cada|ni|desde|hasta|según|tan|otro|otra|siendo|"
    r"accesibles?)",
    abbreviations=r"(?:p\. ?ej|ej|etc|sr|sra|dr|dra|pág|núm|vs|ee|uu)",
    opener=r"(?:podemos (?:notar|ver|decir|observar) que |(?:explica|menciona|describe|di) que |"
    r"(?:sin embargo|además|también|por (?:lo )?tanto|entonces|así(?: que)?|es decir|"
    r"en (?:resumen|general|otras palabras|definitiva|este caso|concreto|realidad)|básicamente|"
    r"por lo que|en primer lugar|en segundo lugar|primero|segundo|luego|después|finalmente|"
    r"por último|"
    r"por otro lado|por otra parte|de esta (?:manera|forma)|de este modo|ahora|ojo|nota que|"
    r"recuerda que|ten en cuenta que|cabe destacar que|hay que tener en cuenta que|"
    r"es importante (?:destacar|recordar|tener en cuenta|mencionar) que|esto significa que|"
    r"esto quiere decir que|como (?:puedes|podemos) ver|y|pero|o sea|eso sí|por eso|para ello|"
    r"en (?:estos casos|ese caso)|debe considerarse(?: además)? que|podríamos entender que|"
    r"hoy en día)\b(?! (?:del?|que|como)\b)(?:,\s*|\s+)|(?:sí|no),\s*)",
    example=r"(?:por ejemplo|p\. ?ej\.?|ejemplo|imagina|imaginemos|supongamos|supón|pensemos|"
    r"un ejemplo|en (?:este|el) (?:ejemplo|código|caso)|digamos|si tienes\b)",
    outside=r"(?:una (?:manera|forma) (?:fácil|sencilla) de explicar\w*|(?:muchas personas|"
    r"mucha gente|(?:explica|menciona) (?!que\b)|ninguna es)\b|"
    r"(?:lo |me )?[a-zñ]{3,}[éí] |no hay (?:nunca )?una respuesta|"
    r"vamos a|veamos|aquí (?:tienes|puedes|hay|está)|a continuación|puedes (?:ver|"
    r"encontrar|leer|consultar)|(?:para )?más información|mira\b|consulta (?:el|la|los|las|más|"
    r"este|esta)\b|como (?:se )?(?:ve|"
    r"muestra|hemos|vimos|mencionamos)|esta pregunta|espero|gracias(?! a\b)|en (?:este|"
    r"esta) (?:artículo|"
    r"sección|vídeo|curso)|código de ejemplo|fuentes?:|lo vemos|si quieres (?:saber|aprender)|"
    r"hay (?:varias|muchas|dos|tres|cuatro|cinco|diferentes|distintas|varios|muchos|diferentes|"
    r"distintos)\b[^,;:]{0,60}$)",
    anywhere=r"\b(?:en (?:esta|la siguiente) tabla|que hemos usado|para (?:obtener )?más (?:"
    r"información|detalles)|ver en detalle|"
    r"siguiente pregunta|siguiente (?:ejemplo|"
    r"código|imagen)|aquí puedes|este (?:enlace|vídeo|artículo))\b",
    announcing=r"(?:\b(?:siguientes?|así|continuación|son|es|formas?|maneras?|ejemplo|pasos|"
    r"tipos)\s*:?\s*$|\b(?:hay|existen|estos son|aquí|los siguientes|las siguientes)\b)",
    pronoun=r"(?:esto|eso|este|ese|ellos|ellas|él|ella|estos|estas)(?= (?:es|son|se|nos|permite|"
    r"hace|puede|significa|ayuda|evita|te|lo|los))",
    copula=r"(?:es|son|era|eran)\b(?: (?:también|una?|el|la)\b)?",
    demonstratives=tuple(
        (rf"{this} (?!(?:es|son|se|nos|lo|te|permite|hace|puede|significa)\b)", f"{the} ")
        for this, the in (
            ("este", "el"),
            ("esta", "la"),
            ("estos", "los"),
            ("estas", "las"),
            ("ese", "el"),
            ("esa", "la"),
            ("esos", "los"),
            ("esas", "las"),
            ("dicho", "el"),
            ("dicha", "la"),
        )
    ),
    bare_verb=r"(?:(?:nos|te) )?(?:permite|ayuda|evita|sirve|puede|tiene|devuelve|recibe|"
    r"contiene|define|"
    r"representa|ofrece|facilita|muestra)n? |se (?:usa|utiliza|emplea|ejecuta)n? (?:para|con|en|"
    r"como|cuando|"
    r"especialmente|principalmente|sobre todo|normalmente)\b",
    condition=r"(?:si|cuando|a menos que|una vez)\b",
    genus=r"(?: (?!de\b)[\w-]+){1,4},? (?:en el que|en la que|donde|mediante el cual|"
    r"por el cual)(?= )",
    naming=r"(?:[^,;:]{1,40} )?(?:se (?:le )?(?:llama|conoce como|denomina)) ((?:\S+ ){0,3}\S+)",
    background=r"(?:como|aunque|ya que|dado que|debido a|porque|puesto que|a pesar de|según|"
    r"gracias a|a diferencia|en lugar de|además de|cuanto)\b",
    tails=(
        (r",? (?:por ejemplo|tales? como|como por ejemplo|incluyendo|p\. ?ej\.?)\s", 0.5),
        (r",? (?:lo que|lo cual|el cual|la cual|donde)\s", 0.9),
        (
            r",? (?:porque|ya que|dado que|debido a|puesto que|por lo que|por eso|así que|"
            r"gracias a)\s",
            0.9,
        ),
        (
            r",? (?:para que|para|permitiendo|haciendo|evitando|y|e|pero|aunque|sin|sino|"
            r"mientras que|además de|en lugar de|especialmente|incluso|incluidos|igual que|útil)\s",
            1.0,
        ),
        (r" que (?=se|nos|no|es|son|permite|puede|debe|\w+[ae]n?\b)", 1.5),
        (r", \w+(?:ando|endo)\b", 1.0),
        (r"\s?[—–]\s?| - ", 0.8),
    ),
    contrast=r"\bmientras que\b|;",
    splits=(r": ", r";\s+", r",? (?:mientras que)\s+", r", pero\s+", r"\s+[—–]\s+"),
    preposition=r" (?:dentro de|fuera de|a partir de|en|con|por|para|sin|sobre|desde|hasta|"
    r"durante|mediante|entre|según|a través de|cuando)\s",
    needy=r"(?:reside|estriba|radica|refiere|\w+[ai]d[oa]s?|es|son|ser|depende|dependen|consiste|basa|basado|basada|usa|sirve|"
    r"sirven|cuenta|"
    r"está|están|no|puede|trata|convierte|compuesto|divide|se|utilizan?|usan|emplean?|y|o|relacionado|responsable|encarga|"
    r"diferencia|pasa|pasan|útil|saber|ver|decir|indica)",
    generic=rf"\b(?:el|la) (?:método|función|componente|hook|propiedad|atributo|comando|operador|"
    rf"clase|etiqueta) (?={ATOM})",
    rewrites=(
        (r"\bse está (\w+)ando\b", r"se \1a"),
        (r"\bcon el (?:fin|objetivo) de\b", "para"),
        (r"\b(?:básicamente|simplemente|realmente|muy) ", ""),
        (r"\bnos (permiten?)\b", r"\1"),
        (r"\bse utiliza para\b", "sirve para"),
        (r"\buna gran cantidad de\b", "muchos"),
        (r"\bdebido a que\b", "porque"),
    ),
    verb=r"\b(?:es|son|será|serán|está|están|se|nos|permite|permiten|puede|pueden|tiene|tienen|"
    r"recibe|"
    r"devuelve|usa|utiliza|sirve|ayuda|hace|crea|contiene|debe|deben|muestra|evita|representa|"
    r"define|ejecuta|fue|era)\b",
    finite=r"\b(?:es|son|se|nos|está|permite|mide|sirve|\w{2,}(?:[ae]n?))\b(?! (?:de|y|o)\b)",
    fragment=r"(?:a medida que|conforme|"
    r"si|cuando|porque|aunque|como|ya que|mientras|para que|donde|que|"
    r"cuyo)\b[^,;:—]*$|(?:para|al) [^,;:—]*$",
    open_end=r"\b(?:de|para|con|en|a|por|que|es|son|puede|pueden|debe|deben|[a-z]{3,}[ei]endo|"
    r"[a-z]{3,}ando)$",
    restating=r"(?:para|al|cuando|si) [^,]{4,80}?(?:, (?=\S)| (?=(?:debemos|puedes|podemos|"
    r"hay que|se usa|usamos|necesitas|necesitamos|debes|utilizamos)\b))",
    cross_reference=r",? como (?:se (?:ve|muestra)|hemos visto|vimos|mencionamos)(?: (?:arriba|"
    r"antes|anteriormente|abajo))?",
    vivid=r"(?:imagina|imaginemos|supongamos|supón|pensemos|si tienes)",
    follows=r",? (?:(?:de la|con la|con el|con los|en los|en las|a las|las|los) siguientes?|así|"
    r"por ejemplo|como estos?|de esta forma)\b[^,]*$",
    empty=r"\b(?:dos|tres|cuatro|cinco|seis|varios|varias|muchos|muchas|diferentes|distintos|"
    r"distintas|\d+) (?:\w+ ){0,2}?(?:tipos|formas|maneras|pasos|props|partes|fases|reglas|"
    r"razones|métodos|opciones|ventajas|diferencias|elementos|propiedades|parámetros|argumentos|"
    r"cosas|motivos|conceptos)(?: (?:clave|principales|básicas|básicos|importantes))?(?: (?:de|"
    r"para|en) [^,;:]{1,40})?[.:,]?$",
    more=", etc.",
)

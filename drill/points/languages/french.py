"""French."""

from drill.points.languages import Language

FRENCH = Language(
    "fr",
    stop=frozenset(
        """le la les un une des du de d l et ou est sont était que qui se s ce cette ces cet en dans
        sur par pour avec sans au aux à plus ne pas n il elle ils elles on nous vous je son sa ses
        leur leurs qu comme si quand mais où dont être peut peuvent aussi très même tout tous y c
        votre notre""".split()
    ),
    dangling=r"(?:le|la|les|un|une|des|du|de|d|l|et|ou|ni|est|sont|que|qui|se|ce|cette|ces|en|dans|"
    r"sur|par|pour|avec|sans|au|aux|à|plus|ne|pas|son|sa|ses|leur|leurs|comme|si|quand|mais|où|"
    r"dont|être|peut|peuvent|très|entre|vers|chez|chaque|afin|selon|votre|notre)",
    abbreviations=r"(?:p\. ?ex|ex|etc|cf|m|mme|dr|env|vs)",
    opener=r"(?:cependant|toutefois|néanmoins|pourtant|donc|ainsi|de plus|en outre|par ailleurs|"
    r"également|aussi|enfin|ensuite|puis|d['’]abord|tout d['’]abord|premièrement|deuxièmement|"
    r"en (?:résumé|général|effet|fait|bref|d['’]autres termes|conclusion)|autrement dit|"
    r"c['’]est-à-dire|par conséquent|au final|finalement|bien sûr|notez que|à noter que|"
    r"il (?:est important de noter|faut noter) que|cela (?:signifie|veut dire) que|alors)\b"
    r"(?! (?:de|que)\b)(?:,\s*|\s+)|(?:oui|non|et|mais),?\s+",
    example=r"(?:par exemple|p\. ?ex\.?|ex\s?:|exemple|imaginez|imaginons|supposons|prenons|"
    r"dans (?:cet|notre) exemple)",
    vivid=r"(?:imagin|suppos|prenons)",
    outside=r"(?:voir\b|voici\b|voilà\b|pour (?:plus|en savoir plus)|consultez|ci-dessous|"
    r"vous (?:trouverez|pouvez (?:trouver|consulter))|c['’]est (?:pour|comme|là|ainsi|ce)\b|"
    r"ci-dessus|comme (?:vu|indiqué|mentionné)|"
    r"dans (?:cet article|cette section|cette vidéo)|"
    r"regardons|voyons|passons|merci\b|cette question|la réponse (?:courte )?est|"
    r"si vous (?:souhaitez|voulez) (?:en savoir|apprendre)|j['’]|je\b|sources?\s?:|"
    r"il (?:existe|y a) (?:plusieurs|deux|trois|quatre|différent\w*|de nombreu\w+)\b[^,;:]{0,60}$)",
    announcing=r"(?:\b(?:suivante?s?|sont|est|ainsi|exemple|étapes|types|façons)\s*:?\s*$|"
    r"\b(?:il existe|il y a|voici|les suivant\w+)\b)",
    empty=r"\b(?:deux|trois|quatre|cinq|plusieurs|différent\w*|\d+) (?:\w+ ){0,2}?(?:types|façons|"
    r"manières|étapes|parties|phases|règles|raisons|méthodes|options|avantages|différences)"
    r"(?: (?:de|pour|dans) [^,;:]{1,40})?[.:,]?$",
    pronoun=r"(?:il(?! (?:existe|faut|y a|s['’]agit|suffit|convient|est (?:possible|important|"
    r"nécessaire|recommandé|conseillé)))|elle|ils|elles|cela|ceci|ça)(?= )|c['’](?=est (?!pour|"
    r"comme|pourquoi|là|ainsi|ce\b|.* qui (?:est|sont)\b))",
    copula=r"(?:est|sont|était|étaient)\b(?: (?:aussi|une?|le|la|des|les)\b)?",
    demonstratives=tuple(
        (rf"{this} (?!(?:est|sont|qui|que|dernier|dernière)\b)", f"{the} ")
        for this, the in (("ce", "le"), ("cette", "la"), ("ces", "les"))
    ),
    condition=r"(?:si|s['’]ils?|quand|lorsque|lorsqu['’]\w+|dès que|à moins que)\b",
    background=r"(?:comme|bien que|puisque|étant donné|parce que|grâce|malgré|selon|contrairement|"
    r"en plus|au lieu|afin|tout comme)\b",
    restating=r"(?:pour|afin de|lorsque|quand|si) [^,]{4,80}, (?=\S)",
    tails=(
        (r",? (?:par exemple|p\. ?ex\.?|tels? que|telles? que|comme par exemple|notamment)\s", 0.5),
        (r", (?:ce qui|lequel|laquelle|où|dont|qui)\s", 0.9),
        (
            r",? (?:parce que?|puisque|car|grâce à|afin de|afin que|bien que|tandis que|alors que|"
            r"au lieu de|en particulier|permettant|même si|sans que)\b",
            1.0,
        ),
        (r", (?:et|ou|mais|pour|donc|sans|en \w+ant|\w+ant)\b", 1.0),
        (r"\s[—–]\s| - ", 0.8),
    ),
    contrast=r"\b(?:tandis|alors) que\b|;",
    splits=(r"\s?: ", r"\s?;\s+", r",? (?:tandis|alors) que\s+", r", mais\s+", r"\s+[—–]\s+"),
    preposition=r" (?:en|dans|avec|par|pour|sans|sur|depuis|jusqu['’]\w+|pendant|entre|selon|via|"
    r"à travers|lors de)\s",
    needy=r"(?:\w+ée?s?|est|sont|être|dépend|dépendent|consiste|sert|servent|permet|permettent|peut|"
    r"peuvent|et|ou|responsable|différence|capable|lié|basé|accès|partie)",
    verb=r"\b(?:est|sont|sera|était|peut|peuvent|permet|permettent|doit|doivent|a|ont|fait|font|"
    r"utilise|utilisent|contient|sert|servent|crée|évite|retourne|renvoie|représente|définit|"
    r"exécute|stocke|fournit|assure|garantit|gère|se|reçoit|ajoute)\b",
    finite=r"\b(?:est|sont|a|ont|se|permet|peut|\w{3,}(?:ent|it|e))\b(?! (?:de|et|ou|du|des)\b)",
    fragment=r"(?:si|quand|lorsque|parce qu(?:e\b|['’])|bien qu(?:e\b|['’])|comme|puisque|"
    r"pour que|afin|où|que|dont|qui|"
    r"quel que soit|quelle que soit|tout comme|en plus d\S*|au lieu d\S*|en tant que?)"
    r"(?=[ '’])[^,;:—]*$|pour [^,;:—]*$",
    open_end=r"\b(?:de|pour|avec|en|à|par|que|est|sont|peut|peuvent|doit|doivent)$",
    no_subject=r"(?:je|nous|vous|on|il|elle|ils|elles|cela|ceci|ce|si|quand|comme|que|pour|en|"
    r"dans|au|aux|lorsque)\b",
    colon=" : ",
    more=", etc.",
    rewrites=(
        (r"\bafin de\b", "pour"),
        (r"\b(?:généralement|habituellement|simplement|principalement|également) ", ""),
        (r"\bune grande quantité de\b", "beaucoup de"),
        (r"\bdans le but de\b", "pour"),
    ),
)

"""English."""

from drill.points.atoms import ATOM
from drill.points.languages import Language
from drill.points.languages.english_chatter import ANYWHERE, EXAMPLE, OUTSIDE
from drill.points.languages.english_rewrites import REWRITES

_VERB = (
    r"\b(?:is|are|was|were|can|could|will|would|should|may|might|must|has|have|had|does|do|"
    r"did|uses|allows?|provides?|contains?|makes?|means|helps?|gives?|takes?|creates?|returns?|"
    r"runs|works|requires?|needs|supports|stores|refers?|represents?|describes?|defines?|enables?|"
    r"ensures?|stands|becomes?|includes?|consists?|lets?|keeps?|gets?|adds?|shows|cannot|can't|"
    r"isn't|aren't|doesn't|don't|won't|isn’t|aren’t|doesn’t|don’t|checks|performs?|determines?|"
    r"applies|handles?|sends?|produces?|improves?|reduces?|increases|prevents?|follows?|converts?|"
    r"tells?|measures|compares?|updates|executes?|calls|generates?|depends?|occurs?|happens?|"
    r"specif(?:y|ies)|displays?|plots|retains?|combines?|holds?|computes?|calculates?|learns|"
    r"belongs?|exists?|remains?|builds|begins?|replaces|chooses?|removes?|wraps|injects?|"
    r"assumes?|detects?|avoids?|minimizes?|maximizes?|causes|eliminates?|matches|decreases?|"
    r"boosts?|"
    r"lowers|turns|speeds|leads?|results in|predicts?|appears?|"
    r"freezes|adapts?|trains|splits|merges|maintains?|collects?|walks|loads|renders?|receives?|"
    r"accepts?|writes|reads|moves|guarantees?|implements?|inherits?|rejects?|waits|relies|"
    r"exposes|goes|comes|tries|saves|emits|invokes|throws|validates|verifies|ignores|"
    r"resolves|operates?|connects?|translates?|transmits?|encrypts?|decrypts?|distributes?|"
    r"isolates|separates|manages?|responds?|listens|behaves?|evaluates?|inserts?|deletes?|"
    r"assigns?|establish(?:es)?|obtains?|identif(?:y|ies)|acts|sits|expands?)(?![-\w'’])"
)
# Verbs that often go on as a participle, ", giving …", by the ending that they take then.
_GIVING = (
    r"improv|reduc|mak|enabl|ensur|increas|provid|caus|produc|creat|minimiz|maximiz|eliminat|"
    r"match|decreas|giv|isolat|enhanc|indicat|generat|separat|sav|requir|achiev|optimiz|remov"
)
_ALLOWING = (
    r"allow|help|prevent|avoid|lead|result|boost|keep|lower|turn|return|speed|limit|confirm|add|"
    r"protect|support"
)

ENGLISH = Language(
    "en",
    stop=frozenset(
        """a an the of to in on for and or is are was were be been being it its this that these
        those as by with from at which who whom whose can may will would should could must might has
        have had do does did not no so than then there their they them he she we you your i our if
        when while where into over such more most also just only very each any all some one other
        up out about between both what how why yes s t re ll ve d m don use used using""".split()
    ),
    dangling=r"(?:a|an|the|of|to|in|on|for|and|or|nor|is|are|was|were|be|been|being|its|this|that|"
    r"these|those|as|by|with|from|at|which|who|whose|can|may|will|would|should|could|must|might|"
    r"has|have|had|do|does|not|no|so|than|their|your|our|my|if|when|while|where|into|such|very|"
    r"each|any|but|because|between|via|per|like|both|either|using|based|called|including|how|what|"
    r"why|also|more|most|other|another|every|some|only|even|just|almost|rather|"
    r"without|within|about|e\.g|i\.e|whether|"
    r"therefore|however|thus|then|"
    r"otherwise|multiple|several|various|many|different|whole|before|after|against|upon|among|during|towards?|onto|\w+n['’]t)",
    abbreviations=r"(?:e\.g|i\.e|etc|vs|cf|approx|dr|mr|mrs|ms|st|inc|al|resp|viz)",
    opener=r"(?:because, |ans(?:wer)?: |the (?:first|second|third|other|last|next|main|"
    r"biggest) (?:\w+ )?"
    r"(?:problem|issue|reason|advantage|disadvantage|benefit|drawback|point|challenge) is that |"
    r"(?:most|more) importantly,? |still, (?=\w+ )|in (?:simple|simpler) terms?,? |(?:explain|"
    r"mention|say|state|describe) that |fyi,? |"
    r"the (?:\w+ )?reason(?: for (?:this|that|it))? is (?:that|because) |(?:however|so|"
    r"also|thus|therefore|hence|moreover|furthermore|additionally|"
    r"besides|basically|essentially|actually|simply put|finally|lastly|firstly|secondly|thirdly|"
    r"then|meanwhile|nevertheless|nonetheless|consequently|conversely|"
    r"(?:please )?note,? (?:though,? |however,? )?that|"
    r"it(?: is|'s|’s) (?:important|worth|also important|also worth|crucial|essential) (?:to note|"
    r"to keep in mind|to consider|to know|noting|to remember|to mention|mentioning|"
    r"to understand) that|it should be noted that|remember that|keep in mind that|be aware that|"
    r"(?:this|that|which|it) means(?: that)?|as mentioned(?: above| before| earlier)?|i (?:think|"
    r"believe|would say)(?: that)?|we know that|you (?:should )?know that|ultimately|importantly|"
    r"interestingly|fortunately|unfortunately|it (?:is|has been|can be) (?:known|"
    r"observed|seen|found|believed|assumed|said|expected) that|it turns out that|and|but|yet|"
    r"generally speaking|mathematically speaking)\b(?:,\s*|\s+)|(?:in (?:addition|short|"
    r"other words|fact|general|summary|essence|contrast|particular|simple terms|simple words|"
    r"this way|this (?:case|example|approach|method|way)|practice)|first|second|third|next|now|"
    r"well|as a result|on the (?:other|one) hand|on the contrary|similarly|likewise|overall|"
    r"generally|first of all|in reality|at first|of course|obviously|clearly|as you (?:can see|"
    r"know|might know)|as we (?:can see|"
    r"know)|as the name (?:suggests|implies)|yes|no|i\.e\.?|that is|that said|for this reason|"
    r"to (?:sum up|summarize|put it simply)|let's say|specifically|instead|at (?:its|the) core|"
    r"because of this|since then|usually|or|sometimes|in the end|after that|last but not least|"
    r"more (?:specifically|precisely|formally)|strictly speaking|technically|by the way|"
    r"after(?:wards?)|"
    r"historically|as such|later|in this context),\s*|(?:yes|no),? (?=(?:it|they|you|we)\b)|"
    r"or (?=in other words)|instead (?=it|they|we|the)|(?:i|we|you)(?:['’]d| would| could| can|"
    r" should| must| need to|"
    r" have to|"
    r" want to| might want to| may want to| may| will have to| will need to| would need to) "
    r"(?:also |then |just |first |simply |always )?(?!be\b|not\b|have\b|only\b|never\b|like\b|"
    r"want\b|see\b|get\b|find\b|"
    r"notice\b|think\b|expect\b)(?=[a-z]+\b)|another (?:option|way|approach|method|technique|"
    r"possibility|solution|common \w+)(?: (?:to|of) [^,]{3,60}?)? is (?:to )?|it would be (?:nice|"
    r"good|better|best) to |where (?=\S+ (?:is|are|denotes|represents)\b)|the (?:(?:main|key|"
    r"only|major|biggest|basic|primary|core) )*(?:difference|distinction|idea)(?: (?:between|"
    r"behind|of|here)(?: [^,.;:]{3,60}?)?)? is (?:just |only |simply |mainly )?that |(?:the|"
    r"an?) (?:[\w-]+ ){0,2}(?:representation|technique|method|process|approach|tool|mechanism|"
    r"algorithm|measure|metric|plot|graph|curve|diagram|concept|function|command|protocol|pattern|"
    rf"specification|standard) (?:that|which) (?=[a-z]+s\b(?!.*{_VERB})))",
    example=EXAMPLE,
    outside=OUTSIDE,
    anywhere=ANYWHERE,
    announcing=r"(?:(?<!\bare )(?<!\bis )\b(?:several|various|many|multiple|different|a few|two|"
    r"three|four|five|six|seven) (?:[\w-]+ ){0,3}[a-z-]+s(?: (?:of|for|in|to|at|on|with) "
    r"[^,;:]{1,60})?[:：]?$|\b(?:following|these|below|as follows|this|here|like so|such as|"
    r"include[sd]?|(?:i|we|you) (?:\w+ly )?[a-z]+|are|is|steps|ways|types|example|code|reasons|"
    r"would|be)\s*[:：]?\s*$|"
    r"\b(?:there are|here(?:'s| is| are)|let's|the following|consists? of|includes?|are:|"
    r"divided into|categorized|can be)\b)",
    pronoun=r"(?:it|they|this|that|these|those|he|she|which)(?=['’]| )",
    possessive=r"(?:its|their) ",
    bound_clause=r"(?:if|once|when|whenever|after|before|until|because of|without|in|with|by|for) "
    r"(?:it|they|this|that|these|those|them|doing so)\b(?! [a-z]+s?\b (?:of|in|that|which)\b)",
    copula=r"(?:'s|’s|'re|’re|is|are|was|were)\b(?: (?:also|a|an|the|basically|essentially|just|"
    r"simply|mainly|usually|often|typically|generally|commonly|mostly|really|very)\b)?",
    demonstratives=(
        (
            r"(?:this|that) (?!(?:(?:is|was|has|does|can|will|would|could|should|must|might|"
            r"had)(?:n['’]t)?|"
            r"makes?|and|or|also|only|just|often|sometimes|then|thus|further|in|not|may|\w+ly)\b)"
            r"(?!\w+ (?:me|us|them|him)\b)"
            r"(?!(?:\w+ed|led|made|gave|meant|took|kept|let|brought|became|got|came|ran|went|cut) "
            r"(?:us|me|you|them|it|him|her|our|my|their|the|an?|to|that|in|into|"
            r"about|for|on|with|from|by|\w+ly)\b)"
            r"(?!(?:helped|allowed|resulted|caused|enabled|meant|led|made|gave|saved|taught|showed)\b)"
            r"(?![\w-]+[^siu]s\b)",
            "the ",
        ),
        (
            r"(?:these|those) (?!(?:are|were|can|will|have|do|may|must|"
            r"include)\b)(?=(?:[\w-]+ ){0,2}[\w-]+s\b)",
            "the ",
        ),
    ),
    condition=r"(?:by default,? )?(?:(?:every|each) time|if|unless|when|whenever|once|until|"
    r"had (?:i|we|you|they|it|he|she))\b",
    genus=r"(?: (?!of\b)[\w-]+){1,4} (?:in which|by which|where|whereby|when)(?= )",
    genus_clause=r" (?:is|are) (?:an? |the )?(?:[\w/-]+ ){1,7}?(?:that|which) "
    rf"(?=(?:\w+ly )?(?:{_VERB}|[a-z]{{2,}}[^siu']s\b))(?!(?:is|are|was|were) )",
    bare_verb=rf"(?=[a-z]+s ){_VERB}(?! (?:of|and|or|in|for|are|is|can|will)\b)(?! {_VERB})|"
    r"(?:can|cannot|could|will|should|must|may) (?:also |not )?(?!be noted)[a-z]+\b",
    naming=r"(?:[^,;:]{1,40} (?:is|are) )?(?:also |often |usually |commonly )?(?:called|known as|"
    r"referred to as|termed) (?:an? |the )?((?:\S+ ){0,3}\S+)",
    scope=r"(?:in|for|with|under|on) (?!(?:addition|general|short|fact|this|these|that|other|some|"
    r"most|many|all|example|instance)\b)((?:[^\s,:;.]+ ){0,2}[^\s,:;.]+), (?=\w)",
    background=r"(?:while [^,]{3,90}, (?!it\b|they\b|this\b|these\b|those\b|doing\b|the other)|"
    r"(?:by|using|with) (?=[a-z]+ing\b)|using|as|since|because|although|though|"
    r"even though|even if|despite|in order to|due to|"
    r"unlike|like|similar to|analogous to|in contrast to|built on|based on|thanks to|given that|"
    r"according to|compared to|in addition to|"
    r"depending on|for this|besides|because of|instead of|rather than|regardless of)\b",
    tails=(
        (r",? (?:for example|for instance|e\.g\.?,?|i\.e\.?,?)(?:\s|$)", 0.5),
        (r",? (?:such as|like|including)\s", 1.1),
        (r", (?:which|where|who|after which)\s", 0.9),
        (
            r",? (?:most (?:typically|likely|often) )?(?:because|as soon as|due to|thanks to|"
            r"such that|so that|in order to|instead of|rather than|"
            r"as opposed to|although|though|even though|even if|while|whereas|as well as|"
            r"along with|regardless of|depending on|based on|compared (?:to|with)|unlike|"
            r"by [a-z]+ing|making|allowing|enabling|ensuring|resulting|especially|particularly|"
            r"or in other words)\b",
            0.9,
        ),
        (r", (?=(?:it|they|this|these|those|each) [a-z]+\b)", 0.8),
        (
            r", (?:since|as|so|but|and|or|then|yet|thus|thereby|hence|therefore|meaning|making|"
            r"using|even|similar to|not|plus|mainly|mostly|usually|often|typically|if possible|"
            r"if needed|if necessary|[\w-]+ing|[\w-]+ed)\b",
            1.0,
        ),
        (r",? (?:where|whose|in which|for which|with which|otherwise)\s", 1.3),
        (r", (?:also|sometimes|often|commonly)? ?(?:called|known as|referred to as|termed)\b", 0.6),
        (r" (?!(?:during|being|using|having)\b)[a-z]{4,}ing (?=(?:the|an?|its|their)\b)", 1.3),
        (r" (?:that|which) (?=is|are|was|can|has|have|will|would|could|may|[a-z]+s\b)", 1.5),
        (r" since (?!\d|then)", 1.0),
        (r" to (?:see|check|find out|determine|decide|tell) (?:if|whether|what|which|how)\b", 0.9),
        (r" (?:since|as) (?:it|they|we|you|there)\b", 1.0),
        (r" and\b", 1.6),
        (r"\s[—–]\s|—| - ", 0.8),
    ),
    contrast=r"\b(?:while|whereas)\b|;",
    splits=(
        r": ",
        r",? because\s+(?=(?:the|a|an|it|they|each|this|there|[a-z]+s)\b)",
        r",? otherwise,?\s+(?=(?:the|an?|you|it|they|we)\b)",
        r",? since\s+(?=(?:the|an?|each|all|only|no|[a-z]+s)\b)",
        r", as\s+(?=(?:the|an?|each|all|no) )",
        r",? which (?:states|says|means|implies) that\s+",
        r";\s+(?:however,? |instead,? |therefore,? |otherwise,? )?",
        r",? (?:while|whereas)\s+",
        r",? but\s+(?:also )?",
        r"\s+[—–]\s+",
        r"(?:,|(?= while))\s+(?:thereby |thus |while |hence |effectively )?"
        rf"(?=(?:{_GIVING}|{_ALLOWING})ing\b)",
        r",?\s+(?:even though|although|though)\s+",
        r",\s+so\s+(?!that\b|as\b|much\b|many\b)",
        r",\s+then\s+",
        r",\s+and\s+(?:thus\s+|hence\s+|therefore\s+)?(?=(?:the|an?|it|they|each|this|all)\b)",
        r"\s+and\s+(?=(?:the|an?|two|three|each|it|they|this|all|its|their) (?:[\w-]+ ){0,3}"
        r"(?:is|are|was|were|can|will|must|has|have|does|do) )",
    ),
    participles=(
        (rf"^({_GIVING})ing\b", r"\1es"),
        (rf"^({_ALLOWING})ing\b", r"\1s"),
    ),
    second_verb=r",? and (?:then |also |thus )?(?=(?:can|cannot|will|must|should) "
    rf"(?!be\b)|(?!is|was|does)(?=[a-z]+s\b)(?:{_VERB}|[a-z]{{2,}}[^siu']s (?!(?:of|in|on|at|"
    r"for|with|from|and|or|such|like|that|which|who|when|if|but|as|is|are|can|will|may|must|only|"
    r"throughout|across|during|within|between|via|through|over|under|per|not|to|by|"
    r"\w+ing|\w+ed)\b)(?=(?:the|an?|its?|their|them|all|each|any|every|no|new|one|your)\b|"
    r"[0-9`\U000f0000-\U000fffff]|(?-i:[A-Z])|[a-z-]+s\b)))",
    modal=r"(?:can|could|will|would|must|should|may|might|cannot) (?!be\b|have\b|not\b)",
    second_infinitive=r",? and (?:then |also |thus )?(?!be\b|\w+ing\b|[a-z]+[^s\W]s )"
    r"(?=[a-z]{3,} (?:the|an?|its|their|it|"
    rf"them|all|any|each|every)\b|{_VERB})",
    preposition=r" (?:for|in|on|by|with|from|at|during|within|across|through|via|over|under|"
    r"throughout|"
    r"between|among|against|into|before|after|without|upon|about|onto|around|along|"
    r"to(?= (?:the|an?|its|their|each|all|any|another)\b))\s",
    needy=r"(?:\w+ed|able|unable|replaceable|compatible|identical|equal|equivalent|opposite|"
    r"subject|limited|conflicts?|interferes?|separates?|information|knowledge|details|dependent|"
    r"independent|us|you|them|me|due|according|prior|similar|close|"
    r"next|relative|avoids?|"
    r"stops?|keeps?|considers?|prevents?|involves?|requires?|about|enjoys?|risks?|allows?|for|by|"
    r"without|of|in|while|when|acts?|behaves?|feels?|seems?|serves?|made|built|meant|written|"
    r"found|kept|held|seen|given|done|shown|depend|depends|rely|relies|consist|consists|based|"
    r"result|results|refer|refers|belong|belongs|deal|deals|differ|differs|focus|focuses|work|"
    r"works|interact|interacts|associated|comes|come|used|look|looks|account|accounts|responsible|"
    r"care|useful|good|better|best|need|needs|is|are|be|was|were|not|place|placed|relationship|"
    r"differences?|distinctions?|distance|swap|switch|happen|happens|run|runs|live|lives|reside|"
    r"resides|stored|written|access|opposed|divided|involved|involves|related|interested|comply|"
    r"cope|begin|begins|start|starts|end|ends|only|go|goes|carry|carried|take|takes|lies|lie|"
    r"stand|stands|set|means|inherit|inherits|composed|defined|compare|compared|convert|converted|"
    r"transform|transformed|split|maps?|and|or|think|suited|suitable|known|cares?|points?|pass|"
    r"passed|turns?|bring|put|fall|falls|hold|keep|drawn|taken|chosen|thrown|driven|operates?|"
    r"factors|measures|aspects|things|purposes|(?:interact|communicat|deal|work|connect|rely|"
    r"depend|belong|referr|lead|focus)ing)",
    finite=r"\b(?:[a-z]{2,}[^siu']s|is|are|was|were|can|has|have|do|does)\b(?! (?:of|and|or|in)\b)",
    expletive=r"it(?: is|'s|’s| would be| can be| may be| might be| was) (?:also |often |"
    r"usually |very |not |more )?(?:possible|important|necessary|worth|useful|best|better|"
    r"recommended|good|hard|easy|difficult|common|essential|likely|known|desired|nice|clear|"
    r"helpful|crucial|because|when|easier|advisable|impossible|enough|up to)\b|"
    r"it (?:depends|takes (?:\S+ ){1,5}to)\b",
    no_subject=r"(?:in|on|at|for|with|by|from|under|within|without|during|i|we|you|(?:any|every|some|no)(?:one|body)|there|it|they|this|that|these|those|he|she|one|who|which|what|how|"
    r"why|let|here|people|if|when|as|since|because|although|while|generally|usually|typically|"
    r"normally|commonly|mostly|often)\b",
    fragment=r"(?:more|less) \w+ (?:as|than)\b|as (?!such|a |an |of )[^,;:—]*$|"
    r"(?:had (?:i|we|you|they|it|he|she)|given|in case|(?:every|each) time|if|when|whenever|"
    r"unless|once|because|since|although|though|while|whereas|after|before|until|so that|as if|"
    r"even if|even though|(?:by|for) [a-z]+ing)\b(?!.{8,} (?:you|we) (?:should|can|must|"
    r"need|have|will)\b)[^,;:—]*$|(?:where|which|whose|whereby)\b|"
    r"(?:in order )?to (?:use )?(?!.*\b(?:i|we|you|"
    r"is|"
    r"are|use)\b)[^,;:—]*$|(?:how|what|why|whether)\b(?!.*\b(?:depends|matters|"
    r"is determined)\b)[^;:—]*$",
    open_end=r"\b(?:against|between|includes?|contains?|when|if|unless|whether|because|for|by|to|of|with|in|as|from|on|into|is|are|that|can|should|must|will|may|"
    r"cannot|(?!following)[a-z]{3,}ing)$",
    more=", etc.",
    rewrites=REWRITES,
    verb=_VERB,
    restating=r"(?:in order )?to [^,]{4,80}?(?:, (?=\S)| (?=(?:we|you|one|it) ))|(?:when|"
    r"if) [^,]{4,120}, (?=\S)",
    cross_reference=r",? (?:on the (?:other|one) hand|however|therefore|of course),|"
    r",? \(?as (?:we )?(?:shown|mentioned|described|discussed|seen|explained|"
    r"stated|noted|saw)(?: in the \w+)? ?(?:above|below|earlier|before|here|previously)?\)?",
    vivid=r"(?:imagine|suppose|say\b|consider|picture|think of|let|assume)",
    counted=r"(?:[\w-]+ )?(?:steps?|types?|kinds?|ways?|techniques?|approach(?:es)?|methods?|"
    r"examples?|points?|things?|rules?|differences?|options?|questions?|answers?|sections?|"
    r"features?|concepts?|code|snippet|output|list|table|image|picture|diagram|figure|situations?|"
    r"cases?|examples?)\b",
    follows=r",? (?:whose|which|that|as follows|(?:in|with|using|by|like|of|from|into|to|"
    r"through|on) (?:the )?(?:following|these|this|below)|"
    r"like this|as shown|for example|such as|and here)\b[^,]*$",
    purpose=r"(?:the |an? )?(?:[\w-]+ ){0,3}?[\w-]+( (?:to|for|when|"
    r"in order to)(?: (?!where\b|that\b|which\b|who\b|if\b|when\b|how\b|what\b)[^\s,;:]+){1,10}?) "
    r"(?:is|are)\b",
    terse=r"\b(?:the(?! (?:larg|small|great|bigg|fast|slow|long|short|strong|weak)er\b)|an?|your|"
    r"our) (?!own\b|few\b|lot\b|little\b|more\b|less\b|higher\b|lower\b|"
    r"same\b|"
    r"number\b|first\b|only\b)",
    generic=rf"(?<={ATOM}) (?:method|function|hook|attribute|property|command|keyword|operator|"
    r"option|flag|class|element|tag|component|interface|module|statement|annotation|directive)\b",
    empty=r"^(?:\d+|two|three|four|five|six|seven|eight|ten) \w+s$|"
    r"\b(?:(?:has|have|had) (?:two|three|four|five|several|many|various) (?:[\w-]+ )?\w+s$|"
    r"(?:there (?:is|are)|has|have|had|consists? of|comes? (?:in|with)|into|works? in|"
    r"includes?|involves?|provides?|offers?|supports?|uses?|in|with|are|at least one of|satisfies|"
    r"contains?|combines?|following) (?:the |only |mainly |about )?(?:two|three|"
    r"four|five|six|seven|eight|ten|few|several|many|various|multiple|different|a few|some|"
    r"the following|\d+) (?:[\w-]+ ){0,3}(?:steps|types|kinds|ways|parts|phases|forms|categories|"
    r"reasons|things|rules|conditions|methods|approaches|options|versions|components|properties|techniques|"
    r"props|caveats|limitations|drawbacks|disadvantages|differences|advantages|benefits|features|"
    r"examples|cases|scenarios|trees|stages|levels|modes|layers|strategies|functions|points|"
    r"principles|questions|attributes|elements|operations|classes|groups|arguments|parameters|"
    r"concepts|purposes|measures|factors|actions)(?: (?:of|for|in|to) [^,;:]{1,40})?[.:,]?$)",
)

"""English."""

from drill.points.languages import Language

_NOUN = r"(?:[\w-]+ ){0,2}"

ENGLISH = Language(
    "en",
    stop=frozenset(
        """a an the of to in on for and or is are was were be been being it its this that these
        those as by with from at which who whom whose can may will would should could must might has
        have had do does did not no so than then there their they them he she we you your i our if
        when while where into over such more most also just only very each any all some one other
        up out about between both what how why yes s t re ll ve d m don""".split()
    ),
    dangling=r"(?:a|an|the|of|to|in|on|for|and|or|nor|is|are|was|were|be|been|being|its|this|that|"
    r"these|those|as|by|with|from|at|which|who|whose|can|may|will|would|should|could|must|might|has|"
    r"have|had|do|does|not|no|so|than|their|your|our|my|if|when|while|where|into|such|very|each|any|"
    r"but|because|between|via|per|like|both|either|using|based|called|including|how|what|why|"
    r"also|more|most|other|another|every|some|only|without|within|about|e\.g|i\.e|whether)",
    abbreviations=r"(?:e\.g|i\.e|etc|vs|cf|approx|dr|mr|mrs|ms|st|inc|al|resp|viz)",
    opener=r"(?:(?:however|so|also|thus|therefore|hence|moreover|furthermore|additionally|besides|basically|"
    r"essentially|actually|simply put|finally|lastly|firstly|secondly|thirdly|then|meanwhile|nevertheless|"
    r"nonetheless|consequently|conversely|note that|please note that|it(?: is|'s|’s) (?:important|worth|also "
    r"important|also worth|crucial|essential) (?:to note|noting|to remember|to mention|mentioning|to understand) "
    r"that|it should be noted that|remember that|keep in mind that|be aware that|(?:this|that|which|it) "
    r"means(?: that)?|as mentioned(?: above| before| earlier)?|i (?:think|believe|would say)(?: that)?|we know "
    r"that|you (?:should )?know that|ultimately|importantly|interestingly|fortunately|unfortunately|it is known "
    r"that|it turns out that|and|but|yet|generally speaking|mathematically speaking)\b(?:,\s*|\s+)"
    r"|(?:in (?:addition|short|other words|fact|general|summary|essence|contrast|particular|simple terms|simple "
    r"words|this way|this (?:case|example|approach|method|way)|practice)|first|second|third|next|now|well|as a "
    r"result|on the (?:other|one) hand|on the contrary|similarly|likewise|overall|generally|of course|obviously|"
    r"clearly|as you (?:can see|know|might know)|as we (?:can see|know)|as the name (?:suggests|implies)|yes|no|i\.e\.?|"
    r"that is|that said|for this reason|to (?:sum up|summarize|put it simply)|let's say|specifically|instead|at "
    r"(?:its|the) core|because of this|since then|usually|or|sometimes|in the end|after that|last but not least|"
    r"more (?:specifically|precisely|formally)|strictly speaking|technically|by the way|historically|as such|later|in this "
    r"context),\s*|(?:yes|no),? (?=(?:it|they|you|we)\b)|or (?=in other words)|(?:i|we|you) (?:would|could|can|should|must|need to|have to|want to|"
    r"might want to|may want to|may|will have to|will need to|would need to) (?:also |then |just |simply |always )?"
    r"(?!be\b|not\b|have\b|only\b|never\b|like\b|want\b|see\b|get\b)(?=[a-z]+\b)"
    r"|another (?:option|way|approach|method|technique|possibility|solution|common \w+)(?: (?:to|of) [^,]{3,60}?)? is (?:to )?"
    r"|it would be (?:nice|good|better|best) to )",
    example=r"(?:for (?:example|instance|e\.g)|e\.g\.?|as an example|say\b|imagine|suppose|consider\b|"
    r"assume|let(?:'|’)?s (?:say|take|consider|assume|imagine|look)|let us|think of|picture|example\b|"
    r"a (?:good|classic|common|simple|typical) example|an example|one example|another example|"
    r"take\b.{0,40}\bexample|in (?:this|the|our) (?:above |following |previous )?(?:example|case|code|"
    r"snippet)|here,? (?:we|the|you|is|are|it)|if you(?:'re| are) (?:wondering|interested|curious))",
    outside=r"(?:great\b|if (?:so|not|yes|the former|the latter)\b|for (?:more |further )?(?:details|information)|let(?:'|’)s|let me|let us|let's|here(?:'|’)s|here (?:is|are)|in this (?:article|post|"
    r"section|chapter|guide|tutorial|video)|as (?:follows|shown|seen|described|discussed)|see\b|"
    r"read\b|check out|click|refer to|visit|for more (?:info|details|on)|more (?:info|details|on "
    r"this)|you can (?:find|read|see|check)\b|if you want to (?:learn|know|read)|i hope|hope\b|thanks|"
    r"thank you|good luck|happy\b|we(?:'ll| will)|i(?:'ll|'ve|'m|'d| will| am| have| was)\b|"
    r"now (?:let|we|that)|below|above|the (?:above|below|following|previous)\b|that's (?:it|all|why)|"
    r"that is (?:it|why)|source\b|sources\b|this (?:question|answer|article|post|example|section|is a (?:good|great|common|"
    r"tricky|difficult|very))|a full|full\b.{0,40}\bhere\b|credits?\b|image\b|photo\b|figure \d|"
    r"the (?:answer|question) (?:is|to)\b|don't worry|remember[,:!]|sure[,!]|great question|feel free|"
    r"this answer|not sure|try it|there (?:is|are) (?:a (?:lot|number|few|couple)|lots|many|several|"
    r"some|various|numerous|(?:two|three|four|five|six|\d+)) (?:[\w-]+ ){0,5}(?:ways?|types?|kinds?|reasons?|things?|"
    r"options?|methods?|approaches|techniques|steps|differences|benefits|advantages|examples|forms|"
    r"categories|strategies|factors|possibilities)\b[^,;:—]{0,60}$|(?:we|you) (?:can )?(?:distinguish|divide|"
    r"classify) between\b.{0,60}$)",
    anywhere=r"\b(?:we(?: will|'ll) (?:see|look|discuss|learn|cover|explore)|(?:is|are) (?:below|above|here)$|i(?: have| had| was| am|'ve|'m| decided| wrote| wanted| feel| guess| recommend| find)\b|(?:discussed|described|explained|available|shown|listed|seen|found|covered) "
    r"(?:here|below|above|earlier|later|in (?:the|this) (?:next|previous) \w+)|this (?:link|article|blog post|"
    r"repo|repository|video|tutorial)|click here|stay tuned|as follows|in more detail|read more|"
    r"following (?:diagram|figure|image|picture|code|example|snippet)|(?:diagram|figure|image|picture|graph|chart) "
    r"(?:below|above)|below (?:diagram|figure|image|picture)|our (?:course|newsletter|community))\b",
    announcing=r"(?:\b(?:following|these|below|as follows|this|here|like so|such as|include[sd]?|are|is|"
    r"steps|ways|types|example|code|reasons|would|be)\s*[:：]?\s*$|\b(?:there are|here(?:'s| is| are)|"
    r"let's|the following|consists? of|includes?|are:|divided into|categorized|can be)\b)",
    pronoun=r"(?:it|they|this|that|these|those|he|she|which)(?=['’]| )",
    copula=r"(?:'s|’s|'re|’re|is|are|was|were)\b(?: (?:also|a|an|the|basically|essentially|just|simply|"
    r"mainly|usually|often|typically|generally|commonly|mostly|really|very)\b)?",
    demonstratives=(
        (
            r"(?:this|that) (?!(?:is|was|has|does|can|will|would|could|should|must|might|had|makes?|also|only|just|often|sometimes|then|thus|further|in|not|may|\w+ly)\b)"
            r"(?![\w-]+[^siu]s\b)",
            "the ",
        ),
        (r"(?:these|those) (?=(?:[\w-]+ ){0,2}[\w-]+s\b)", "the "),
    ),
    condition=r"(?:if|unless|when|whenever|once|until)\b",
    background=r"(?:(?:by|using|with) (?=[a-z]+ing\b)|using|as|since|because|although|though|even though|even if|despite|in order to|due to|"
    r"unlike|like|similar to|based on|thanks to|given that|according to|compared to|in addition to|"
    r"depending on|for this|besides|because of|instead of|rather than|regardless of)\b",
    tails=(
        (r",? (?:for example|for instance|e\.g\.?,?|i\.e\.?,?)\s", 0.5),
        (r",? (?:such as|like|including)\s", 1.1),
        (r", (?:which|where|who|after which)\s", 0.9),
        (
            r",? (?:because|due to|thanks to|such that|so that|in order to|instead of|rather than|as opposed to|although|"
            r"though|even though|even if|while|whereas|as well as|along with|regardless of|depending on|based on|"
            r"compared (?:to|with)|unlike|by [a-z]+ing|making|allowing|enabling|ensuring|resulting|especially|"
            r"particularly|or in other words)\b",
            0.9,
        ),
        (
            r", (?:since|as|so|but|and|or|then|yet|thus|thereby|hence|therefore|meaning|making|using|even|similar to|"
            r"not|plus|mainly|mostly|usually|often|typically|if possible|if needed|if necessary|[\w-]+ing|[\w-]+ed)\b",
            1.0,
        ),
        (r",? (?:where|whose|in which|for which|with which|otherwise)\s", 1.3),
        (r", (?:also|sometimes|often|commonly)? ?(?:called|known as|referred to as|termed)\b", 0.6),
        (r" (?:that|which) (?=is|are|was|can|has|have|will|would|could|may|[a-z]+s\b)", 1.5),
        (r" (?:since|as) (?:it|they|we|you|there)\b", 1.0),
        (r" and\b", 1.6),
        (r"\s[—–]\s|—| - ", 0.8),
    ),
    splits=(
        r",? because\s+(?=(?:the|a|an|it|they|each|this|there|[a-z]+s)\b)",
        r";\s+(?:however,? |instead,? |therefore,? |otherwise,? )?",
        r",? (?:while|whereas)\s+",
        r",? but\s+(?:also )?",
        r"\s+[—–]\s+",
        r",\s+(?=(?:improving|reducing|making|allowing|enabling|ensuring|helping|preventing|avoiding|increasing|"
        r"providing|leading|resulting)\b)",
        r",\s+and\s+(?=(?:the|a|it|they|each|this)\b)",
    ),
    preposition=r" (?:for|in|on|by|with|from|at|during|within|across|through|via|over|under|throughout|"
    r"between|among|against|into|before|after|without|upon|per|about|onto|around|along)\s",
    needy=r"(?:\w+ed|acts?|behaves?|feels?|seems?|serves?|made|built|meant|written|found|kept|held|seen|given|done|shown|depend|depends|rely|relies|consist|consists|based|result|results|refer|refers|belong|"
    r"belongs|deal|deals|differ|differs|focus|focuses|work|works|interact|interacts|associated|comes|"
    r"come|used|look|looks|account|accounts|responsible|care|useful|good|better|best|need|needs|is|"
    r"are|be|was|were|not|place|placed|relationship|difference|distinction|distance|swap|switch|"
    r"happen|happens|run|runs|live|lives|reside|resides|stored|written|access|opposed|divided|"
    r"involved|involves|related|interested|comply|cope|begin|begins|start|starts|end|ends|only|"
    r"go|goes|carry|carried|take|takes|lies|lie|stand|stands|set|means|inherit|inherits|"
    r"composed|defined|compare|compared|convert|converted|transform|transformed|split|maps?|and|or|think|"
    r"suited|suitable|known|cares?|points?|pass|passed|turns?|bring|put|fall|falls|hold|keep)",
    finite=r"(?:[a-z]{2,}[^siu']s|is|are|was|were|can|has|have|do|does)\b(?! (?:of|and|or|in)\b)",
    expletive=r"it(?: is|'s|’s| would be| can be| may be| might be| was) (?:also |often |usually |very |not |more )?(?:possible|"
    r"important|necessary|worth|useful|best|better|recommended|good|hard|easy|difficult|common|essential|likely|"
    r"known|desired|nice|clear|helpful|crucial|because|when|easier|advisable|impossible|enough|up to)\b|it depends",
    no_subject=r"(?:i|we|you|there|it|they|this|that|these|those|he|she|one|who|which|what|how|why|let|here|people|"
    r"if|when|as|since|because|although|while)\b",
    fragment=r"(?:if|when|whenever|unless|once|because|since|although|though|while|whereas|after|before|until|so "
    r"that|as if|even if|even though|by [a-z]+ing)\b[^,;:—]*$|(?:where|which|whose|whereby)\b|to (?!.*\b(?:we|you|"
    r"is|are|use)\b)[^,;:—]*$|(?:how|what|why|whether)\b(?!.*\b(?:depends|matters|is determined)\b)[^;:—]*$",
    open_end=r"\b(?:for|by|to|of|with|in|as|from|on|into|is|are|that|can|should|must|will|may|cannot|[a-z]{3,}ing)$",
    more=", etc.",
    rewrites=(
        (
            r"^if you (?:want|need|wish|would like) to ([^,]{4,60}),? (?:then )?(?:(?:you|we) (?:can |should |need to |"
            r"have to |must |could )?)",
            r"To \1, ",
        ),
        (
            r"\b(?:typically|usually|generally|mainly|primarily|often|essentially|especially|graphically) ",
            "",
        ),
        (r"\bin order to\b", "to"),
        (r"\b(can|may|could) be used to ([a-z]+)\b", r"\1 \2"),
        (
            r"(^|: )(?:the |a )?(?:practice|process|act|technique|method|idea|concept) of (?=[a-z]+ing\b)",
            r"\1",
        ),
        (r"\bhelps? us (?=[a-z])", "helps "),
        (r" (?:at all|in general|in practice|in nature)\b", ""),
        (r"\bby using\b", "with"),
        (r"\bwith the help of\b", "with"),
        (r"\bmake sure that\b", "ensure"),
        (r"\bprior to\b", "before"),
        (r"\bin the event (?:that )?", "if "),
        (r"\bin (?:the )?case (?:that |where )", "if "),
        (r"\bfor the purpose of\b", "for"),
        (r"\bthe majority of\b", "most"),
        (r"\ba (?:wide )?(?:variety|range|lot) of\b", "many"),
        (r"\bsuch as\b", "like"),
        (r"\b(?:different|various) (?=kinds|types|ways|parts|versions)", ""),
        (r"^there (?:is|are) (.{4,60}?) (?:that|which) ", r"\1 "),
        (r", and (?=[^,]*$)", " and "),
        (r", or (?=[^,]*$)", " or "),
        (r"\bit is necessary to\b", "you must"),
        (r"\bis going to\b", "will"),
        (r"\bhas to be\b", "must be"),
        (r"\bare going to\b", "will"),
        (r"\bin a way that\b", "so that"),
        (r"\bthat (?:is|are|was|were) (?=[a-z]+ed\b)", ""),
        (r"\bmuch (more|less|faster)\b", r"\1"),
        (r"\bit is possible to\b", "you can"),
        (r"\bis (?:basically|essentially|simply|just|actually)\b", "is"),
        (r"\b(?:basically|essentially|actually|really|obviously|simply|very) ", ""),
        (r"\bdue to the fact that\b", "because"),
        (r"\bthe fact that\b", "that"),
        (r"\ba large number of\b", "many"),
        (r"\ba number of\b", "several"),
        (r"\bhas the ability to\b", "can"),
        (r"\b(?:is|are) able to\b", "can"),
        (r"\bmake use of\b", "use"),
        (r"\bmakes use of\b", "uses"),
        (r"\bas well as\b", "and"),
        (r"\bwhether or not\b", "whether"),
        (r"\bat the same time\b", "at once"),
        (r"\b(is|are) (?:a|an) (?:type|kind|form) of\b", r"\1 a"),
    ),
    verb=r"\b(?:is|are|was|were|can|could|will|would|should|may|might|must|has|have|had|does|do|did|uses|allows?|"
    r"provides?|contains?|makes?|means|helps?|gives?|takes?|creates?|returns?|runs|works|requires?|needs|supports|"
    r"stores|refers?|represents?|describes?|defines?|enables?|ensures?|stands|becomes?|includes?|consists?|lets?|"
    r"keeps?|gets?|adds?|shows|cannot|can't|isn't|aren't|doesn't|don't|won't|isn’t|aren’t|doesn’t|don’t|checks|"
    r"performs?|determines?|applies|handles?|sends?|produces?|improves?|reduces?|increases|prevents?|follows?|"
    r"converts?|tells?|measures|compares?|updates|executes?|calls|generates?|depends?|occurs?|happens?|specif(?:y|ies))"
    r"(?![-\w'’])",
    restating=r"(?:in order )?to [^,]{4,80}?,? (?=(?:we|you|one|it) )|(?:when|if) [^,]{4,80}, (?=\S)",
    cross_reference=r",? \(?as (?:we )?(?:shown|mentioned|described|discussed|seen|explained|stated|noted|saw)(?: in the "
    r"\w+)? ?(?:above|below|earlier|before|here|previously)?\)?",
    vivid=r"(?:imagine|suppose|say\b|consider|picture|think of|let|assume)",
    counted=r"(?:[\w-]+ )?(?:steps?|types?|kinds?|ways?|techniques?|approach(?:es)?|methods?|examples?|points?|things?|rules?|differences?|"
    r"options?|questions?|answers?|sections?|features?|concepts?|code|snippet|output|list|table|image|picture|diagram|figure|"
    r"situations?|cases?|examples?)\b",
    follows=r",? (?:whose|which|that|as follows|(?:in|with|using|by|like|of|from|into|to|through|on) (?:the )?(?:following|these|this|below)|"
    r"like this|as shown|for example|such as|and here)\b[^,]*$",
    purpose=r"(?:the |an? )?(?:[\w-]+ ){0,3}?[\w-]+( (?:to|for|when|in order to) [^,;:]{5,60}?) (?:is|are)\b",
    terse=r"\b(?:the|an?) (?!few\b|lot\b|little\b|more\b|less\b|higher\b|lower\b|same\b|number\b|first\b|only\b)",
    empty=r"\b(?:two|three|four|five|six|seven|eight|ten|several|many|various|multiple|different|a few|some|the "
    r"following|\d+) (?:[\w-]+ ){0,3}(?:steps|types|kinds|ways|parts|phases|forms|categories|reasons|things|rules|"
    r"conditions|methods|approaches|options|versions|components|properties|techniques|props|differences|"
    r"advantages|benefits|features|examples|cases|scenarios|trees|stages|levels|modes|layers|strategies|functions|"
    r"points|principles|questions|attributes|elements|operations|classes|groups|arguments|parameters|concepts)"
    r"(?: (?:of|for|in|to) [^,;:]{1,40})?[.:,]?$",
)

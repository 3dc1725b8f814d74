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
    abbreviations=r"(?:e\.g|i\.e|etc|vs|cf|approx|fig|no|dr|mr|mrs|ms|st|inc|al|resp|viz|eq|sec)",
    opener=r"(?:however|so|also|thus|therefore|hence|moreover|furthermore|additionally|in addition|"
    r"besides|basically|essentially|actually|simply put|in (?:short|other words|fact|general|summary|"
    r"essence|simple terms|simple words|this way|contrast|particular)|finally|lastly|first(?:ly)?|"
    r"second(?:ly)?|third(?:ly)?|next|then|now|well|meanwhile|nevertheless|nonetheless|consequently|"
    r"as a result|on the other hand|on the contrary|conversely|similarly|likewise|overall|generally|"
    r"generally speaking|mathematically speaking|of course|obviously|clearly|note that|"
    r"please note that|it is (?:important|worth|also important|also worth) (?:to note|noting|to "
    r"remember|to mention|mentioning|to understand) that|it should be noted that|"
    r"remember that|keep in mind that|be aware that|this means(?: that)?|that means(?: that)?|"
    r"which means(?: that)?|it means(?: that)?|as you (?:can see|know)|as we (?:can see|know)|as mentioned"
    r"(?: above| before| earlier)?|as the name (?:suggests|implies)|in this (?:case|example|approach|"
    r"method|way)|yes|no|i\.e\.?|that is|that said|for this reason|to (?:sum up|summarize|"
    r"put it simply)|i (?:think|believe|would say)(?: that)?|we know that|you (?:should )?know that|"
    r"let's say|ultimately|importantly|interestingly|fortunately|unfortunately|specifically|instead|"
    r"it is known that|it turns out that|at (?:its|the) core|and|but|or|because|since then)\b(?:,\s*|\s+)",
    example=r"(?:for (?:example|instance|e\.g)|e\.g\.?|as an example|say\b|imagine|suppose|consider\b|"
    r"assume|let(?:'|’)?s (?:say|take|consider|assume|imagine|look)|let us|think of|picture|example\b|"
    r"a (?:good|classic|common|simple|typical) example|an example|one example|another example|"
    r"take\b.{0,40}\bexample|in (?:this|the|our) (?:above |following |previous )?(?:example|case|code|"
    r"snippet)|here,? (?:we|the|you|is|are|it)|if you(?:'re| are) (?:wondering|interested|curious))",
    outside=r"(?:let(?:'|’)s|let me|let us|let's|here(?:'|’)s|here (?:is|are)|in this (?:article|post|"
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
    anywhere=r"\b(?:(?:discussed|described|explained|available|shown|listed|seen|found|covered) "
    r"(?:here|below|above|earlier|later|in (?:the|this) (?:next|previous) \w+)|this (?:link|article|blog post|"
    r"repo|repository|video|tutorial)|click here|stay tuned|as follows|in more detail|read more|"
    r"following (?:diagram|figure|image|picture|code|example|snippet)|(?:diagram|figure|image|picture|graph|chart) "
    r"(?:below|above)|below (?:diagram|figure|image|picture)|self-evident|our (?:course|newsletter|community))\b",
    announcing=r"(?:\b(?:following|these|below|as follows|this|here|like so|such as|include[sd]?|are|is|"
    r"steps|ways|types|example|code|reasons|would|be)\s*[:：]?\s*$|\b(?:there are|here(?:'s| is| are)|"
    r"let's|the following|consists? of|includes?|are:|divided into|categorized|can be)\b)",
    pronoun=r"(?:it|they|this|that|these|those|he|she|which)(?=['’]| )",
    copula=r"(?:'s|’s|'re|’re|is|are|was|were)\b(?: (?:also|a|an|the|basically|essentially|just|simply|"
    r"mainly|usually|often|typically|generally|commonly|mostly|really|very))?",
    demonstratives=(("this", "the"), ("these", "the"), ("that", "the"), ("those", "the"),
                    ("such", "such")),
    condition=r"(?:if|unless|without|when|whenever|once|until|only|while|before|after|in case|given|"
    r"provided|for|in|on|at|with|during|by|under|to)\b",
    background=r"(?:as|since|because|although|though|even though|even if|despite|in order to|due to|"
    r"unlike|like|similar to|based on|thanks to|given that|according to|compared to|in addition to|"
    r"depending on|for this|besides|because of|instead of|rather than|regardless of)\b",
    tails=(
        (r",? (?:such as|like|including|for example|for instance|e\.g\.?,?|i\.e\.?,?)\s", 0.5),
        (r",? (?:which|where|who)\s", 0.9),
        (r",? (?:because|since|as (?:it|they|the|this|we|you)|due to|thanks to)\b", 0.9),
        (r",? (?:so that|so|in order to|making|allowing|enabling|ensuring|helping|leading|"
         r"resulting|causing|giving|providing|reducing|improving|thus|thereby|hence|therefore|meaning|"
         r"while|whereas|although|though|even though|even if|but|and|instead of|rather than|as opposed "
         r"to|as well as|regardless of|along with|compared to|compared with|similar to|depending on|"
         r"based on|using|especially|particularly|even)\b", 1.0),
        (r", [\w-]+(?:ing|ed)\b", 1.0),
        (r"\s?[—–]\s?| - ", 0.8),
    ),
    splits=(r";\s+(?:however,? |instead,? |therefore,? |otherwise,? )?", r",? (?:while|whereas)\s+",
            r",? but\s+(?:also )?", r"\s+[—–]\s+"),
    preposition=r" (?:for|in|on|by|with|from|at|during|within|across|through|via|over|under|throughout|"
    r"between|among|against|into|before|after|without|upon|per|about|onto|around|along)\s",
    needy=r"(?:depend|depends|rely|relies|consist|consists|based|result|results|refer|refers|belong|"
    r"belongs|deal|deals|differ|differs|focus|focuses|work|works|interact|interacts|associated|comes|"
    r"come|used|look|looks|account|accounts|responsible|care|useful|good|better|best|need|needs|is|"
    r"are|be|was|were|not|place|placed|relationship|difference|distinction|distance|swap|switch|"
    r"happen|happens|run|runs|live|lives|reside|resides|stored|written|access|opposed|divided|"
    r"involved|involves|related|interested|comply|cope|begin|begins|start|starts|end|ends|only|"
    r"go|goes|carry|carried|take|takes|lies|lie|stand|stands|set|means|inherit|inherits|"
    r"composed|defined|compare|compared|convert|converted|transform|transformed|split|maps?|and|or|think|"
    r"suited|suitable|known|cares?|points?|pass|passed|turns?|bring|put|fall|falls|hold|keep)",
    rewrites=(
        (r"\bin order to\b", "to"),
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
    verb=r"\b(?:is|are|was|were|can|could|will|would|should|may|might|must|has|have|had|does|do|did|"
    r"uses?|allows?|provides?|contains?|makes?|means?|helps?|gives?|takes?|creates?|returns?|runs?|"
    r"works?|requires?|needs?|supports?|stores?|refers?|represents?|describes?|defines?|enables?|"
    r"ensures?|stands?|becomes?|includes?|consists?|lets?|keeps?|gets?|adds?|shows?)\b",
    question=r"(?:what|why|how|when|where|which|who|does|do|is|are|can|should|would|could|will|did|have)\b",
)

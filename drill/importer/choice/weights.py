"""Every threshold and weight of the choice, by what it tells apart."""

# How well a reading explains the document.

COVERAGE_EXPONENT = 0.7
"""Below 1: half the document explained is worth more than half, for prefaces are no fault."""
FEW = 0.5
"""Added to the count below the line: a single start explains less than three of the same."""
LABELLED_BONUS = 0.25
"""Labels say what they are: worth a quarter more than asking alone."""
NUMBERED = 0.9
"""The least share of numbered folds whose numbers count: authors forget a few."""
REGULAR_BASE = 0.8
"""What numbers that jump are worth: they count something else, such as steps."""
REGULAR_BONUS = 0.4
"""What is added for numbers that count up by one, or begin again: they count the questions."""
LISTED_BONUS = 0.2
"""What is added where the table of contents lists the same titles."""
STRUCTURED_LEAST = 1 / 3
"""The share of uniform starts that must ask, to take all of them: the others are topics."""
STRUCTURED_ANSWERED = 0.8
"""The share of uniform starts that must be answered for it: topics of questions have answers."""
STRUCTURED_MOST = 2 / 3
"""The least share that must surely ask where answers are missing, to take the others too."""
STRUCTURED_COUNT = 3
"""The least starts of a structure: two alike may be chance."""
STRUCTURED_WORTH = 0.9
"""What such a start is worth: nearly one that asks, so that labels and questions come first."""
EXPLICIT_WORTH = 1.0
"""What a start is worth whose markup alone makes it a question."""
LOST_LABEL = 1.0
"""What a reading pays for each labelled question inside its answers."""
LOST_QUESTION = 0.4
"""The same for what only asks, there or between: answers ask now and then themselves."""
LOST_SURE = 0.85
"""How much a title must read like a question, to be lost rather than a part of an answer."""
HALF_ANSWERED = 0.75
"""What a reading is worth of which half has answers and half none, as where starts are doubled."""
FOLDED_AWAY = 0.9
"""What a start loses inside a fold that says "Answer": there stand the parts of answers."""
WITH_OPTIONS = 0.9
"""How much a start asks that has options below it, or an entry in a key, whatever its title."""
OPTIONS_TWICE = 2
"""The most runs of options of one question: an answer may repeat them with remarks."""
NEAR_TIE = 0.03
"""Readings that differ by no more are as good: the one with more starts loses fewer questions."""

# Whether a reading is one of questions at all.

SELECTED = 1 / 3
"""The least share of what is marked alike that must be among the starts: where two of three bold
lines are something else, bold type does not mark questions."""
LABELLED = 0.5
"""The share of labels from which on a reading is one of labels."""
LABELLED_COVERAGE = 0.2
"""The least that labels must explain: a form with one "Question:" is no list of questions."""
LABELLED_PAIRS = 8
"""From so many questions with labelled answers on, a document has a list of them, however much
else it has: a form or a template shows one or two."""
NAMED_ASKING = 0.25
"""How much must be asked in a document whose title names questions: topics are then meant."""
NAMED_PLAIN_ASKING = 1 / 3
"""The same where nothing marks the headings: articles on one question ask now and then."""
PLAIN_ASKING = 0.8
"""The same for headings that nothing marks: manuals ask in some of their headings too."""
MARKED_ASKING = 0.5
"""The same where numbers or bold type mark the starts."""
UNNAMED_SURE = 1 / 3
"""The share that must surely ask, by a question mark or options, where no title names questions:
words such as "define" or "when" begin steps and rules too."""
COUNTED_SURE = 0.4
"""The same share in one run of numbers with answers, from which on a third must ask at all: the
others are tasks in whatever words, while guides ask in their first headings alone."""
NAMED_COVERAGE = 0.2
"""The least that a reading must explain of a document whose title names questions."""
COVERAGE = 0.4
"""The same of any other: a manual with a short FAQ is a manual."""
ANSWERED = 0.5
"""The share of questions with text below them, from which on a document answers its questions."""
BARE_COVERAGE = 0.7
"""How much must be explained where they have none: a checklist that asks is a part of a text."""
UNANSWERED = 8
"""The same is asked of fewer questions where a title names an interview, but lists no questions."""
FEW_COVERAGE = 0.7
"""How much one or two questions must explain of a document, where there are no more."""
FEW_NAMED_COVERAGE = 0.3
"""The same where its title names questions."""
PROSE_COVERAGE = 0.5
"""The least that asking paragraphs must explain: rhetorical questions open sections."""
PROSE_BLOCKS = 5
"""The most blocks an asking paragraph may have below it, on average: then it is an essay."""
PROSE_NAMED_BLOCKS = 8
"""The same where the title names questions."""
PROSE_LISTED = 0.8
"""The least share of asking paragraphs in the contents that makes them headings, not prose."""
EXPLICIT_COUNT = 2
"""The least starts of an explicit reading."""

TOPICS = 4
"""The least folds that are topics with what to say on them, though none asks."""
TOPICS_COVERAGE = 0.7
"""How much of the document they must explain: others fold away what is long."""
TOPICS_TOLD = 0.8
"""The least share of them that must have a text: folds of links are a catalogue."""

ASKED_ELSEWHERE = 0.03
"""How much may be asked outside the sections headed "Questions", by their own number."""

# What of the document a reading leaves over.

REST_LINES = 3
"""The least lines of content between questions in which others are looked for."""
REST_DEPTH = 12
"""How often a part that is left over is searched for more."""
REST_KNOWN = 0.5
"""The share of titles that are questions already, from which on a part is a list of contents."""
REST_LABELLED = 0.8
"""The share of labels that makes a part one of questions whatever it asks."""
REST_ASKING = 0.75
"""How much a part without labels must ask: it has no title of its own to vouch for it."""
REST_COVERAGE = 0.5
"""How much a part must explain of where it stands."""
REST_MANY = 6
"""From so many questions on, it is enough that they stand close together."""
REST_DENSE = 0.8
"""How close: the share of the lines from the first to the last that are theirs."""
TAIL_LINES = 6
"""The least lines of a last answer that may hold more questions in another form."""
TAIL_LONGER = 3
"""By how many times it must be longer than the answers before."""

# Where an answer ends.

BELOW = 0.3
"""The share of items with text below them, from which on answers stand below their items."""
IN_TURN = 0.5
"""The least share of questions followed by an item that does not ask, to read such items as
answers. Below it an item between two questions belongs to neither."""
USUAL_LEVEL = 0.1
"""The share of starts a level must have to be one of the questions' levels."""
COUNTED = 3
"""The least numbered or labelled questions that make a heading without a number their end."""
ALIKE = 4
"""The least questions that say how the last one ends."""
PARTED = 0.8
"""The share of answers that must end with a rule, to read the last rule as such an end."""

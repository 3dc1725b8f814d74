"""The thresholds and weights of the choice, each with its reason."""

# The score of a reading.

COVERAGE_EXPONENT = 0.7
"""Below 1: explaining half the document scores more than half, because prefaces are no fault."""
FEW = 0.5
"""Added to the denominator: a single start scores less than three alike."""
LABELLED_BONUS = 0.25
"""The bonus of labelled starts, which are explicit, over starts that only ask."""
NUMBERED = 0.9
"""The least share of numbered folds or labels for their numbers to count; authors forget a few."""
REGULAR_BASE = 0.8
"""The weight of irregular numbers, which count something else, such as steps."""
REGULAR_BONUS = 0.4
"""The bonus of numbers that count up by one or restart: they count the questions."""
LISTED_BONUS = 0.2
"""The bonus if the table of contents lists the same titles."""
STRUCTURED_LEAST = 1 / 3
"""The least share of uniform starts that ask, to take all of them; the others are topics."""
STRUCTURED_ANSWERED = 0.8
"""The least share of uniform starts with an answer, to take all of them."""
STRUCTURED_MOST = 2 / 3
"""The least share of uniform starts that surely ask, to take all of them without answers."""
STRUCTURED_HALF = 0.5
"""The least share of uniform starts that ask, where fewer have an answer than that."""
HALF_ASKED_ANSWERED = 0.75
"""The least share of such starts with an answer."""
STRUCTURED_COUNT = 3
"""The fewest uniform starts; two alike may be chance."""
STRUCTURED_WORTH = 0.9
"""The weight of a uniform start: slightly less than one that asks."""
EXPLICIT_WORTH = 1.0
"""The weight of a start that is a question by its markup alone."""
LOST_LABEL = 1.0
"""The penalty for each labelled question, or run of options, inside the answers of a reading."""
SECTIONS = 1 / 3
"""The largest share of starts that head sections of labelled questions; these questions are read
apart, not lost."""
LOST_QUESTION = 0.4
"""The penalty for each unlabelled question inside or between answers, which may ask too."""
LOST_PEER = 1.5
"""How much more a lost heading counts that asks at the level of all starts: some of one author's
questions have a label or a number, others have none."""
LOST_SURE = 0.85
"""The least likelihood of a title that counts as a lost question, not as part of an answer."""
HALF_ANSWERED = 0.75
"""The weight of a reading with answers to only half of its starts, such as doubled starts."""
TOPICS_OF_QUESTIONS = 0.5
"""The penalty of a start with only questions below: a topic, which other readings divide."""
HEADED_QUESTIONS = 2
"""The fewest questions below such a start."""
ONLY_QUESTIONS = 0.6
"""Their least share of the lines below it; titles of groups stand there too."""
FOLDED_AWAY = 0.9
"""The penalty of a start inside a fold titled "Answer", which holds parts of answers."""
WITH_OPTIONS = 0.9
"""The likelihood of a start with options or an entry in a key, whatever its title."""
OPTIONS_TWICE = 2
"""The most runs of options of one question: an answer may repeat them with remarks."""
NEAR_TIE = 0.03
"""The most difference between equal readings, of which the one with more starts wins."""
UNIFORM_TIE = 0.09
"""The same for one with all starts of the best, if most ask and are answered: the form as a whole,
whose other starts are topics."""
UNIFORM_ASKING = 0.75
"""The least share of its starts that must ask: parts of answers ask less often."""

# The decision whether a reading consists of questions.

SELECTED = 1 / 3
"""The least share of uniform markup that must be among the starts: if two of three bold lines are
something else, bold type does not mark questions."""
LABELLED = 0.5
"""The least share of labelled starts that makes a reading a labelled one."""
LABELLED_COVERAGE = 0.2
"""The least coverage of labels: a form with one "Question:" is not a list of questions."""
LABELLED_PAIRS = 8
"""The fewest questions with labelled answers that make a list in any document; a form or a template
shows one or two."""
NAMED_ASKING = 0.25
"""The least share that asks if the title names questions: topics count then."""
NAMED_PLAIN_ASKING = 1 / 3
"""The same for unmarked headings: articles on one question ask now and then."""
PLAIN_ASKING = 0.8
"""The least share of unmarked headings that ask without such a title: manuals ask too."""
MARKED_ASKING = 0.5
"""The least share of numbered or bold starts that ask without such a title."""
UNNAMED_SURE = 1 / 3
"""The least share that surely asks, by a question mark or options, if no title names questions:
words such as "define" or "when" begin steps and rules too."""
TASKS = 0.5
"""The least share of verbs such as "explain", which hardly begin a statement, to be as sure of them
as of question marks."""
TASKS_COUNT = 3
"""The fewest such verbs."""
REGULAR = 0.9
"""The least regularity of numbers that count the questions of a document."""
REGULAR_COVERAGE = 0.7
"""The least coverage of such a count, or of titles in the contents, if only a third of them ask."""
THROUGHOUT = 0.2
"""The least share of their second half that asks: guides ask only in their first headings."""
ALIKE_COUNT = 5
"""With fewer starts, `FEW_SURE` is required without such a title."""
FEW_SURE = 0.5
"""The least share of a few starts that surely asks: notes on one subject have such headings."""
WORDED = 0.4
"""The least share of different headings that ask in words; the others are topics."""
WORDED_OF_ALL = 1.1
"""The least sum of that share and of the coverage: where fewer ask, they must be all there is."""
DIFFERENT = 0.8
"""The least share of different titles among them: notes that repeat "What is it?" below each topic
are no questions."""
SECTION_SURE = 0.5
"""The least share that surely asks in a section on interviews or exams; tips for them do not."""
NAMED_COVERAGE = 0.2
"""The least coverage of a document whose title names questions."""
COVERAGE = 0.4
"""The least coverage of any other document: a manual with a short FAQ is a manual."""
ANSWERED = 0.5
"""The least share of questions with text below, in a document that answers them."""
BARE_COVERAGE = 0.6
"""The least coverage without answers: a checklist that asks is part of a text."""
SHARED_OUT = 0.9
"""The least coverage of starts that share out a document."""
ASKED_BELOW = 0.5
"""The most questions in the text of such a start; with more, the starts are chapters."""
UNANSWERED = 8
"""With fewer unanswered questions, `BARE_COVERAGE` applies even if a title names an interview."""
FEW_COVERAGE = 0.7
"""The least coverage of a document with one or two questions."""
FEW_NAMED_COVERAGE = 0.3
"""The same if its title names questions."""
PROSE_COVERAGE = 0.5
"""The least coverage of asking paragraphs; an essay opens sections with rhetorical questions."""
PROSE_BLOCKS = 5
"""The most blocks below an asking paragraph, on average; with more it is an essay."""
PROSE_NAMED_BLOCKS = 8
"""The same if the title names questions."""
LISTED_MOST = 0.8
"""The least share of starts in the contents that makes them all that the document is about."""
EXPLICIT_COUNT = 2
"""The fewest starts of an explicit reading."""

TERMS = 6
"""The fewest terms of a document that does not say it is a glossary."""
TERMS_COVERAGE = 0.8
"""Their least coverage of the document: lists of features and settings are between prose."""
TOPICS = 4
"""The fewest folded topics that count as questions although none asks."""
TOPICS_COVERAGE = 0.7
"""The least coverage of folded topics: other documents fold long text."""
TOPICS_TOLD = 0.8
"""The least share of topics with a text: headings alone, or folds of links, are a catalogue."""

ASKED_ELSEWHERE = 0.03
"""The most questions outside the sections headed "Questions", as a share of those inside."""

# The parts of the document outside the best reading.

REST_LINES = 3
"""The fewest lines of content between questions to search for others."""
REST_DEPTH = 12
"""The most times that a remaining part is searched for further parts."""
REST_KNOWN = 0.5
"""The least share of titles that are already questions, in a list of contents, or links to other
documents, in a list of sources."""
REST_LABELLED = 0.8
"""The least share of labelled starts in a part, whatever it asks."""
REST_ASKING = 0.75
"""The least share that asks in a part without labels: no title vouches for it."""
REST_COVERAGE = 0.5
"""The least coverage of a part."""
REST_MANY = 6
"""The fewest questions of a part that need not cover it if they are close together."""
REST_DENSE = 0.8
"""The least share of their own lines between the first and the last of them."""
REST_COUNTED = 10
"""The fewest items that continue the numbers of the questions above, if none of them asks."""
TAIL_LINES = 6
"""The fewest lines of a last answer to search for questions in another form."""
TAIL_LONGER = 3
"""The least length of that last answer, as a multiple of the others."""

ALL_ASK = 0.8
"""The least share of questions that ask, to take sections of lines that do not for tips or links
beside them."""

# The end of an answer.

HEADED = 0.4
"""The most starts with a plain line right above that may head sections: more such lines answer."""
ANSWERED_ITEMS = 0.9
"""The least share of items with an answer, to take the text below a section's last item for one."""
BELOW = 0.3
"""The least share of items with text below, if answers are below their items."""
IN_TURN = 0.5
"""The least share of questions followed by an item that does not ask, to read such items as
answers. With less, an item between two questions belongs to neither."""
USUAL_LEVEL = 0.1
"""The least share of starts at a level of questions."""
TITLED = 0.8
"""The least share of questions, from the first to the last, with a heading of a higher level right
below them that makes such headings the titles of answers."""
COUNTED = 3
"""The fewest numbered or labelled questions that end at a heading without a number."""
ALIKE = 4
"""The fewest questions from which to infer the end of the last one."""
PARTED = 0.8
"""The least share of answers that end with a rule, to read the last rule as an end."""

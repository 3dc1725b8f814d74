"""CSV, TSV, Quizlet's export and Anki's text, as other programs write them."""

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.importer.formats.cards import Cards
from drill.importer.formats.delimited import looks_delimited, read_delimited
from drill.model import KeyPoint, Option


def pairs(cards: Cards) -> list[tuple[str, str | None]]:
    return [(card.question, card.answer) for card in cards.cards]


def test_pairs_between_semicolons_and_pairs_without_an_answer_are_rows() -> None:
    text = "port\ta number, or\na name;host\ta computer;net\t"
    wanted = [("port", "a number, or\na name"), ("host", "a computer"), ("net", None)]
    assert looks_delimited(text)
    assert pairs(read_delimited(text, "x.txt")) == wanted
    assert looks_delimited("port\ta number\nhost\t\nnet\t\n")


def test_quoted_cells_may_contain_delimiters_quotation_marks_and_line_ends() -> None:
    text = (
        "question,answer,tags\n"
        '"What does ""use strict"" do?","It forbids, among others:\n\n- silent errors",js strict\n'
        "What is hoisting?,Declarations move up.,js\n"
    )
    cards = read_delimited(text, "x.csv")
    assert pairs(cards) == [
        ('What does "use strict" do?', "It forbids, among others:\n\n- silent errors"),
        ("What is hoisting?", "Declarations move up."),
    ]
    assert [(card.first, card.last, card.tags) for card in cards.cards] == [
        (2, 4, ("js", "strict")),
        (5, 5, ("js",)),
    ]


@pytest.mark.parametrize(
    "header",
    ["Frage;Antwort", "Front;Back", "Pregunta;Respuesta", "問題;答え", "Term;Definition", "Q;A"],
)
def test_a_header_is_recognised_in_several_languages(header: str) -> None:
    assert pairs(read_delimited(f"{header}\nWhat is a port?;A number\n", "x.csv")) == [
        ("What is a port?", "A number")
    ]


def test_without_a_header_the_first_row_is_a_question() -> None:
    assert pairs(read_delimited("What is a port?,A number\nWhat is IP?,A protocol\n", "x.csv")) == [
        ("What is a port?", "A number"),
        ("What is IP?", "A protocol"),
    ]


def test_quizlet_exports_are_read_without_quoting_and_over_several_lines() -> None:
    text = (
        '"strict" mode?\tForbids "silent" errors\n'
        "Event loop\tTakes tasks\nfrom a queue\nNaN\tNo number\n"
    )
    assert pairs(read_delimited(text, "x.txt")) == [
        ('"strict" mode?', 'Forbids "silent" errors'),
        ("Event loop", "Takes tasks\nfrom a queue"),
        ("NaN", "No number"),
    ]


def test_a_stray_quotation_mark_affects_only_its_own_row() -> None:
    text = 'question,answer\n"Open what?,it stays open\nWhat is b?,"b, c"\nWhat is d?,e\n'
    assert pairs(read_delimited(text, "x.csv"))[1:] == [
        ("What is b?", "b, c"),
        ("What is d?", "e"),
    ]


def test_the_columns_of_a_multiple_choice_become_options() -> None:
    text = (
        "Question,A,B,C,Correct,Explanation,Topic,Difficulty\n"
        'Sum of 2 and 2?,3,4,5,B,"Count, please","Math, Basics",Easy\n'
    )
    (card,) = read_delimited(text, "x.csv").cards
    assert card.options == (Option("3"), Option("4", correct=True), Option("5"))
    assert (card.answer, card.tags, card.difficulty) == (
        "Count, please",
        ("Math", "Basics"),
        "easy",
    )


SPREADSHEETS = {
    "kahoot": (
        "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,"
        "Time limit (sec) – 5 or 10,Correct answer(s) - choose one\nWhich is even?,1,2,20,2\n"
    ),
    "title": (
        'Import Template,,,,,\nQuestion #,Question Text,"Answer 1\n(Optional)",Answer 2,Time Limit,'
        "Correct Answer(s)\n1,Which is even?,1,2,20,2\n"
    ),
    "stem": "id,pytanie,odpA,odpB,poprawna\n1,Which is even?,1,2,\n",
    "text": "Question,Option 1,Option 2,Correct\nWhich is even?,1,2,2\nWhich is red?,x,rose,rose\n",
}


@pytest.mark.parametrize("name", SPREADSHEETS)
def test_spreadsheets_of_quiz_programs_become_multiple_choice(name: str) -> None:
    card = read_delimited(SPREADSHEETS[name], "x.csv").cards[0]
    assert card.options == (Option("1"), Option("2", correct=name != "stem"))
    assert (card.question, card.answer) == ("Which is even?", None)


ONE_CELL = {
    "json": '"[""red"", ""a \\""rose\\""""]"',
    "python": '"[\'red\', \'a ""rose""\']"',
    "lines": '"A) red\nB) a ""rose"""',
    "object": '"{""A"": ""red"", ""B"": ""a \\""rose\\""""}"',
    "pipes": '"red | a ""rose"""',
}


@pytest.mark.parametrize("name", ONE_CELL)
def test_one_cell_may_list_all_options(name: str) -> None:
    text = f"questionText,options,correctAnswer\nWhich?,{ONE_CELL[name]},red\n"
    (card,) = read_delimited(text, "x.csv").cards
    assert card.options == (Option("red", correct=True), Option('a "rose"'))
    assert card.answer is None


@pytest.mark.parametrize(
    ("named", "first", "second", "expected"),
    [
        ("correctIndex", 0, 1, ["rose", "rose"]),
        ("correctIndex", 1, 1, ["x", "rose"]),
        ("answer", 0, 1, ["rose", "rose"]),
        ("correct_option", 2, 1, ["x", "x"]),
        ("correct", "x", "rose", ["x", "rose"]),
        ("correct", "a", "b", ["rose", "rose"]),
    ],
)
def test_numbers_letters_or_texts_say_which_option_is_right(
    named: str, first: object, second: object, expected: list[str]
) -> None:
    text = f"prompt,option1,option2,{named}\nSum?,rose,x,{first}\nRed?,x,rose,{second}\n"
    cards = read_delimited(text, "x.csv").cards
    assert [option.text for card in cards for option in card.options if option.correct] == expected


@pytest.mark.parametrize(
    ("cell", "answer", "options"),
    [
        ('"[""caf\\u00e9"", ""a\\nb""]"', "café", ["+café", "a\nb"]),
        ('"[12, 15, 20]"', "15", ["12", "+15", "20"]),
        ("['a'] | ('b') | x", "x", []),
        ('"vim, nano"', "Emacs", []),
        ("[" * 5000, "x", []),
    ],
)
def test_a_cell_of_options_is_read_as_written_or_left_in_the_answer(
    cell: str, answer: str, options: list[str]
) -> None:
    (card,) = read_delimited(f"question,options,answer\nWhich?,{cell},{answer}\n", "x.csv").cards
    assert [("+" if one.correct else "") + one.text for one in card.options] == options
    assert (card.answer is None) == bool(options)


def test_a_number_counts_the_columns_of_options_also_the_empty_ones() -> None:
    text = "question,A,B,C,correct index\nWhich?,,b,c,2\nWho?,a,b,c,3\n"
    cards = read_delimited(text, "x.csv").cards
    right = [[one.text for one in card.options if one.correct] for card in cards]
    assert right == [["b"], ["c"]]


def test_a_passage_that_questions_share_stays_and_so_does_a_row_about_what_is_optional() -> None:
    passage = "Rain fell on the town for a week and nobody went out."
    rows = "".join(f"{passage},What fell on day {n}?,rain,snow,rain\n" for n in range(3))
    cards = read_delimited(f"passage,question,option1,option2,answer\n{rows}", "x.csv").cards
    assert cards[0].answer == f"**passage:** {passage}"
    text = "question,answer\nWhat may (optional) mean?,It may lack (optional)\n"
    assert len(read_delimited(text, "x.csv").cards) == 1
    text = "category,clue,answer\nCats,A big cat,Lion\nDogs,A small dog,Pug\n"
    assert "Lion" in str(read_delimited(text, "x.csv").cards[0].answer)


def test_a_cell_of_options_may_be_prose_and_a_question_may_have_a_topic() -> None:
    text = (
        "question,question_topic,options,answer\n"
        'Where is it?,place,"in the box, on the table",It moves.\nWhy?,cause,[,So it is.\n'
    )
    cards = read_delimited(text, "x.csv").cards
    assert [(card.question, card.answer, card.tags, card.options) for card in cards] == [
        ("Where is it?", "It moves.\n\nin the box, on the table", ("place",), ()),
        ("Why?", "So it is.\n\n[", ("cause",), ()),
    ]


def test_what_a_quiz_table_holds_for_its_program_is_left_out() -> None:
    text = (
        "question_order,kind,question_text,Option 1,Option 2,Correct Answer,hint,Points,xp,Set\n"
        "Order,(required),Text (required),A (required),B (optional),Number,,,,\n"
        "1,mcq,Which is even?,odd,even,2,Halve it,5,10,one\n"
        "2,pair,Which is odd?,odd,even,1,,5,20,one\n"
        "3,mcq,Which is prime?,seven,six,1,,5,10,one\n"
    )
    cards = read_delimited(text, "x.csv").cards
    assert [(card.question, card.answer, card.hint, card.points) for card in cards] == [
        ("Which is even?", None, "Halve it", ()),
        ("Which is odd?", None, "", ()),
        ("Which is prime?", None, "", ()),
    ]


def test_wrong_options_may_have_columns_of_their_own() -> None:
    text = "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\nSum?,4,3,5\n"
    (card,) = read_delimited(text, "x.csv").cards
    assert card.options == (Option("4", correct=True), Option("3"), Option("5"))


def test_alike_columns_are_no_options_unless_one_says_which_is_right() -> None:
    text = "Word,Meaning,Example 1,Example 2\nport,a number,ssh,web\n"
    (card,) = read_delimited(text, "x.csv").cards
    assert card.answer == "a number\n\n**Example 1:** ssh\n\n**Example 2:** web"


def test_a_column_of_tags_makes_the_first_row_a_header() -> None:
    text = "Text,Author,Tags\nKnow thyself,Thales,wisdom life\nTime flies,Virgil,time\n"
    assert pairs(read_delimited(text, "x.csv")) == [
        ("Know thyself", "Thales"),
        ("Time flies", "Virgil"),
    ]
    text = "Name,Answer,Tags,Seen\nWhat is a port?,A number,net,May 1\n"
    assert pairs(read_delimited(text, "x.csv")) == [
        ("What is a port?", "A number\n\n**Seen:** May 1")
    ]


def test_line_breaks_written_as_backslash_n_are_read_unless_they_are_words() -> None:
    text = "question\tanswer\nLayers?\tTwo:\\n\\n- `\\n`\\n- $\\nu$\nWhat is \\n?\tA line break\n"
    assert pairs(read_delimited(text, "x.tsv")) == [
        ("Layers?", "Two:\n\n- `\\n`\n- $\\nu$"),
        ("What is \\n?", "A line break"),
    ]


def test_other_columns_follow_the_answer_with_their_names() -> None:
    text = (
        "No.,Question,Answer,Source,Key points\n"
        "1,What is a port?,A number,RFC 793,16 bits; no host\n"
    )
    (card,) = read_delimited(text, "x.csv").cards
    assert card.answer == "A number\n\n**Source:** RFC 793"
    assert card.points == (KeyPoint("16 bits"), KeyPoint("no host"))


def test_words_in_angle_brackets_are_text_without_an_end_tag() -> None:
    text = "question,answer\nWhat is <div>?,A <b>block</b>.<br>No more.\n"
    imported = import_document(text.encode(), "x.csv")
    (question,) = imported.deck.questions
    assert (question.text, question.answer) == ("What is `<div>`?", "A **block**.  \nNo more.")


ANKI = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
    "#tags column:6\n"
    "a1\tBasic\tWork::DB\tWhat is a <b>B-tree</b>?\tA balanced tree<br>with children"
    "\tdb db::index\n"
    "a2\tBasic\tWork::Math\tSlope of \\(x^2\\)?\t\\[2x\\] &lt; [$]y[/$]\t\n"
    "a3\tCloze\tWork::DB\t{{c1::Paris::city}} lies in {{c2::France}}.\tOn the Seine.\tgeo\n"
)


def test_ankis_notes_in_plain_text_keep_html_math_decks_tags_and_gaps() -> None:
    cards = read_delimited(ANKI, "notes.txt")
    assert cards.title == "Work"
    assert pairs(cards) == [
        ("What is a **B-tree**?", "A balanced tree  \nwith children"),
        ("Slope of $x^2$?", "$$2x$$ < $y$"),
        ("[city] lies in France.", "Paris\n\nOn the Seine."),
        ("Paris lies in […].", "France\n\nOn the Seine."),
    ]
    assert [card.tags for card in cards.cards] == [
        ("DB", "db", "db::index"),
        ("Math",),
        ("DB", "geo"),
        ("DB", "geo"),
    ]


def test_ankis_export_without_html_is_plain_text() -> None:
    text = "#separator:tab\n#html:false\nWhat is <p> & __init__?\t\\(x\\) * y\n"
    assert pairs(read_delimited(text, "x.txt")) == [
        ("What is `<p>` & \\_\\_init\\_\\_?", "$x$ * y")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date,amount,region\n2020-01-01,5,north\n2020-01-02,6,south\n", "no column is named"),
        ("one\ntwo\nthree\n", "the rows have one column"),
        ("a,b\n" * 10_002, "10,002 rows are more than a deck may have (10,000)"),
    ],
)
def test_a_table_of_data_is_refused(text: str, message: str) -> None:
    with pytest.raises(DrillError, match=r"x\.csv: ") as refusal:
        read_delimited(text, "x.csv")
    assert message in refusal.value.message


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "size"),
    [(b"word " * 2_000_000, "9,999,999"), (b"<b>a<br>" * 1_250_000, "12,500,000")],
    ids=["words", "tags"],
)
def test_a_cell_of_ten_megabytes_is_refused_with_its_line(cell: bytes, size: str) -> None:
    data = b'question,answer\nWhat is x?,"' + cell + b'"\n'
    with pytest.raises(DrillError, match=rf"x\.csv:2: a text of {size} characters"):
        import_document(data, "x.csv")


def test_utf_16_and_a_byte_order_mark_are_read() -> None:
    text = "question;answer\nWhat is café?;A place\nWhat is b?;c\n"
    for data in (b"\xff\xfe" + text.encode("utf-16-le"), b"\xef\xbb\xbf" + text.encode()):
        questions = import_document(data, "x.csv").deck.questions
        assert [question.text for question in questions] == ["What is café?", "What is b?"]


def test_prose_and_markdown_do_not_look_delimited() -> None:
    assert looks_delimited("Heap\tA tree\nTrie\tA tree too\n")
    assert looks_delimited("Front,Back\nHeap,A tree\n")
    assert looks_delimited("Frage;Option 1;Option 2\nHeap;A tree;No tree\n")
    assert not looks_delimited("# Notes\n\nHeap\tA tree\nTrie\tA tree too\n")
    assert not looks_delimited("Some words, and more.\nAnd others, too.\n")
    assert not looks_delimited("\tindented\n\tcode\n")


def test_ankis_cards_in_plain_text_repeat_no_front() -> None:
    text = "#separator:tab\n#html:true\nWhat is b?\tWhat is b?<br><hr id=answer>a <i>letter</i>\n"
    assert pairs(read_delimited(text, "x.txt")) == [("What is b?", "a *letter*")]


def test_an_option_that_a_table_repeats_stands_once() -> None:
    header = "Question,Answer1,Answer2,Answer3,Correct\n"
    text = header + "Which sound?,.,.,.,1\nWhich hue?,red,red,blue,3\n"
    cards = read_delimited(text, "x.csv").cards
    assert [card.options for card in cards] == [(), (Option("red"), Option("blue", correct=True))]
    assert [card.answer for card in cards] == ["1\n\n.\n\n.\n\n.", None]

"""Lines that the author ended, titles without emphasis, and labels that need their list."""

from drill.points.proposing import propose


def points(answer: str, question: str = "How does it work?") -> list[str]:
    return [point.text for point in propose(question, answer)]


def test_lines_that_the_author_ended_are_not_run_together() -> None:
    answer = (
        "Read models run faster, because they need no joins\n"
        "Old entries can move to a cheaper store\n"
        "Every write goes to the log first, and the log is read by all the models that need it\n"
    )

    assert points(answer)[:2] == [
        "Read models run faster, because they need no joins",
        "Old entries can move to a cheaper store",
    ]


def test_lines_that_only_wrap_are_one_sentence() -> None:
    answer = (
        "The cleaner of a store that belongs to\n"
        "Postgres removes old rows. A row is old\n"
        "once no transaction can see it any more.\n"
    )

    assert points(answer) == [
        "The cleaner of a store that belongs to Postgres removes old rows",
        "A row is old once no transaction can see it any more",
    ]


def test_a_short_line_above_a_longer_one_is_a_title() -> None:
    answer = (
        "mode=0 (round robin)\nThe packets leave by all cables in turn, whatever their load.\n\n"
        "mode=1 (backup)\nOnly one cable is in use until it breaks for some reason.\n"
    )

    assert points(answer, "Which modes are there?") == [
        "mode=0: The packets leave by all cables in turn, whatever their load",
        "mode=1: Only one cable is in use until it breaks for some reason",
    ]


def test_lines_that_begin_with_pictures_are_items() -> None:
    answer = "The store keeps a log.\n📌 Entries go to the end\n📌 Nothing is ever changed\n"

    assert points(answer) == [
        "The store keeps a log",
        "Entries go to the end",
        "Nothing is ever changed",
    ]


def test_items_that_end_in_a_semicolon_are_not_code() -> None:
    answer = (
        "- Выполняется на стороне сервера;\n- Не зависит от протокола запроса;\n- `int x = 1;`\n"
    )

    assert points(answer)[:2] == [
        "Выполняется на стороне сервера",
        "Не зависит от протокола запроса",
    ]


def test_numbers_that_name_an_item_stay() -> None:
    answer = (
        "- 200-299. The request worked\n- 300-399. The page is elsewhere\n"
        "- 400-499. The question was wrong\n"
    )

    assert points(answer, "What do the codes mean?") == [
        "200-299: The request worked",
        "300-399: The page is elsewhere",
        "400-499: The question was wrong",
    ]


def test_a_label_that_several_lists_have_takes_the_name_of_its_list() -> None:
    answer = (
        "1. **Engine**\n   - Purpose: moves the rows of a query from host to host\n"
        "   - Runs on: every host that holds rows of the table\n"
        "2. **Planner**\n   - Purpose: orders the joins by the rows that they give\n"
        "   - Runs on: one host that the others choose when they start\n"
    )

    assert points(answer, "Which parts does it have?") == [
        "Engine moves the rows of a query from host to host",
        "Engine, runs on: every host that holds rows of the table",
        "Planner, purpose: orders the joins by the rows that they give",
        "Planner, runs on: one host that the others choose when they start",
    ]


def test_an_answer_of_lettered_options_has_no_points() -> None:
    assert (
        points("Which is right?\n\n- A The log grows\n- B The log shrinks\n- C Neither of both\n")
        == []
    )


def test_items_behind_dashes_on_one_line_are_items() -> None:
    answer = "Fast, as all is in memory - Made for reports - No rows are kept - Reads whole columns"

    assert points(answer) == [
        "Fast, as all is in memory",
        "Made for reports",
        "No rows are kept",
        "Reads whole columns",
    ]


def test_a_label_stays_with_a_subject_that_a_cut_could_take() -> None:
    answer = (
        "- **Near store:** pode ter entradas novas e antigas (sem limite de tempo), serve como "
        "base para todas as outras lojas.\n- **Far store:** guarda as entradas antigas.\n"
    )

    assert points(answer, "O que são near stores e far stores?")[0] == (
        "Near store: pode ter entradas novas e antigas, serve como base para todas as outras lojas"
    )


def test_numbered_items_on_one_line_are_items_without_what_introduces_them() -> None:
    steps = ["The client sends SYN", "The server answers SYN-ACK", "The client sends ACK"]

    assert (
        points(
            "It has three steps: 1) the client sends SYN 2) the server answers SYN-ACK "
            "3) the client sends ACK"
        )
        == steps
    )
    assert (
        points("1. The client sends SYN. 2. The server answers SYN-ACK. 3. The client sends ACK.")
        == steps
    )
    assert points("In Python 2. we had `print x`. In Python 3. it is a function of its own.") == [
        "In Python 2. we had `print x`",
        "In Python 3. it is a function of its own",
    ]


def test_a_bold_line_of_its_own_is_the_label_of_the_next_line() -> None:
    answer = (
        "1. **Reading without a lock**\n   Another writer may change the entry meanwhile.\n\n"
        "2. **Locking twice**\n   The second call waits for the first for ever.\n"
    )

    assert points(answer) == [
        "Reading without a lock: Another writer may change the entry meanwhile",
        "Locking twice: The second call waits for the first for ever",
    ]


def test_keycaps_number_a_list() -> None:
    answer = "1️⃣ Name the entry that you want to read\n2️⃣ Wait until nobody writes the entry\n"

    assert points(answer) == [
        "Name the entry that you want to read",
        "Wait until nobody writes the entry",
    ]


def test_a_formula_in_a_block_ends_without_the_stop_of_its_sentence() -> None:
    answer = "Every host adds its own share to the load:\n\n$$\nL = a + b + c.\n$$\n"

    assert points(answer)[-1] == "$L = a + b + c$"


def test_names_of_sentences_and_letters_of_items_are_no_points() -> None:
    answer = (
        "**Mechanism.** The cleaner reads the log of the store. **Decision criteria.** Choose by "
        "the age of the entries.\n\n- B. Entries are read as often as they are asked for\\\n"
    )

    assert points(answer) == [
        "Mechanism: The cleaner reads the log of the store",
        "Choose by the age of the entries",
        "Entries are read as often as they are asked for",
    ]


def test_brackets_of_an_index_are_kept() -> None:
    answer = "t[a][b] is the time of the way from a to b. Every time is read from the log once."

    assert points(answer)[0] == "t[a][b] is the time of the way from a to b"


def test_option_is_the_name_of_a_number_and_no_end_of_an_item() -> None:
    answer = (
        "Option 1) One table for all kinds of entries. Option 2) One table for each kind of them. "
        "Option 3) No table at all."
    )

    assert not [point for point in points(answer) if point.lower().endswith("option")]


def test_sources_and_picture_codes_are_no_part_of_a_point() -> None:
    answer = (
        "Every entry has a time at which it is dropped ([src](https://example.org/a)). "
        "The store keeps a log of all changes :owl:"
    )

    assert points(answer) == [
        "Every entry has a time at which it is dropped",
        "The store keeps a log of all changes",
    ]

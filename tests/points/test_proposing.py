"""What becomes a key point, and in what words."""

from drill.model import KeyPoint
from drill.points.proposing import propose, statements
from drill.points.relatedness import related


def points(answer: str, question: str = "What is a cache?") -> list[str]:
    return [point.text for point in propose(question, answer)]


def test_marked_key_points_are_taken_unchanged() -> None:
    answer = (
        "A cache keeps results. It is small and fast. Readers look there first.\n\n"
        "## Summary\n\n- Fast memory\n- Small\n- Read first\n"
    )

    assert points(answer) == ["Fast memory", "Small", "Read first"]


def test_a_lead_in_that_says_key_takeaways_marks_its_list() -> None:
    answer = "Caches are everywhere. Key takeaways:\n\n1. Reads get faster\n2. Data gets stale\n"

    assert points(answer) == ["Reads get faster", "Data gets stale"]


def test_a_checklist_is_marked() -> None:
    answer = "Before the release, look at these.\n\n- [ ] Version raised\n- [ ] Changelog written\n"

    assert points(answer) == ["Version raised", "Changelog written"]


def test_partly_ticked_boxes_are_a_multiple_choice() -> None:
    assert points("- [ ] A list\n- [x] A tuple\n- [ ] A set\n") == []


def test_a_label_goes_before_its_statement() -> None:
    answer = "- **Write-through** - The store is written at once.\n- **Write-back** - It waits.\n"

    assert points(answer)[0] == "Write-through: The store is written at once"


def test_a_sentence_that_repeats_its_label_gets_no_prefix() -> None:
    answer = (
        "- **Eviction** - Eviction makes room for new entries.\n"
        "- **Miss** - A miss asks the store.\n"
    )

    assert points(answer) == ["Eviction makes room for new entries", "A miss asks the store"]


def test_names_in_a_list_are_one_point() -> None:
    answer = (
        "The cache stores every answer of the server.\n\n"
        "It knows these states:\n\n- fresh\n- stale\n- absent\n"
    )

    assert points(answer)[-1] == "The cache knows these states: fresh, stale, absent"


def test_items_under_a_heading_such_as_drawbacks_name_it() -> None:
    answer = (
        "### Drawbacks\n\n- Entries can be out of date for a while\n"
        "- The memory is used twice by it\n"
    )

    assert points(answer)[0] == "Drawbacks: Entries can be out of date for a while"


def test_a_table_row_becomes_its_name_with_its_cells() -> None:
    answer = "| Kind | Speed | Size |\n|---|---|---|\n| L1 | 1 ns | 64 KB |\n| L2 | 4 ns | 1 MB |\n"

    assert points(answer) == ["L1: Speed – 1 ns; Size – 64 KB", "L2: Speed – 4 ns; Size – 1 MB"]


def test_cells_of_a_comparison_are_joined_in_one_point() -> None:
    answer = (
        "| Cache | Store |\n|---|---|\n"
        "| The cache forgets old entries when it is full | The store keeps every entry |\n"
    )

    assert points(answer) == [
        "The cache forgets old entries when it is full; The store keeps every entry"
    ]


def test_a_single_line_of_code_joins_its_lead_in() -> None:
    answer = "You empty the cache of the package manager with:\n\n```\npip cache purge\n```\n"

    assert points(answer) == ["You empty the cache of the package manager with: `pip cache purge`"]


def test_examples_and_their_continuations_are_left_out() -> None:
    answer = (
        "A cache keeps the results of slow work. Imagine a library with a shelf at its door. "
        "It holds the books that are asked for most. Entries leave when the space is used up."
    )

    assert points(answer) == [
        "A cache keeps the results of slow work",
        "Entries leave when the space is used up",
    ]


def test_talk_about_the_text_and_questions_are_left_out() -> None:
    answer = (
        "Let's look at caches. Why do we need them? A cache shortens the way to data that is "
        "read often. For more details, see the manual. The diagram below shows it."
    )

    assert points(answer) == ["A cache shortens the way to data that is read often"]


def test_references_are_left_out() -> None:
    answer = (
        "A cache shortens the way to data that is read often.\n\n"
        "Useful resources:\n\n- [How caches work in detail](https://example.org/1)\n- A good book\n"
    )

    assert points(answer) == ["A cache shortens the way to data that is read often"]


def test_discourse_words_are_dropped() -> None:
    answer = "However, a full cache evicts entries. In addition, a restart empties the memory."

    assert points(answer) == ["A full cache evicts entries", "A restart empties the memory"]


def test_a_no_inside_a_sentence_stays() -> None:
    assert points("No entry survives a restart of the machine that it was stored on.") == [
        "No entry survives a restart of the machine that it was stored on"
    ]
    assert points("No conviene guardar datos privados en una caché que otros pueden leer.") == [
        "No conviene guardar datos privados en una caché que otros pueden leer"
    ]


def test_a_pronoun_takes_the_subject_of_the_sentence_before() -> None:
    answer = (
        "A write buffer holds small writes until a whole block of the disk can be filled. "
        "It sends the block as one large write."
    )

    assert points(answer)[1] == "A write buffer sends the block as one large write"


def test_two_short_sentences_of_one_subject_are_one_point() -> None:
    answer = (
        "A write buffer collects small writes. It sends them as one large write.\n\n"
        "A crash loses what has not been sent to the disk yet."
    )

    assert (
        points(answer)[0] == "A write buffer collects small writes; sends them as one large write"
    )


def test_a_later_sentence_under_a_label_keeps_the_label() -> None:
    answer = (
        "- **Bloom filter**: Tells for sure which keys were never stored, at the price of some "
        "false alarms. Good for data that lies on slow disks.\n"
        "- **Trie**: Finds all keys that start with the same letters, in the order of the alphabet."
    )

    assert "Bloom filter: Good for data that lies on slow disks" in points(answer)


def test_a_subject_with_two_verbs_makes_two_points() -> None:
    answer = (
        "The scheduler keeps a queue of runnable threads for each of the cores and moves a thread "
        "to another core when its queue is empty."
    )

    assert points(answer) == [
        "The scheduler keeps a queue of runnable threads for each of the cores",
        "The scheduler moves a thread to another core when its queue is empty",
    ]


def test_a_sentence_on_a_difference_becomes_two_points() -> None:
    answer = (
        "The main difference between a mutex and a semaphore is that a mutex has one owner at a "
        "time, while a semaphore allows a fixed number of holders at once."
    )

    assert points(answer) == [
        "A mutex has one owner at a time",
        "A semaphore allows a fixed number of holders at once",
    ]


def test_a_participle_after_a_long_clause_becomes_a_point_with_a_verb() -> None:
    answer = (
        "The compiler keeps the most used variables in registers all through the loop, reducing "
        "the number of loads from memory."
    )

    assert points(answer)[1] == "The compiler reduces the number of loads from memory"


def test_a_pronoun_without_referent_makes_no_point() -> None:
    answer = "When the memory is full, old entries leave. They were the least useful of all."

    assert points(answer) == ["When the memory is full, old entries leave"]


def test_a_long_sentence_loses_its_least_important_parts() -> None:
    answer = (
        "The proxy keeps a copy of every page, which was the idea of its authors when networks "
        "were still slow and expensive."
    )

    assert points(answer) == ["The proxy keeps a copy of every page"]


def test_a_condition_is_never_cut_from_its_consequence() -> None:
    answer = (
        "If the entry is older than the limit that the administrator of the machine has set, the "
        "proxy asks the server."
    )

    assert all("asks" not in point or point.startswith("If") for point in points(answer))


def test_a_long_enumeration_keeps_its_first_names() -> None:
    answer = (
        "The proxy can store pages, pictures, fonts, style sheets, scripts, videos, downloads, and "
        "certificates."
    )

    [point] = points(answer)

    assert point.startswith("The proxy can store pages, pictures, fonts, style sheets")
    assert point.endswith(", etc.")


def test_notes_are_bonus() -> None:
    answer = (
        "A cache keeps results that are slow to make.\n\n"
        "**Note:** An empty cache makes nothing faster."
    )

    assert propose("What is a cache?", answer) == (
        KeyPoint("A cache keeps results that are slow to make"),
        KeyPoint("An empty cache makes nothing faster", bonus=True),
    )


def test_code_and_math_are_kept_in_points() -> None:
    answer = "The hit rate is $h = n / m$ in every report. The command `stat --hits` prints it."

    assert points(answer)[0] == "The hit rate is $h = n / m$ in every report"


def test_text_that_markdown_would_misread_becomes_code() -> None:
    answer = "The first type is no good. The type List<String> holds its keys in order."

    assert points(answer)[1] == "The type `List<String>` holds its keys in order"


def test_an_answer_of_one_or_two_words_gives_no_points() -> None:
    assert points("Yes.") == []
    assert points("A fast store.") == []


def test_at_most_nine_points_are_proposed() -> None:
    answer = "".join(f"- Rule {n} guards door number {n} of the house\n" for n in range(30))

    assert len(points(answer)) == 9


def test_statements_list_every_sentence_in_order() -> None:
    answer = (
        "A cache keeps results. For example, a page. \n\n- **Hit**: found\n- **Miss**: not found\n"
    )

    assert statements(answer) == (
        "A cache keeps results",
        "For example, a page",
        "Hit: found",
        "Miss: not found",
    )


def test_a_point_is_related_only_to_its_own_answer() -> None:
    answer = "A cache keeps results of slow work. Entries leave when the space is used up."

    assert related("Entries are evicted once the space is used", answer)
    assert not related("Photosynthesis turns light into sugar", answer)
    assert related("缓存保存最近的数据", "缓存会保存最近读取的数据，断电后丢失。")
    assert not related("光合作用需要阳光", "缓存会保存最近读取的数据，断电后丢失。")


def test_unbalanced_brackets_give_no_point_and_german_quotation_marks_count_as_balanced() -> None:
    assert points("The cache holds what was read last) and nothing else at all.") == []
    assert points("Ein Cache ist ein „Vertrag“ zwischen Leser und Speicher über alte Daten.") == [
        "Ein Cache ist ein „Vertrag“ zwischen Leser und Speicher über alte Daten"
    ]


def test_items_below_a_marked_name_are_marked_too() -> None:
    answer = (
        "Key points:\n\n- Both searches visit each node once\n- Memory:\n"
        "  - Breadth first keeps a whole level\n  - Depth first keeps one path\n"
    )

    assert [point.text for point in propose("How do the two searches work?", answer)] == [
        "Both searches visit each node once",
        "Memory: Breadth first keeps a whole level",
        "Memory: Depth first keeps one path",
    ]

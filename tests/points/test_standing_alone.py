"""Additions that make a point understandable without its answer."""

from drill.points.proposing import propose


def points(answer: str, question: str = "What is a cache?") -> list[str]:
    return [point.text for point in propose(question, answer)]


def test_columns_that_the_question_compares_are_joined() -> None:
    answer = (
        "| Queue | Topic |\n|---|---|\n"
        "| One consumer gets each message | Every subscriber gets each message |\n"
    )

    assert points(answer, "What is the difference between a queue and a topic?") == [
        "Queue: One consumer gets each message; Topic: Every subscriber gets each message"
    ]


def test_a_bold_name_with_a_full_stop_is_a_label() -> None:
    answer = (
        "- **W — Write-through.** The store is written at once.\n"
        "- **B — Write-back.** The store is written when the entry leaves.\n"
    )

    assert points(answer) == [
        "Write-through: The store is written at once",
        "Write-back: The store is written when the entry leaves",
    ]


def test_a_bold_sentence_is_not_a_label() -> None:
    answer = (
        "**Never cache a login page.** This shows one user the name of another, who may not "
        "even have an account any more."
    )

    assert points(answer)[0] == "Never cache a login page"


def test_a_word_shared_by_all_labels_is_dropped_to_fit() -> None:
    answer = (
        "- **Least-recently-used policy**: the entry goes that nobody has read for the longest "
        "time of all.\n"
        "- **First-in policy**: the oldest entry goes.\n- **Random policy**: any entry goes.\n"
    )

    assert points(answer) == [
        "Least-recently-used: the entry goes that nobody has read for the longest time of all",
        "First-in policy: the oldest entry goes",
        "Random policy: any entry goes",
    ]


def test_a_word_that_begins_like_the_label_does_not_replace_it() -> None:
    answer = "**Cons:**\n\n- Consistent entries need a lock\n- Every node needs memory of its own\n"

    assert points(answer)[0] == "Cons: Consistent entries need a lock"


def test_a_sentence_that_begins_with_the_words_of_its_label_needs_none() -> None:
    answer = "**Cache warming basics**: Cache warming fills the memory before users come."

    assert points(answer) == ["Cache warming fills the memory before users come"]


def test_a_point_from_one_of_several_sections_names_its_section() -> None:
    answer = (
        "### Write-through\n\nThe store is written at once.\n\n"
        "### Write-back\n\nThe store is written when the entry leaves.\n"
    )

    assert points(answer) == [
        "Write-through: The store is written at once",
        "Write-back: The store is written when the entry leaves",
    ]


def test_items_with_different_labels_are_kept_even_if_almost_equal() -> None:
    answer = "- `get`: reads one entry of the cache\n- `gets`: reads one entry of the cache too\n"

    assert len(points(answer)) == 2


def test_its_is_replaced_by_the_subject_of_the_previous_sentence() -> None:
    answer = (
        "A write buffer holds small writes until a whole block of the disk can be filled. "
        "Its loss costs all of them."
    )

    assert points(answer)[1] == "A write buffer's loss costs all of them"


def test_a_sentence_without_a_subject_gets_the_previous_one() -> None:
    answer = (
        "A write buffer holds small writes until a whole block of the disk can be filled. "
        "Sends the block as one large write."
    )

    assert points(answer)[1] == "A write buffer sends the block as one large write"


def test_an_item_without_a_subject_gets_none_from_another_item() -> None:
    answer = (
        "- **Size**: how many entries the memory holds at most\n- Keeps the newest entries only\n"
    )

    assert points(answer)[1] == "Keeps the newest entries only"


def test_a_name_for_the_previous_statement_follows_it_in_brackets() -> None:
    answer = (
        "The proxy answers from its memory whenever it can. This is called a cache hit. "
        "It takes a millisecond."
    )

    assert points(answer) == [
        "The proxy answers from its memory whenever it can (cache hit)",
        "Cache hit takes a millisecond",
    ]


def test_a_narrated_step_becomes_an_instruction() -> None:
    answer = "I'd measure the hit rate first. Then I would raise the size of the near memory."

    assert points(answer) == ["Measure the hit rate first", "Raise the size of the near memory"]


def test_a_defined_term_is_not_a_label_of_later_sentences() -> None:
    answer = (
        "Кэш - это быстрая память перед медленным хранилищем. Запись удаляется, когда место "
        "заканчивается."
    )

    assert points(answer, "Что такое кэш?") == [
        "Кэш: быстрая память перед медленным хранилищем",
        "Запись удаляется, когда место заканчивается",
    ]


def test_a_heading_such_as_drawbacks_of_indexes_is_recognised() -> None:
    answer = "**Минусы кэша:**\n\n- занимает место\n- хранит старые данные дольше, чем хотелось\n"

    assert points(answer, "Что такое кэш?")[0] == "Минусы кэша: занимает место"


def test_a_chinese_label_has_a_wide_colon() -> None:
    answer = "- **命中**：直接返回数据\n- **未命中**：先查询数据库\n"

    assert points(answer, "什么是缓存？") == ["命中：直接返回数据", "未命中：先查询数据库"]


def test_a_repeated_title_is_prefixed_with_its_owner() -> None:
    answer = (
        "#### Sails\n\n**Advantages**\n\n- No fuel is needed at all\n\n"
        "#### Engines\n\n**Advantages**\n\n- Any weather is good enough\n"
    )

    assert points(answer, "Which way do boats move?") == [
        "Sails, advantages: No fuel is needed at all",
        "Engines, advantages: Any weather is good enough",
    ]


def test_items_complete_an_open_heading() -> None:
    answer = (
        "**Sail when:**\n\n- The wind is below force five\n- The tide is rising\n"
        "- Another person is on board\n"
    )

    assert points(answer, "May a beginner sail?") == [
        "Sail when the wind is below force five",
        "Sail when the tide is rising",
        "Sail when another person is on board",
    ]


def test_the_opening_phrase_of_a_paragraph_goes_before_its_later_sentences() -> None:
    answer = (
        "In salt water, a hull lives for twenty years. So, it is checked every spring.\n\n"
        "In fresh water, a hull lives for forty years, and nobody checks it.\n"
    )

    assert "Salt water: checked every spring" in points(answer, "How long does a hull live?")


def test_these_values_refers_to_the_previous_subject() -> None:
    answer = (
        "A tide table, also called an ephemeris, is a list of the high waters of a harbour. "
        "These values include the hour, the height, and the range of the tide."
    )

    assert points(answer)[1] == (
        "Tide table values include the hour, the height, and the range of the tide"
    )


def test_an_item_that_begins_with_an_address_is_a_reference() -> None:
    answer = (
        "- https://example.org/tides: the table of the year\n"
        "- The tide turns every six hours\n- The wind turns at sunset\n"
    )

    assert points(answer, "What turns?") == [
        "The tide turns every six hours",
        "The wind turns at sunset",
    ]


def test_a_line_of_code_alone_gives_no_point() -> None:
    answer = "The keel holds the boat on its course in any wind.\n\n`keel --deep --heavy`\n"

    assert points(answer) == ["The keel holds the boat on its course in any wind"]


def test_chinese_names_are_joined_with_their_own_comma() -> None:
    answer = (
        "港口让船只安全停靠，装卸货物，并在风暴来临时得到保护。\n\n"
        "港口的设备：\n\n- 灯塔\n- 浮标\n- 防波堤\n- 系船柱\n"
    )

    assert points(answer, "码头是什么？")[-1] == "港口的设备：灯塔、浮标、防波堤、系船柱"


def test_a_subject_that_the_question_compares_is_kept() -> None:
    answer = (
        "A halyard carries the whole sail with its battens and stays under heavy load for days at "
        "sea. A sheet pulls the sail in while the boat turns."
    )

    assert points(answer, "What is the difference between a halyard and a sheet?") == [
        "Halyard carries whole sail with its battens and stays under heavy load for days at sea",
        "A sheet pulls the sail in while the boat turns",
    ]


def test_items_of_two_named_lists_name_their_list() -> None:
    answer = (
        "The two sails work together on every course of the boat.\n\n"
        "jib\n\n- Pulls the bow away from the wind\n- Stands before the mast in any weather\n\n"
        "mainsail:\n\n- Pushes the bow towards the wind\n- Hangs on the boom behind the mast\n"
    )

    assert points(answer, "What do sails do?")[1:] == [
        "jib: Pulls the bow away from the wind",
        "jib: Stands before the mast in any weather",
        "mainsail: Pushes the bow towards the wind",
        "mainsail: Hangs on the boom behind the mast",
    ]


def test_a_bold_answer_label_and_closing_words_give_no_point() -> None:
    answer = (
        "**Answer** To keep a hull dry in winter:\n\n"
        "- Pump it out before the first frost of the year\n- Cover it with a tight sheet\n\n"
        "Implementing these measures helps protect the wood from every kind of harm.\n"
    )

    assert points(answer, "How is a boat kept?") == [
        "Pump it out before the first frost of the year",
        "Cover it with a tight sheet",
    ]


def test_a_heading_that_asks_is_not_used_as_a_prefix() -> None:
    answer = (
        "### What is it?\n\nA cache keeps copies of what was read.\n\n"
        "### How to fill it?\n\nThe first reader of an entry puts a copy there.\n"
    )

    assert points(answer) == [
        "A cache keeps copies of what was read",
        "The first reader of an entry puts a copy there",
    ]


def test_characteristics_are_prefixed_with_their_owner() -> None:
    answer = "".join(
        f"## {name}\n\n### Characteristics\n\n- {one}\n- {two}\n- {three}\n\n"
        for name, one, two, three in (
            ("Near cache", "Lives in the process", "Empty after a restart", "One copy a node"),
            ("Far cache", "Lives on another host", "Shared by all", "Every read costs a trip"),
        )
    )

    assert all("Near cache" in point or "Far cache" in point for point in points(answer))


def test_french_sentences_stand_alone() -> None:
    answer = (
        "Une tombe est une marque qui reste dans le stock pendant une semaine afin que les copies "
        "tardives ne reviennent pas. Cependant, il faut effacer les vieilles pages du stock. "
        "Pour plus d'informations, consultez le manuel."
    )

    assert points(answer, "Qu'est-ce qu'une tombe ?") == [
        "Une tombe est une marque qui reste dans le stock pendant une semaine",
        "Il faut effacer les vieilles pages du stock",
    ]


def test_a_lead_in_that_repeats_the_question_is_not_said_of_each_item() -> None:
    answer = (
        "The three kinds of cache are:\n\n- Near caches in the memory of the reader\n"
        "- Far caches on a host of their own\n- Layered caches that have both of them\n"
    )

    assert points(answer, "What are the three kinds of cache?") == [
        "Near caches in the memory of the reader",
        "Far caches on a host of their own",
        "Layered caches that have both of them",
    ]


def test_later_sentences_name_their_label_in_an_unknown_language_too() -> None:
    answer = (
        "- **REST**: Okuyucu uzun süre bir yanıtı bekler ve başka hiçbir iş yapmaz. "
        "Dezavantajı sıkı bağlılıktır.\n"
    )

    assert points(answer, "Yöntemlerin dezavantajı nedir?") == [
        "REST: Okuyucu uzun süre bir yanıtı bekler ve başka hiçbir iş yapmaz",
        "REST: Dezavantajı sıkı bağlılıktır",
    ]


def test_one_of_several_keeps_its_one() -> None:
    answer = "É um dos princípios da memória que cada leitor respeita sempre."

    assert points(answer, "O que é a regra?") == [
        "É um dos princípios da memória que cada leitor respeita sempre"
    ]


def test_the_following_is_not_said_before_each_item() -> None:
    answer = (
        "Its main traits are the following:\n\n- Supports readers on a host of their own\n"
        "- Uses one connection for all readers of a host\n"
    )

    assert points(answer, "How does it talk?") == [
        "Supports readers on a host of their own",
        "Uses one connection for all readers of a host",
    ]


def test_an_adverb_is_not_the_subject_of_the_next_sentence() -> None:
    answer = (
        "It is a firm that invests the capital of its clients. They generally manage funds of "
        "many kinds, from pensions to commodities. They often create new funds to cater to "
        "individual investors."
    )

    assert [point.text for point in propose("Asset manager", answer)] == [
        "Firm that invests the capital of its clients"
    ]


def test_items_with_labels_do_not_go_on_with_their_lead_in() -> None:
    answer = (
        "Common kinds of stores include:\n\n"
        "- **Near**: Keeps the entries on the same host as the reader.\n"
        "- **Far**: Asks another host for every entry over the network.\n"
    )

    assert points(answer) == [
        "Near: Keeps the entries on the same host as the reader",
        "Far: Asks another host for every entry over the network",
    ]


def test_a_long_label_loses_its_bracket_before_it_is_left_out() -> None:
    answer = (
        "- **NS (store on the same host)**: Answers in a few microseconds on every host of the "
        "network. Loses all of its entries at once whenever the machine of the reader starts.\n"
        "- **FS (store on another host)**: Answers in a few milliseconds.\n"
    )

    assert (
        "NS: Loses all of its entries at once whenever the machine of the reader starts"
        in points(answer)
    )


def test_each_label_of_a_paragraph_names_its_own_sentence() -> None:
    answer = "Near: keeps entries on the host of the reader. Far: asks another host for them all."

    assert points(answer) == [
        "Near: keeps entries on the host of the reader",
        "Far: asks another host for them all",
    ]


def test_french_answers_lose_their_opening() -> None:
    answer = (
        "C'est le registre de toutes les entrées du stock depuis une semaine. "
        "C'est pour ça qu'on les efface."
    )

    assert points(answer, "C'est quoi une tombe ?") == [
        "Registre de toutes les entrées du stock depuis une semaine"
    ]


def test_the_number_of_a_row_is_no_name() -> None:
    answer = (
        "| # | Check | Who |\n|---|---|---|\n| 1 | Age of the entry | the store itself |\n"
        "| 2 | Lock of the entry | the last writer |\n"
    )

    assert points(answer, "How is an entry read?") == [
        "Age of the entry: the store itself",
        "Lock of the entry: the last writer",
    ]


def test_a_french_label_has_one_colon() -> None:
    answer = (
        "- **Caractéristiques** : Orienté connexion, fiable, contrôle de flux, ordre garanti, "
        "accusés de réception\n- **Coût** : Plus lent que les autres dans la pratique\n"
    )

    assert points(answer)[0] == (
        "Caractéristiques: Orienté connexion, fiable, contrôle de flux, ordre garanti, etc."
    )

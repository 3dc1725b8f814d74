"""Shortening: what a long sentence may lose, and what it never loses."""

import pytest

from drill.points.proposing import propose


def points(answer: str, question: str = "How does it work?") -> list[str]:
    return [point.text for point in propose(question, answer)]


def test_a_definition_by_a_situation_keeps_the_event() -> None:
    answer = (
        "A cache stampede is a situation where hundreds of clients ask the store for the same "
        "missing entry at the very same moment."
    )

    assert points(answer) == [
        "Hundreds of clients ask the store for the same missing entry at the same moment"
    ]


def test_a_colon_takes_the_place_of_is_a() -> None:
    answer = (
        "A negative cache is a list of names that the server is known not to have answered for "
        "lately."
    )

    assert points(answer) == [
        "Negative cache: list of names that the server is known not to have answered for lately"
    ]


def test_an_explanation_after_a_colon_becomes_its_own_point() -> None:
    answer = (
        "A write-ahead log guarantees durability: every change is written to the log before the "
        "page itself may be written to the disk."
    )

    assert points(answer) == [
        "A write-ahead log guarantees durability",
        "Every change is written to the log before the page itself may be written to the disk",
    ]


def test_cause_and_effect_stay_together_if_dropping_articles_makes_them_fit() -> None:
    answer = (
        "The key of the entry contains the version of the schema, so a new release never reads "
        "an old entry."
    )

    assert points(answer) == [
        "Key of entry contains version of schema, so new release never reads old entry"
    ]


def test_a_row_that_compares_two_keeps_both_sides() -> None:
    answer = (
        "| | Near cache | Far cache |\n|--|--|--|\n"
        "| Speed | Fast (no call leaves the process) | Slow (a call to another host) |\n"
        "| Loss | Nothing is lost as long as the process runs | Nothing is lost, but late news |\n"
    )

    assert points(answer) == [
        "Speed: Near cache – Fast; Far cache – Slow (a call to another host)",
        "Loss: Near cache – Nothing is lost as long as the process runs",
        "Loss: Far cache – Nothing is lost, but late news",
    ]


def test_code_loses_the_noun_beside_it_before_the_sentence_loses_its_end() -> None:
    english = (
        "The `--quiet` option of the importer leaves out every line of the report but the last, "
        "which has the totals."
    )
    spanish = (
        "El método `retry` del cliente vuelve a pedir la misma página al servidor después de una "
        "pausa corta."
    )

    assert points(english) == [
        "`--quiet` option of importer leaves out every line of report but last, which has totals"
    ]
    assert points(spanish) == [
        "`retry` del cliente vuelve a pedir la misma página al servidor después de una pausa corta"
    ]


def test_an_enumeration_of_four_keeps_three_of_them() -> None:
    answer = (
        "The dashboard of the operators shows counters of hits, evictions, retries, and requests "
        "that were refused during the last day."
    )

    assert points(answer) == [
        "The dashboard of the operators shows counters of hits, evictions, retries, etc."
    ]


def test_the_portuguese_article_o_joins_no_names() -> None:
    answer = (
        "Usamos `ler`, `abrir`, `fechar` para tratar arquivos e evitar que o programa pare "
        "abruptamente por falta de memória."
    )

    assert points(answer) == ["Usamos `ler`, `abrir`, `fechar` para tratar arquivos, etc."]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            "Fish markets are institutions that host a marketplace for both buyers and sellers to "
            "come together to trade shares with one another.",
            [],
        ),
        (
            "The sum can be calculated by adding net income, interests, and taxes together with "
            "depreciation and amortization expenses.",
            ["The sum can be calculated by adding net income, interests and taxes together"],
        ),
    ],
)
def test_no_sentence_is_split_inside_a_pair_or_a_list(answer: str, expected: list[str]) -> None:
    assert points(answer, "Fish market") == expected


def test_no_adjective_is_left_without_its_noun() -> None:
    answer = (
        "The service is built as a set of small, independently deployable parts that talk to each "
        "other through queues only."
    )

    assert not any(point.endswith("small") for point in points(answer))


def test_a_dashed_aside_is_cut_before_the_main_statement() -> None:
    answer = (
        "The whole round trip—asking the memory, asking the store, filling the memory—takes less "
        "than two milliseconds."
    )

    assert points(answer) == ["The whole round trip takes less than two milliseconds"]


def test_there_are_is_not_cut_from_its_purpose() -> None:
    answer = (
        "Most of the teams that run a proxy keep its rules in a file, but there are advantages to "
        "a service that hands the rules out."
    )

    assert not any(point.endswith("advantages") for point in points(answer))


def test_a_condition_in_the_middle_of_a_chinese_sentence_begins_a_fact() -> None:
    answer = (
        "监控系统会在积压超过阈值时向值班人员发送告警并记录当前的消费进度，"
        "如果短时间内无法恢复，就需要临时扩容消费者。"
    )

    assert points(answer, "什么是消息积压？") == [
        "监控系统会在积压超过阈值时向值班人员发送告警并记录当前的消费进度",
        "如果短时间内无法恢复，就需要临时扩容消费者",
    ]


def test_a_russian_clause_of_time_never_ends_before_its_conjunction() -> None:
    answer = (
        "Брокер повторяет отправку сообщения до тех пор, пока получатель не подтвердит его в "
        "отведённое ему для этого время."
    )

    assert not any(point.endswith("до тех пор") for point in points(answer, "Как он работает?"))


def test_two_verbs_of_one_subject_make_two_points() -> None:
    answer = (
        "A ferry gate sits at the end of the ramp (the lower deck) and counts vehicles from both "
        "lanes with one magnetic sensor."
    )

    assert points(answer) == [
        "A ferry gate sits at the end of the ramp (the lower deck)",
        "A ferry gate counts vehicles from both lanes with one magnetic sensor",
    ]


def test_two_infinitives_after_a_modal_make_two_points() -> None:
    answer = (
        "A valve controller must watch the pressure of every tank and open the valve of the tank "
        "that has reached the highest limit."
    )

    assert points(answer) == [
        "A valve controller must watch the pressure of every tank",
        "A valve controller must open the valve of the tank that has reached the highest limit",
    ]


def test_no_point_ends_inside_an_enumeration() -> None:
    answer = (
        "Tides are slow waves. The delay is the time that the water takes to reach the inner "
        "harbour, caused by friction, wind, and the shape of the whole coast."
    )

    assert not any(point.endswith("friction") for point in points(answer))


def test_a_verb_keeps_the_object_that_it_shares_with_the_next() -> None:
    answer = (
        "Instruments such as the log and the lead can help find and measure every shallow place "
        "that lies in the way of a deep boat."
    )

    assert not any(point.endswith("find") for point in points(answer))


def test_a_definition_loses_its_class_word_before_its_content() -> None:
    answer = (
        "A drogue is a device made of cloth in the water that slows the boat in every storm when "
        "its sails are down."
    )

    assert points(answer) == ["A drogue slows the boat in every storm when its sails are down"]


def test_a_chinese_clause_of_means_never_ends_a_point() -> None:
    answer = (
        "航海日志记录船只每天的位置和天气情况，编写报告的时候，"
        "要根据日志里面的全部记录，逐条核对航线。"
    )

    assert not any(point.endswith("全部记录") for point in points(answer, "什么是航海日志？"))


def test_korean_clauses_are_cut_at_their_endings_and_end_like_notes() -> None:
    answer = (
        "방파제는 파도의 힘을 줄여 항구 안의 배를 보호하고, 등대는 밤에 항구의 입구가 어디에 "
        "있는지를 멀리 있는 배에 알려 줍니다."
    )

    assert points(answer, "항구에는 무엇이 있나요?") == [
        "방파제는 파도의 힘을 줄여 항구 안의 배를 보호함",
        "등대는 밤에 항구의 입구가 어디에 있는지를 멀리 있는 배에 알려 줍니다",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # names in capitals belong together
        "The cache then lets the mapper of the application write the one correct INSERT, UPDATE or "
        "DELETE statement that the changed entry of the user needs.",
        # a condition needs its main clause, a definition the difference to its genus
        "If the entry of the user has an owner, a reader or any other link to a session of today, "
        "the cleaner leaves it alone until the link is gone.",
        "Симметричный кэш двух серверов - это множество записей, одновременно лежащих в памяти "
        "обоих серверов и доступных всем клиентам сети.",
    ],
)
def test_a_sentence_that_only_makes_sense_whole_is_not_cut(sentence: str) -> None:
    for point in points(sentence):
        assert not point.endswith(("INSERT", "network", "session of today", "записей")), point


def test_an_array_index_in_brackets_is_not_cut_as_an_aside() -> None:
    assert points("After a write past its end, the value of slots[200] is undefined.") == [
        "After a write past its end, the value of slots[200] is undefined"
    ]


def test_no_second_participle_is_left_without_its_verb() -> None:
    answer = (
        "The proxy checks every request of a client before the store sees it, reducing the load "
        "of the store and hiding its address from the network."
    )

    assert points(answer) == ["The proxy checks every request of a client before the store sees it"]


def test_italian_is_not_cut_by_the_rules_of_spanish() -> None:
    answer = (
        "Il programma della scheda contiene la funzione con tutte le istruzioni vere e proprie del "
        "sistema che si vuole costruire."
    )

    assert points(answer) == []


def test_a_list_behind_a_colon_is_not_cut_to_its_first_thing() -> None:
    answer = (
        "The importer of old entries supports the following log destinations: a group of the log "
        "store, a bucket of the far store, or a stream."
    )

    assert points(answer) == []


def test_two_examples_and_etc_are_left_of_a_list_after_like() -> None:
    answer = (
        "Integrate checks of the licences of all libraries with tools like Snyk, Dependabot, or "
        "OWASP Dependency-Check in CI/CD"
    )

    assert points(answer) == [
        "Integrate checks of the licences of all libraries with tools like Snyk, Dependabot, etc."
    ]


def test_no_need_stays_no_need() -> None:
    answer = (
        "Because we build the index from scratch by sorting entries, then we try to shrink it just "
        "once — no need to know where each entry originally came from."
    )

    assert not [point for point in points(answer) if "no must" in point]


def test_the_is_kept_before_a_comparison_of_two() -> None:
    answer = (
        "The larger the size of the near store of a host, the smaller the load of the far store of "
        "its owner."
    )

    assert points(answer) == [
        "The larger size of near store of host, the smaller load of far store of its owner"
    ]

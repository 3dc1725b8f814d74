"""Points keep what their sentence needs: exceptions, both sides, labels, whole openings."""

import pytest

from drill.points.proposing import propose

FACT = "Entries leave the memory after a minute, and they never come back"


def points(answer: str) -> list[str]:
    return [point.text for point in propose("How does it work?", answer)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The cache of the near hosts forgets every entry after a minute, except those that an "
        "operator has marked as lasting.",
        "When we write an entry to the store of the near host, the cleaner makes a copy and "
        "compares it with the older copy on the far host.",
        "The decoder of the messages converts bytes into lines of text whatever the sender has "
        "chosen for an encoding of them.",
        'Detrás de "¿Qué es la memoria?" hay un problema real de tiempo.',
        "The cleaner of the store works for everybody and the",
        "The cleaner of the far store is run by a company or by one of the institutions that own "
        "at least one share of its capital.",
        "An inbound entry of the table specifies the addresses that you want the readers on your "
        "network to forward questions to.",
        "The oldest reader forgets the entries, questions, answers, and interpretations of them "
        "released by the previous readers of one store.",
        "Old copies of the entries begin in the near store of every host and go all the way up to "
        "the far store that nobody reads from.",
        "Wrappers wrap a reader of the near store, allowing the owner of it to run lines before "
        "and after that reader of the entries runs.",
        "For the avoidance of doubt, the rules of the store do not, and shall not be read to, "
        "limit a use of the entries that is allowed without them.",
        "Find the entries of the far store that take the readers a long time to load using tools "
        "like `htop`, `perf` or a profiler of your own.",
        "When writing readers of the store, particularly those that return copies of entries, it "
        "is important to say how old the copies may be.",
        "The keeper of the far store asks every reader to move to a multi-node, replicated setup "
        "of the readers that has no single point of failure.",
        "With a store of the older kind, hosts can only read the entries that are available on the "
        "system of the owner.",
        "Any other attempt to copy, change, lend, sell or hand on the entries of the far store of "
        "the owner is void, and ends all rights in it.",
        "In a store of the newer kind (3.2 or later), since the readers of old entries are largely "
        "gone",
        "In order to keep an entry in the store",
        "Short theory: XOR gives 1 where the bits of the two inputs of it differ from one another "
        "and 0 where they are the same.",
        "The near store is valuable because the readers of its many entries can see which of them "
        "are going to be old by the end of the week.",
        "The rules of the near store are directly analogous to Module 03",
        "A race happens when a system of many hosts that's designed to handle tasks in a sequence "
        "is forced to perform several of them at once.",
        "The cleaner of the store shows the readers of the near host all of the differences "
        "between the entries that they have and those of the far host.",
    ],
)
def test_half_of_a_statement_gives_no_point(sentence: str) -> None:
    assert points(f"{FACT}.\n\n{sentence}\n") == [FACT]


def test_a_verb_after_a_pronoun_keeps_what_follows_it() -> None:
    answer = (
        "The readers of the store must finish each phase of the work in its entirety before they "
        "move onto the next phase."
    )

    assert points(f"{FACT}.\n\n{answer}\n")[1:] == [
        "The readers of the store must finish each phase of the work in its entirety"
    ]


def test_names_after_a_colon_are_not_cut_to_the_first() -> None:
    answer = (
        "Readers choose one of the following three kinds of lock for an entry of the store: "
        "`shared`, `exclusive` or `intent`."
    )

    assert points(answer) == []


def test_a_condition_without_its_main_clause_gives_no_point() -> None:
    fact = "Una entrada vieja sale de la memoria después de un minuto"
    condition = "Si conviertes la copia en criterios claros: hosts locales, discos lentos, redes"

    assert points(f"{fact}.\n\n{condition}.") == [fact]


def test_the_first_label_of_several_names_its_own_sentence_only() -> None:
    answer = (
        "**HIT** — the store has an entry that is still good for use. MISS — the store has "
        "lost the entry, and asks a far host. Usual share: nine of ten reads are hits."
    )

    assert points(answer) == [
        "HIT: the store has an entry that is still good for use",
        "MISS — the store has lost the entry, and asks a far host",
        "Usual share: nine of ten reads are hits",
    ]


def test_what_is_told_stays_with_the_verb() -> None:
    fact = "Eine Kopie bleibt eine Woche lang auf dem Rechner"
    told = (
        "Der Zähler des Speichers sagt uns, wie viele Einträge in der letzten Woche von anderen "
        "Rechnern gelesen worden sind"
    )

    assert points(f"{fact}.\n\n{told}.") == [fact]


def test_a_phrase_with_after_is_not_dropped_as_a_discourse_word() -> None:
    answer = "La copia se hace en la noche. Después de la copia hay que borrar las entradas viejas."

    assert points(answer)[1] == "Después de la copia hay que borrar las entradas viejas"


def test_a_single_inner_item_defines_the_term_above_it() -> None:
    answer = (
        "- HIT:\n  - The store of the network answers with an entry that is still good for use.\n"
        "- MISS:\n  - The store of the network has lost the entry that the client has asked for.\n"
    )

    assert points(answer) == [
        "HIT: The store of the network answers with an entry that is still good for use",
        "MISS: The store of the network has lost the entry that the client has asked for",
    ]


def test_a_break_in_html_ends_a_line() -> None:
    answer = "**Near cache**<br>The entries live in the process of a caller.<br>Others read a copy."

    assert points(answer)[0] == "The entries live in the process of a caller"


def test_a_name_that_begins_with_a_full_stop_does_not_end_a_sentence() -> None:
    answer = "In the . NET world a cache is a class of its own. Entries leave it after a minute."

    assert points(answer)[0] == "In the. NET world a cache is a class of its own"


def test_a_lead_in_that_only_counts_gives_no_point() -> None:
    answer = (
        "The compiler makes several functions for your cache class:\n\n"
        "- `get` returns the entry of a key\n- `put` stores an entry under a key\n"
    )

    assert points(answer) == [
        "`get` returns the entry of a key",
        "`put` stores an entry under a key",
    ]


def test_what_is_aligned_keeps_its_partner() -> None:
    answer = (
        "Governance is the strategic layer of a store, focusing on aligning the entries of it with "
        "the business objectives of the owner."
    )

    assert points(f"{FACT}.\n\n{answer}\n")[1:] == ["Governance is the strategic layer of a store"]


def test_a_plural_before_only_is_no_verb() -> None:
    answer = (
        "The principle of least privilege means granting readers and applications only the minimum "
        "level of access necessary to perform their tasks."
    )

    assert not [point for point in points(f"{FACT}.\n\n{answer}\n") if point[:3] == "App"]


@pytest.mark.parametrize(
    "sentence",
    [
        "由于近处的缓存里的条目是连续的并且与读者的顺序密切相关，因此近处的读者通常可以在很短的时间里读到缓存中的每一个条目，而不需要等待远处的缓存",
        "《缓存的故事》",
    ],
)
def test_half_of_a_chinese_statement_gives_no_point(sentence: str) -> None:
    fact = "缓存把经常读的条目放在近处的内存里"

    assert {point[:8] for point in points(f"{fact}。\n\n{sentence}\n")} <= {
        fact[:8],
        "近处的读者通常可",
    }


def test_a_russian_condition_that_goes_on_is_not_cut_to_its_halves() -> None:
    fact = "Кэш хранит записи, которые часто читают, в ближней памяти"
    sentence = (
        "Если читатель запускается, и вам выдаётся отчёт об ошибке, создайте запрос в журнале "
        "хозяина этой программы и приложите отчёт."
    )

    assert points(f"{fact}.\n\n{sentence}\n") == [fact]


def test_a_noun_that_looks_like_a_verb_splits_no_sentence() -> None:
    answer = (
        "A stronger currency makes the exports of a country more expensive and imports cheaper, "
        "therefore increasing its deficit."
    )

    assert not [point for point in points(f"{FACT}.\n\n{answer}\n") if "currency imports" in point]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        (
            "Some benefits of the store include self-service readers for external users, "
            "integration with various data sources, and options to change them.",
            "integration",
        ),
        (
            "The training error oscillates but after some training steps, we can say that the "
            "error of the training has gone down.",
            "steps",
        ),
        (
            "Based on the fact that rays are actually not just going towards the surface of the "
            "eye but going in every possible direction with only a small probability of a hit.",
            "going",
        ),
        (
            "FAT32 is an older but widely compatible file system, cheaper to read for every small "
            "device of the kind that an owner may still have.",
            "older",
        ),
        (
            "Isolated setup: Namespacing ensures separation, vital for multi-tenant systems, in "
            "terms of data privacy, security, and resource allocation.",
            "vital",
        ),
    ],
)
def test_a_cut_leaves_no_word_that_begins_the_next_thing(sentence: str, end: str) -> None:
    assert not [point for point in points(f"{FACT}.\n\n{sentence}\n") if point.endswith(end)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Практический вывод для читателя: прежде чем писать в дальнее хранилище, нужно спросить "
        "себя, нужна ли эта запись кому-нибудь.",
        "Уровни доступа — чтение записей (по умолчанию), запись в хранилище, удаление — "
        "определяют, какие действия возможны для читателя.",
    ],
)
def test_half_of_a_russian_statement_gives_no_point(sentence: str) -> None:
    fact = "Кэш хранит записи, которые часто читают, в ближней памяти"

    assert points(f"{fact}. {sentence}\n") == [fact]


def test_two_words_for_each_other_are_not_cut_apart() -> None:
    answer = (
        "Кэш хранит записи. Циклические зависимости модулей возникают, когда два или более модуля "
        "взаимно зависят друг от друга."
    )

    assert not [point for point in points(answer) if point.endswith("друг")]


def test_a_verb_of_the_subject_is_not_joined_to_its_cannot() -> None:
    answer = (
        "Git cannot automatically merge the changes and requires the user to manually resolve the "
        "conflict before committing."
    )

    assert not [point for point in points(answer) if "cannot requires" in point]


def test_a_chinese_clause_of_time_keeps_what_happens_then() -> None:
    fact = "缓存把经常读的条目放在近处的内存里"
    sentence = (
        "网页通过添加一个脚本的元素，向远处的缓存请求新的条目，缓存收到这些请求后，"
        "将条目放在一个指定名字的函数里传回来给所有的读者"
    )

    assert not [point for point in points(f"{fact}。{sentence}。\n") if point.endswith("后")]


@pytest.mark.parametrize(
    "sentence",
    [
        "힙이란 우선순위 큐를 위해 만들어진 자료구조로",
        "이러한 객체들을 찾아 메모리를 해제해줍니다",
        "자세한 내용은 메모리 구조를 참조하시기 바랍니다",
    ],
)
def test_half_of_a_korean_statement_gives_no_point(sentence: str) -> None:
    fact = "캐시는 서버와 독자 사이에서 자주 읽는 항목을 가까운 메모리에 오랫동안 보관합니다"

    assert points(f"{fact}.\n\n{sentence}.\n") == [fact]

"""Content that begins like a remark about the text or like an example."""

import pytest

from drill.points.noise import is_code
from drill.points.proposing import propose


@pytest.mark.parametrize(
    "fact",
    [
        "Clickjacking puts an invisible frame over the button that the user sees",
        "Visitors of the site share one cache as long as none of them is logged in",
        "If not found in the cache, the entry is read from the store and kept",
        "Consider caching the entries that are read far more often than written",
        "In the case of a restart, the memory is empty and every read goes to the store",
        "Assumes that nobody else writes to the table behind the back of the cache",
        "Ссылка на объект хранится в стеке, а сам объект хранится в куче",
        "Источник данных хранит записи, которых ещё нет в быстром кэше",
        "Объект передаётся в метод по ссылке, поэтому изменения видны снаружи",
        "Допустимые значения ключа хранятся в отдельной таблице базы данных",
        "Gracias a la caché, el servidor responde en menos de un milisegundo",
        "切换线程时需要保存上下文，因此会消耗更多的处理器时间",
        "关注点分离让缓存和业务代码可以独立修改和测试",
        "文本文件按行读取，每一行都会先放进缓存",
        "EXPLAIN shows which index the planner takes for a query",
        "Share a lock between two readers only if both of them read",
        "解释型语言在运行时逐行翻译源代码",
        "解释执行的程序启动很快，但是运行较慢",
    ],
)
def test_facts_are_kept_whatever_word_they_begin_with(fact: str) -> None:
    assert [point.text for point in propose("What is it?", f"{fact}.")] == [fact]


@pytest.mark.parametrize(
    "lost",
    [
        "With a hundred readers, this results in a hundred requests to the store",
        "One way around this is a lock that only the first reader takes",
        "A second copy on another host solves the problem",
        "The cleaner compares them with the clock once in every minute",
        "Do the same with a table in memory, which is not always faster",
        "Both approaches need a clock that never goes backwards",
        "A cache can be used for the following purposes",
        "Security of the store: it opens one more port to the network",
        "A read combines several actions",
        "In many ways, they are like shelves by the door",
        "The value of this entry is reset when the machine starts again",
        "Each of these readers needs a lock of its own",
        "The writer of the far store follows the same idea",
        "Questo permette di leggere da un altro computer della stessa rete",
        "Bunu uzaktaki bir okuyucu daha sonra yeniden okuyabilir",
    ],
)
def test_references_to_something_unseen_give_no_point(lost: str) -> None:
    fact = "Entries leave the memory after a minute, and they never come back"

    assert [point.text for point in propose("What is it?", f"{fact}.\n\n{lost}.")] == [fact]


def test_the_output_of_an_example_gives_no_point() -> None:
    fact = "The command prints how many entries the cache holds"
    answer = (
        f"{fact}.\n\nOutput:\n\n```\n17 entries\n```\n\nReal‑life example: a shelf by the door.\n"
    )

    assert [point.text for point in propose("What does it do?", answer)] == [fact]


def test_a_negation_is_not_finished_by_a_line_of_code() -> None:
    fact = "Every entry has a time at which it is dropped"
    answer = f"{fact}.\n\nBut, unfortunately, the time is not:\n\n```\nnow()\n```\n"

    assert [point.text for point in propose("What does it do?", answer)] == [fact]


def test_options_with_letters_give_no_points() -> None:
    assert propose("Who is the god of thunder?", "- A Odin\n- B Loki\n- C Thor\n- D Freyja\n") == ()


def test_a_later_sentence_of_an_unknown_language_is_kept_if_it_names_its_subject() -> None:
    answer = (
        "Önbellek sık okunan kayıtları bellekte tutar. Genellikle bir dakika sonra silinirler. "
        "Önbellek sunucunun yükünü azaltır."
    )

    assert [point.text for point in propose("Önbellek nedir?", answer)] == [
        "Önbellek sık okunan kayıtları bellekte tutar",
        "Önbellek sunucunun yükünü azaltır",
    ]


def test_rows_of_numbers_and_signs_give_no_points() -> None:
    table = "| A | B | Y |\n|---|---|---|\n| 0 | 0 | 1 |\n| 0 | 1 | 0 |\n| 1 | 1 | 0 |\n"

    assert propose("What does the gate do?", table) == ()


@pytest.mark.parametrize(
    "aside",
    [
        "- **Follow-up**: How do you measure the load of the far store in a week?\n",
        "**Common Weak Answer:** The store can be restarted every night by its owner.\n",
        "**Example scenario:**\nA host reads an entry. The store finds it at once.\n",
        "![[Locks of entries#Steps of locking]]\n![[Locks of entries#Video of it]]\n",
        "Last year I moved all entries of the store to a host of their own.\n",
        "A good move, because my team was happy with the new store.\n",
        "Option B is wrong because no store forgets an entry at once.\n",
        "An interviewer wants to hear how old an entry of the store can be.\n",
        "If you want next, I can explain how the store finds the entries.\n",
        "This is the core of a fast store in the practice of most owners.\n",
        "That doesn't mean that the readers of the store must wait for it.\n",
        "If interviewer asks for more, say that the store of the near host is locked.\n",
        "Your answer must include the age at which the store drops its entries.\n",
        "Replace `store.yml` with the path to your store of entries.\n",
        "hosts = ['near', 'far'] hosts.append('other') print(hosts) # all of them\n",
        "Now it is the store of the owner, who can do with it what he likes.\n",
        "Reading can be done through various techniques and tools.\n",
    ],
)
def test_what_is_beside_the_question_gives_no_point(aside: str) -> None:
    fact = "Every entry has a time at which it is dropped"

    points = propose("What does it do?", f"- {fact}\n\n{aside}")

    assert [point.text for point in points] == [fact]


@pytest.mark.parametrize(
    "aside",
    [
        "请使用缓存的数据集，找出所有的旧条目。",
        "缓存没有限制，例如我们可以这样",
        "缓存接口中定义了五个表示级别的常量",
    ],
)
def test_chinese_tasks_and_counts_give_no_point(aside: str) -> None:
    fact = "缓存把经常读的条目放在近处的内存里"

    points = propose("缓存是什么？", f"- {fact}\n\n{aside}。\n")

    assert [point.text for point in points] == [fact]


@pytest.mark.parametrize(
    "aside",
    [
        "Explain how the owner of the store can change the age of its entries.\n",
        "As you explain your way, focus on the age of the entries in the store.\n",
        "We're trying to find out how often the owner has cleaned the store.\n",
        "Решите задачу: [Задача 12 о хранилище записей](tasks.md).\n",
        "Consulta 04-store.md\n",
        "For example, a host reads an entry. The second reader of it waits for the lock.\n",
        "- **Examples:**\n  - **First:** The owner of a store moved all entries to a far host.\n",
        "## How to answer\n\nThe owner of the store should sound calm and sure of himself.\n",
        "As appropriate, these use the store of the owner on the far host.\n",
        "The same applies to stores in the houses of the other owners.\n",
        "Execute safely.\n",
        "A good candidate should name the age of the entries in the store.\n",
        "There's also one additional advantage of the near store here.\n",
        "Show me how an entry of the store is dropped.\n",
        "When a store is full, I carefully check:\n",
        "We noticed that the owner of the store was away for a week.\n",
        "A store holds its entries under the following condition of the owner.\n",
    ],
)
def test_tasks_references_and_remarks_without_content_give_no_point(aside: str) -> None:
    fact = "Every entry has a time at which it is dropped"

    points = propose("What does it do?", f"- {fact}\n\n{aside}")

    assert [point.text for point in points] == [fact]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who holds the lock?", "- The first reader\n- The last writer\n- All of the above\n"),
        ("Which of the following hold a lock?", "The first reader\n\nThe last writer\n"),
        ("A lock is held by ____.", "- the first reader of it\n- the last writer of it\n"),
        ("Who holds it?", "- [ ] the first reader\n- [b] the last writer\n- [ ] the owner\n"),
        ("Who holds it?", "1. the first reader\n2. the last writer\n3. the owner\n\n* 2\n"),
        ("Explain the following commands:", "- git fetch\n- git pull\n- git push\n"),
        ("R1: Who holds it?", "I2: The owner of the store holds it most of the time.\n"),
        ("Who holds it?", "A reader.\n\nB.\n\nA writer.\n\nC.\n\nThe owner.\n"),
        ("Who holds it?", "The reader.\n\nCorrect!\n\nThe writer.\n"),
        ("Write a pod.", "kind: Pod\nmetadata:\n  name: near-store\nspec:\n  image: store\n"),
    ],
)
def test_options_tasks_and_code_without_a_fence_give_no_points(question: str, answer: str) -> None:
    assert propose(question, answer) == ()


@pytest.mark.parametrize(
    "question",
    [
        "How do you choose the age of an entry?",
        "When would you pick the near store over the far one?",
        "Which option would you take for many readers, and why?",
        "Which of these two stores is faster, and why?",
        "Q1: What is a store?",
        "S3: what is a store?",
    ],
)
def test_a_question_that_asks_for_an_explanation_is_no_choice(question: str) -> None:
    facts = [
        "Every entry has a time at which it is dropped",
        "A far store keeps more entries and answers later",
    ]

    points = propose(question, "\n".join(f"- {fact}" for fact in facts))

    assert [point.text for point in points] == facts


@pytest.mark.parametrize("question", ["Choose the right two.", "Who holds it? (Select all.)"])
def test_an_instruction_to_choose_gives_no_points(question: str) -> None:
    assert propose(question, "- the first reader of it\n- the last writer of it\n") == ()


def test_notes_on_why_one_does_something_are_content() -> None:
    fact = "A slow store keeps its readers waiting for a minute"
    answer = f"## Why we test stores\n\n{fact}.\n"

    assert [point.text for point in propose("Why test a store?", answer)] == [fact]


def test_an_answer_that_begins_with_example_is_not_left_out() -> None:
    facts = [
        "Every entry has a time at which it is dropped",
        "A far store keeps more entries and answers later",
    ]
    answer = "Example:\n\n" + "\n".join(f"- {fact}" for fact in facts)

    assert [point.text for point in propose("Name two rules of a store.", answer)] == facts


@pytest.mark.parametrize("between", ["\n- ", "\n\n", "\n"])
def test_quarters_are_no_other_questions(between: str) -> None:
    quarters = ["Q1: We hire the team of the store", "Q2: Ten readers test a first version of it"]

    points = propose("What is the plan?", "".join(f"{between}{each}." for each in quarters))

    assert [point.text for point in points] == quarters


def test_quartiles_in_a_list_are_no_other_questions() -> None:
    quartiles = [
        "Q1: A quarter of the values is smaller",
        "Q3: Only the last of four parts is larger",
    ]

    points = propose("What are quartiles?", "".join(f"- {each}\n" for each in quartiles))

    assert [point.text for point in points] == quartiles


@pytest.mark.parametrize(
    "other",
    [
        "Q1: What is an entry?\n\nIt has a key.\n\nQ2: Who reads it?\n\nIts owner reads it.\n",
        "Q5: the far store\n\nIt keeps all of its entries.\n\nQ6: locks\n\nReaders hold them.\n",
        "Q1: the far store\n\nIt keeps all of its entries.\n",
    ],
)
def test_other_questions_end_the_answer(other: str) -> None:
    fact = "Every entry has a time at which it is dropped"

    assert [point.text for point in propose("What does it do?", f"{fact}.\n\n{other}")] == [fact]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("var: lives in a function\nlet: lives in a block\nconst: is never set again\n", False),
        ("var (old) is hoisted\nlet (new) is not\nconst (new) is never set again\n", False),
        ("precision = TP / (TP + FP)\nrecall = TP / (TP + FN)\nF1 = 2PR / (P + R)\n", False),
        ("var age = 3;\nlet name: string = near\nconst [a, b] = pair\n", True),
        ("import store\nage = 3\nstore.drop(age)\n", True),
        ("for (each of them)\n{\n  drop(it);\n}\n", True),
    ],
)
def test_lines_are_code_by_their_form_not_by_a_keyword(answer: str, expected: bool) -> None:
    assert is_code(answer) is expected

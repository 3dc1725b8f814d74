"""What says something, though it begins like talk about the text or like an example."""

import pytest

from drill.points import propose


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
    ],
)
def test_a_fact_stays_whatever_word_it_begins_with(fact: str) -> None:
    assert [point.text for point in propose("What is it?", f"{fact}.")] == [fact]

"""Answers of our own with the points that a good spoken answer has."""

from tests.points import kinds
from tests.points.marked import Marked

ENGLISH = (
    Marked(
        "What is a Bloom filter?",
        "A Bloom filter is a compact structure that tells whether an element may be in a set. It "
        "can say yes wrongly, but never no. Every element sets a few bits, chosen by several hash "
        "functions. For example, a browser can check bad addresses with it. Elements cannot be "
        "removed, because their bits may belong to others too.",
        (
            "A Bloom filter is a compact structure that tells whether an element may be in a set",
            "A Bloom filter can say yes wrongly, but never no",
            "Every element sets a few bits, chosen by several hash functions",
            "Elements cannot be removed, because their bits may belong to others too",
        ),
    ),
    Marked(
        "How do you find a memory leak?",
        "1. **Reproduce**: repeat one action until memory grows.\n"
        "2. **Compare**: take a heap snapshot before and after it.\n"
        "3. **Trace**: follow the references that keep the new objects alive.\n"
        "4. **Confirm**: repeat the action once more after the fix.\n\n"
        "Let's look at an example with a cache.\n",
        (
            "Reproduce: repeat one action until memory grows",
            "Compare: take a heap snapshot before and after it",
            "Trace: follow the references that keep the new objects alive",
            "Confirm: repeat the action once more after the fix",
        ),
    ),
    Marked(
        "What does a load balancer do?",
        "A load balancer spreads requests over several servers.\n\n### Advantages\n\n"
        "- No single point of failure\n- Easy scaling\n\n### Disadvantages\n\n"
        "- One more hop\n- Sessions need care\n\n### References\n\n- [A book](https://example.org)\n",
        (
            "A load balancer spreads requests over several servers",
            "Advantages: no single point of failure, easy scaling",
            "Disadvantages: one more hop, sessions need care",
        ),
    ),
    Marked(
        "What are the HTTP methods for?",
        "| Method | Meaning |\n|---|---|\n| `GET` | Reads a resource without changing it |\n"
        "| `PUT` | Replaces a resource as a whole |\n| `DELETE` | Removes a resource |\n",
        (
            "`GET`: reads a resource without changing it",
            "`PUT`: replaces a resource as a whole",
            "`DELETE`: removes a resource",
        ),
    ),
    Marked(
        "Why are migrations tested on a copy?",
        "Production data has shapes that no fixture has. In this article we only touch on it. A "
        "copy also shows how long the migration holds its locks.\n\n**Key takeaways**\n\n"
        "- Real data breaks assumptions\n- Lock times can be measured\n",
        ("Real data breaks assumptions", "Lock times can be measured"),
    ),
    Marked(
        "Is quicksort stable?",
        "No, quicksort is not stable, since equal keys can change places when the pivot is moved. "
        "Merge sort keeps their order.",
        (
            "Quicksort is not stable, since equal keys can change places",
            "Merge sort keeps their order",
        ),
    ),
    Marked(
        "When do you denormalize?",
        "- Reads dominate writes by far\n- Joins are the measured bottleneck\n"
        "- Slightly stale values are acceptable\n",
        (
            "Reads dominate writes by far",
            "Joins are the measured bottleneck",
            "Slightly stale values are acceptable",
        ),
    ),
    Marked(
        "How do you list open ports?",
        "The quickest way to list listening ports on Linux is:\n\n```sh\nss -ltn\n```\n\n"
        "The option `-p` adds the process that owns each socket.\n",
        (
            "The quickest way to list listening ports on Linux is: `ss -ltn`",
            "The option `-p` adds the process that owns each socket",
        ),
    ),
    Marked(
        "What is backpressure?",
        "Backpressure is the way in which a slow consumer tells its producer to slow down. Without "
        "it, queues grow until memory runs out. A bounded queue is the simplest form, because a "
        "full one blocks the producer. Have you ever seen a queue of a million messages?",
        (
            "Backpressure is the way in which a slow consumer tells its producer to slow down",
            "Without it, queues grow until memory runs out",
            "A bounded queue is the simplest form, because a full one blocks the producer",
        ),
    ),
    Marked(
        "What is the variance of a sum?",
        "For independent variables the variances add up: $\\sigma^2 = \\sigma_a^2 + \\sigma_b^2$. "
        "With correlation, twice the covariance is added.",
        (
            "For independent variables the variances add up: "
            "$\\sigma^2 = \\sigma_a^2 + \\sigma_b^2$",
            "With correlation, twice the covariance is added",
        ),
    ),
)

GERMAN = (
    Marked(
        "Was ist ein Deadlock?",
        "Ein Deadlock ist ein Zustand, in dem zwei Prozesse auf Ressourcen des jeweils anderen "
        "warten. Eine feste Reihenfolge der Sperren verhindert ihn. Zum Beispiel sperren beide "
        "Prozesse zuerst die kleinere Kontonummer.",
        (
            "Ein Deadlock ist ein Zustand, in dem zwei Prozesse auf Ressourcen des anderen warten",
            "Eine feste Reihenfolge der Sperren verhindert einen Deadlock",
        ),
    ),
    Marked(
        "Welche Vorteile hat ein Index?",
        "**Vorteile:**\n\n- Schnellere Suche nach einem Wert\n- Sortierte Ausgabe ohne Sortieren\n",
        (
            "Vorteile: Schnellere Suche nach einem Wert",
            "Vorteile: Sortierte Ausgabe ohne Sortieren",
        ),
    ),
    Marked(
        "Was gehört in ein Protokoll?",
        "Zusammenfassung:\n\n- Teilnehmer und Datum\n- Beschlüsse im Wortlaut\n- Offene Aufgaben\n",
        ("Teilnehmer und Datum", "Beschlüsse im Wortlaut", "Offene Aufgaben"),
    ),
)

SPANISH = (
    Marked(
        "¿Qué es un índice compuesto?",
        "Un índice compuesto ordena las filas por varias columnas a la vez. Sirve para consultas "
        "que filtran por la primera columna. Por ejemplo, por apellido y nombre. No conviene crear "
        "uno para cada consulta.",
        (
            "Un índice compuesto ordena las filas por varias columnas a la vez",
            "Sirve para consultas que filtran por la primera columna",
            "No conviene crear uno para cada consulta",
        ),
    ),
    Marked(
        "¿Cómo se protege una API?",
        "- **Autenticación**: comprueba quién llama.\n- **Autorización**: decide qué puede hacer.\n"
        "- **Límites**: frenan a quien llama demasiado.\n",
        (
            "Autenticación: comprueba quién llama",
            "Autorización: decide qué puede hacer",
            "Límites: frenan a quien llama demasiado",
        ),
    ),
)

PORTUGUESE = (
    Marked(
        "O que é uma fila de mensagens?",
        "Uma fila de mensagens guarda tarefas até que um consumidor as processe. Isso separa quem "
        "produz de quem consome. Além disso, picos de carga são absorvidos sem perda.",
        (
            "Uma fila de mensagens guarda tarefas até que um consumidor as processe",
            "Separa quem produz de quem consome",
            "Picos de carga são absorvidos sem perda",
        ),
    ),
    Marked(
        "Quais são os níveis de log?",
        "- `debug`: detalhes para quem desenvolve\n- `info`: o curso normal do programa\n"
        "- `error`: uma operação falhou\n",
        (
            "`debug`: detalhes para quem desenvolve",
            "`info`: o curso normal do programa",
            "`error`: uma operação falhou",
        ),
    ),
)

RUSSIAN = (
    *kinds.RUSSIAN,
    Marked(
        "Что такое шардирование?",
        "Шардирование делит таблицу на части, которые лежат на разных серверах. Ключ шардирования "
        "определяет, куда попадёт строка. Например, ключом может быть номер клиента. Запросы без "
        "ключа приходится отправлять на все серверы.",
        (
            "Шардирование делит таблицу на части, которые лежат на разных серверах",
            "Ключ шардирования определяет, куда попадёт строка",
            "Запросы без ключа приходится отправлять на все серверы",
        ),
    ),
    Marked(
        "Какие бывают кэши?",
        "Главное:\n\n- Кэш процессора хранит строки памяти\n- Кэш браузера хранит файлы сайта\n"
        "- Кэш базы хранит страницы диска\n\nСсылки:\n\n- [Статья](https://example.org)\n",
        (
            "Кэш процессора хранит строки памяти",
            "Кэш браузера хранит файлы сайта",
            "Кэш базы хранит страницы диска",
        ),
    ),
    Marked(
        "Зачем нужен брокер сообщений?",
        "**Преимущества**\n\n- Отправитель не ждёт получателя\n- Сообщения переживают сбой\n\n"
        "**Недостатки**\n\n- Порядок доставки не гарантирован\n- Систему труднее отлаживать\n",
        (
            "Преимущества: Отправитель не ждёт получателя, Сообщения переживают сбой",
            "Недостатки: Порядок доставки не гарантирован, Систему труднее отлаживать",
        ),
    ),
)

CHINESE = (
    *kinds.CHINESE,
    Marked(
        "什么是缓存穿透？",
        "缓存穿透是指查询一个不存在的数据，请求每次都会落到数据库。布隆过滤器可以提前拦截不存在的键。"
        "例如，攻击者会用随机编号发起请求。空结果也可以短时间缓存。",
        (
            "缓存穿透是指查询一个不存在的数据，请求每次都会落到数据库",
            "布隆过滤器可以提前拦截不存在的键",
            "空结果也可以短时间缓存",
        ),
    ),
    Marked(
        "消息队列有什么用？",
        "1. **解耦**：生产者不需要知道消费者\n2. **削峰**：高峰请求先放进队列\n"
        "3. **异步**：主流程不等待慢操作\n",
        (
            "解耦：生产者不需要知道消费者",
            "削峰：高峰请求先放进队列",
            "异步：主流程不等待慢操作",
        ),
    ),
    Marked(
        "数据库为什么要分表？",
        "单表数据太多时，索引层级变深，查询变慢。分表后每张表更小，备份也更快。\n\n总结：\n\n"
        "- 减小单表数据量\n- 缩短备份时间\n",
        ("减小单表数据量", "缩短备份时间"),
    ),
)

NOTHING = (
    Marked("Which one is a tuple?\n\nA. `[1]`\n\nB. `(1,)`", "**Answer: B**", ()),
    Marked("How do you reverse a list?", "```python\nitems[::-1]\n```", ()),
    Marked("Where is it described?", "[The manual](https://example.org/manual)", ()),
)

ANSWERS = (
    *(*ENGLISH, *kinds.ENGLISH, *GERMAN, *SPANISH, *kinds.SPANISH, *PORTUGUESE),
    *(*RUSSIAN, *CHINESE, *NOTHING),
)

"""Answers of our own whose points were once wrong: each stands for a kind of sentence."""

from tests.points.marked import Marked

ENGLISH = (
    Marked(  # the question asks for both columns
        "What is the difference between a queue and a topic?",
        "| Queue | Topic |\n|---|---|\n"
        "| One consumer gets each message | Every subscriber gets each message |\n"
        "| Messages wait until they are taken | Messages are lost without a subscriber |\n",
        (
            "Queue: one consumer gets each message; topic: every subscriber gets it",
            "Queue: messages wait until they are taken; topic: lost without a subscriber",
        ),
    ),
    Marked(  # labels that end alike, with their full stop in bold
        "Which delivery strategies do brokers offer?",
        "- **At-most-once strategy.** A message may get lost, but it never arrives twice.\n"
        "- **At-least-once strategy.** A message is repeated until the consumer confirms it, so "
        "copies can arrive.\n"
        "- **Exactly-once strategy.** Broker and consumer agree on an identifier, which costs two "
        "more round trips.\n",
        (
            "At-most-once: a message may get lost, but never arrives twice",
            "At-least-once: repeated until the consumer confirms it, so copies can arrive",
            "Exactly-once: broker and consumer agree on an identifier, costs two round trips",
        ),
    ),
    Marked(  # what explains stands behind a colon
        "What does a write-ahead log guarantee?",
        "A write-ahead log guarantees durability: every change of a page is written to the log "
        "before the page itself may be written to the disk. After a crash the database replays it.",
        (
            "A write-ahead log guarantees durability",
            "Every change of a page is written to the log before the page is written to disk",
            "After a crash the database replays it",
        ),
    ),
    Marked(  # somebody tells what they would do
        "How would you roll out a risky change?",
        "I'd put the change behind a flag first. Then I would switch it on for one percent of the "
        "users and watch the error rate.",
        (
            "Put the change behind a flag first",
            "Switch it on for one percent of the users and watch the error rate",
        ),
    ),
    Marked(  # a definition by a situation, a name for what was said
        "What is prefetching?",
        "Prefetching is a technique where a consumer takes more messages from the broker than it "
        "can handle at the moment. The messages wait in a local buffer. This is called the "
        "prefetch queue. It hides the latency of the network.",
        (
            "Prefetching: a consumer takes more messages from the broker than it can handle",
            "The messages wait in a local buffer (prefetch queue)",
            "The prefetch queue hides the latency of the network",
        ),
    ),
    Marked(  # sections that do not say what they are about
        "How do optimistic and pessimistic locking differ?",
        "### Optimistic locking\n\nA version number is compared at the time of the write. "
        "Conflicts are found late.\n\n### Pessimistic locking\n\nThe row is locked when it is "
        "read. Conflicts cannot happen, but other readers wait.\n",
        (
            "Optimistic locking: a version number is compared at the time of the write",
            "Optimistic locking: conflicts are found late",
            "Pessimistic locking: the row is locked when it is read",
            "Pessimistic locking: conflicts cannot happen, but other readers wait",
        ),
    ),
    Marked(  # sentences that leave out their subject
        "What is a sidecar?",
        "A sidecar runs beside a service in the same pod. Its logs are kept apart. Handles "
        "retries, so the service has no code for them.",
        (
            "A sidecar runs beside a service in the same pod",
            "A sidecar's logs are kept apart",
            "A sidecar handles retries, so the service has no code for them",
        ),
    ),
    Marked(  # items that differ in their name alone, under a heading that begins one of them
        "What do brokers with and without a log have to offer?",
        "**Pros:**\n\n- `log`: consumers can read the same messages again\n"
        "- `no log`: consumers cannot read the same messages again\n\n"
        "**Cons:**\n\n- Consistent ordering needs one partition\n",
        (
            "`log`: consumers can read the same messages again",
            "`no log`: consumers cannot read the same messages again",
            "Cons: consistent ordering needs one partition",
        ),
    ),
)

SPANISH = (
    Marked(  # no subject is needed
        "¿Qué son los webhooks?",
        "Los webhooks son avisos entre servidores. Son peticiones que se envían cuando ocurre un "
        "evento. Por lo que el cliente no tiene que preguntar.",
        (
            "Los webhooks son avisos entre servidores: peticiones que se envían en un evento",
            "El cliente no tiene que preguntar",
        ),
    ),
)

RUSSIAN = (
    Marked(  # a dash that defines is no label of what follows
        "Что такое очередь сообщений?",
        "Очередь сообщений - это буфер между отправителем и получателем. Получатель забирает "
        "сообщения, когда у него есть время.\n\n"
        "**Минусы очередей:**\n\n- усложняют отладку\n- требуют отдельного сервера\n",
        (
            "Очередь сообщений: буфер между отправителем и получателем",
            "Получатель забирает сообщения, когда у него есть время",
            "Минусы очередей: усложняют отладку, требуют отдельного сервера",
        ),
    ),
    Marked(  # rows of almost the same words
        "Какие есть гарантии доставки?",
        "| Гарантия | Что она означает |\n|---|---|\n"
        "| at most once | Сообщение приходит не больше одного раза |\n"
        "| at least once | Сообщение приходит не меньше одного раза |\n"
        "| exactly once | Сообщение приходит ровно один раз |\n",
        (
            "At most once: сообщение приходит не больше одного раза",
            "At least once: сообщение приходит не меньше одного раза",
            "Exactly once: сообщение приходит ровно один раз",
        ),
    ),
    Marked(  # a relative clause in the middle, a clause of time at the end
        "Как брокер доставляет сообщения?",
        "Брокер хранит сообщение, в котором указан адрес получателя, и повторяет отправку до тех "
        "пор, пока получатель не подтвердит его в отведённое ему время. Можно выделить несколько "
        "основных видов брокеров.",
        ("Брокер хранит сообщение и повторяет отправку, пока получатель не подтвердит его",),
    ),
)

CHINESE = (
    Marked(  # a condition in the middle of a sentence
        "什么是消息积压？",
        "消息积压是指消费者处理的速度跟不上生产者，消息在队列中越来越多。"
        "当积压超过阈值时，监控系统会向值班人员发送告警并记录当前的消费进度，"
        "如果短时间内无法恢复，就需要临时扩容消费者。",
        (
            "消息积压是指消费者处理的速度跟不上生产者，消息在队列中越来越多",
            "当积压超过阈值时，监控系统会向值班人员发送告警并记录消费进度",
            "如果短时间内无法恢复，就需要临时扩容消费者",
        ),
    ),
    Marked(  # items that share most of their words
        "消息队列有哪些投递语义？",
        "- **至多一次**：消息可能丢失，但不会重复投递\n"
        "- **至少一次**：消息不会丢失，但可能重复投递\n"
        "- **恰好一次**：消息不会丢失，也不会重复投递\n",
        (
            "至多一次：消息可能丢失，但不会重复投递",
            "至少一次：消息不会丢失，但可能重复投递",
            "恰好一次：消息不会丢失，也不会重复投递",
        ),
    ),
    Marked(  # an aside of the one who tells, and a sentence that only counts
        "如何保证消息不丢失？",
        "我平时没有遇到过这个问题。可以从生产者、消费者两个角度来看：\n\n"
        "- **生产者**：等待所有副本写入成功\n- **消费者**：处理完消息之后再手动提交\n",
        ("生产者：等待所有副本写入成功", "消费者：处理完消息之后再手动提交"),
    ),
)

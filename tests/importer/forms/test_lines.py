"""Questions in lines and paragraphs: labelled, bold, quoted, numbered."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "q ans lines": (
        """\
# Java interview questions

Q1. What is JVM?
Ans1. The Java Virtual Machine runs bytecode.

Q2. What is the difference between JDK and JRE?
Ans2. JDK has the compiler.
JRE only runs programs.

Q3. Is Java platform independent?
Ans3. Yes, because of bytecode.

- write once
- run anywhere
""",
        [
            ("What is JVM?", "The Java Virtual Machine runs bytecode."),
            (
                "What is the difference between JDK and JRE?",
                "JDK has the compiler.\nJRE only runs programs.",
            ),
            (
                "Is Java platform independent?",
                "Yes, because of bytecode.\n\n- write once\n- run anywhere",
            ),
        ],
    ),
    "q ans lines2": (
        """\
Q1) What is a pointer?
Ans) A variable that holds an address.

Q2) What is a dangling pointer?
Ans) One whose target is gone:

```c
int *p = f();
// # not a heading
```

Q3) What is `NULL`?
Ans) A pointer to nothing.
""",
        [
            ("What is a pointer?", "A variable that holds an address."),
            (
                "What is a dangling pointer?",
                "One whose target is gone:\n\n```c\nint *p = f();\n// # not a heading\n```",
            ),
            ("What is `NULL`?", "A pointer to nothing."),
        ],
    ),
    "q ans bold": (
        """\
# SQL

**Q1: What is a primary key?**
**Answer:** A column that identifies a row.

**Q2: What is a join?**
**Answer:** A way to combine tables:

1. inner
2. outer

**Q3: What is normalization?**
**Answer:** Splitting tables to avoid redundancy.
""",
        [
            ("What is a primary key?", "A column that identifies a row."),
            ("What is a join?", "A way to combine tables:\n\n1. inner\n2. outer"),
            ("What is normalization?", "Splitting tables to avoid redundancy."),
        ],
    ),
    "ru v o": (
        """\
# Собеседование Python

**Вопрос:** Что такое GIL?

**Ответ:** Глобальная блокировка интерпретатора.

**Вопрос:** Чем список отличается от кортежа?

**Ответ:** Список изменяемый, кортеж — нет.

**Вопрос:** Зачем нужны декораторы?

**Ответ:** Чтобы менять поведение функции.
""",
        [
            ("Что такое GIL?", "Глобальная блокировка интерпретатора."),
            ("Чем список отличается от кортежа?", "Список изменяемый, кортеж — нет."),
            ("Зачем нужны декораторы?", "Чтобы менять поведение функции."),
        ],
    ),
    "zh wen da": (
        """\
# 面试题

问：什么是进程？
答：进程是资源分配的基本单位。

问：什么是线程？
答：线程是调度的基本单位。

问：进程和线程的区别？
答：线程共享进程的内存。
""",
        [
            ("什么是进程？", "进程是资源分配的基本单位。"),
            ("什么是线程？", "线程是调度的基本单位。"),
            ("进程和线程的区别？", "线程共享进程的内存。"),
        ],
    ),
    "de": (
        """\
# Fragen

**Frage 1:** Was ist ein Prozess?

**Antwort:** Ein laufendes Programm.

**Frage 2:** Was ist ein Thread?

**Antwort:** Ein Faden im Prozess.
""",
        [
            ("Was ist ein Prozess?", "Ein laufendes Programm."),
            ("Was ist ein Thread?", "Ein Faden im Prozess."),
        ],
    ),
    "q only labels": (
        """\
# Interview

Q. What is a hash table?

An array of buckets.

Q. What is a collision?

Two keys in one bucket.

Q. What is a load factor?

Entries per bucket.
""",
        [
            ("What is a hash table?", "An array of buckets."),
            ("What is a collision?", "Two keys in one bucket."),
            ("What is a load factor?", "Entries per bucket."),
        ],
    ),
    "quote both": (
        """\
# Cards

> **Q:** What is a cache?
>
> **A:** Fast memory for recent data.

> **Q:** What is a TLB?
>
> **A:** A cache of page table entries.

> **Q:** What is a bus?
>
> **A:** Shared wires.
""",
        [
            ("What is a cache?", "Fast memory for recent data."),
            ("What is a TLB?", "A cache of page table entries."),
            ("What is a bus?", "Shared wires."),
        ],
    ),
    "blockquote ans": (
        """\
# Rust FAQ

**What is ownership?**

> A set of rules that govern memory.
>
> Each value has one owner.

**What is borrowing?**

> Using a value without owning it.

**Can I have two mutable references?**

> No, not at the same time.
""",
        [
            (
                "What is ownership?",
                "A set of rules that govern memory.\n\nEach value has one owner.",
            ),
            ("What is borrowing?", "Using a value without owning it."),
            ("Can I have two mutable references?", "No, not at the same time."),
        ],
    ),
    "blockquote q": (
        """\
# Interview notes

> What is a mutex?

A lock that one thread holds at a time.

> What is a deadlock?

Two threads wait for each other.

They never go on.

> What is a semaphore?

A counter with waiting.
""",
        [
            ("What is a mutex?", "A lock that one thread holds at a time."),
            ("What is a deadlock?", "Two threads wait for each other.\n\nThey never go on."),
            ("What is a semaphore?", "A counter with waiting."),
        ],
    ),
    "bold leadin": (
        """\
# Networking FAQ

**What is DHCP?** It hands out addresses.

**What is NAT?** It maps addresses:

- many to one

**What is a VLAN?** A virtual network.
""",
        [
            ("What is DHCP?", "It hands out addresses."),
            ("What is NAT?", "It maps addresses:\n\n- many to one"),
            ("What is a VLAN?", "A virtual network."),
        ],
    ),
    "bold q plain a": (
        """\
# Scrum interview

**1. What is a sprint?**
A time box of one to four weeks.

**2. Who owns the backlog?**
The product owner.

**3. What is velocity?**
Points per sprint.
""",
        [
            ("What is a sprint?", "A time box of one to four weeks."),
            ("Who owns the backlog?", "The product owner."),
            ("What is velocity?", "Points per sprint."),
        ],
    ),
    "bold num only": (
        """\
# Kafka

**1.** What is a topic?

A named log.

**2.** What is a partition?

A part of a topic.

**3.** Consumer groups

They share partitions.
""",
        [
            ("What is a topic?", "A named log."),
            ("What is a partition?", "A part of a topic."),
            ("Consumer groups", "They share partitions."),
        ],
    ),
    "emoji qa": (
        """\
# FAQ

❓ **How do I install it?**

💡 Run the installer.

❓ **Where is the config?**

💡 In your home folder.

❓ **How do I remove it?**

💡 Delete the folder.
""",
        [
            ("How do I install it?", "Run the installer."),
            ("Where is the config?", "In your home folder."),
            ("How do I remove it?", "Delete the folder."),
        ],
    ),
    "zh num": (
        """\
# Java 面试题

### 一、基础

1、什么是多态？

同一个接口，不同实现。

2、String 和 StringBuilder 的区别？

String 不可变。

### 二、集合

3、HashMap 的原理？

数组加链表。

4、ArrayList 怎么扩容？

扩容为 1.5 倍。
""",
        [
            ("什么是多态？", "同一个接口，不同实现。"),
            ("String 和 StringBuilder 的区别？", "String 不可变。"),
            ("HashMap 的原理？", "数组加链表。"),
            ("ArrayList 怎么扩容？", "扩容为 1.5 倍。"),
        ],
    ),
    "zh bold": (
        """\
# 数据库面试题

**1、什么是事务？**

一组要么全做要么全不做的操作。

**2、事务的特性**

ACID：

- 原子性
- 一致性

**3、什么是索引？**

加快查询的数据结构。
""",
        [
            ("什么是事务？", "一组要么全做要么全不做的操作。"),
            ("事务的特性", "ACID：\n\n- 原子性\n- 一致性"),
            ("什么是索引？", "加快查询的数据结构。"),
        ],
    ),
    "zh paren": (
        """\
# 网络

（1）什么是三次握手？

建立连接的过程。

（2）什么是四次挥手？

断开连接的过程。

（3）为什么是三次？

防止旧连接。
""",
        [
            ("什么是三次握手？", "建立连接的过程。"),
            ("什么是四次挥手？", "断开连接的过程。"),
            ("为什么是三次？", "防止旧连接。"),
        ],
    ),
    "html b": (
        """\
<h2>Interview</h2>

<b>1. What is an API?</b>
<br>
An interface for programs.
<br><br>
<b>2. What is REST?</b>
<br>
A style.
<br><br>
<b>3. What is SOAP?</b>
<br>
A protocol.
""",
        [
            ("What is an API?", "An interface for programs."),
            ("What is REST?", "A style."),
            ("What is SOAP?", "A protocol."),
        ],
    ),
    "change": (
        """\
# Interview prep

## 1. What is REST?

An architectural style.

## 2. What is GraphQL?

A query language.

## 3. What is gRPC?

A framework for calls.

# More questions

**Q: What is a queue?**

A: First in, first out.

**Q: What is a stack?**

A: Last in, first out.

**Q: What is a heap?**

A: A tree with order.
""",
        [
            ("What is REST?", "An architectural style."),
            ("What is GraphQL?", "A query language."),
            ("What is gRPC?", "A framework for calls."),
            ("What is a queue?", "First in, first out."),
            ("What is a stack?", "Last in, first out."),
            ("What is a heap?", "A tree with order."),
        ],
    ),
    "ansnum para": (
        """\
Interview questions on Hive

Q.1 What is Hive?

Ans. A warehouse on Hadoop.

Q.2 What is a partition in Hive?

Ans. A folder of a table.

- static
- dynamic

Q.3 What is a bucket?

Ans. A file of a partition.
""",
        [
            ("What is Hive?", "A warehouse on Hadoop."),
            ("What is a partition in Hive?", "A folder of a table.\n\n- static\n- dynamic"),
            ("What is a bucket?", "A file of a partition."),
        ],
    ),
    "bq q bold": (
        """\
# Book club

> **1. What is the theme?**

Loss.

> **2. Who tells the story?**

The sister.

> **3. Where does it end?**

At sea.
""",
        [
            ("What is the theme?", "Loss."),
            ("Who tells the story?", "The sister."),
            ("Where does it end?", "At sea."),
        ],
    ),
    "change details": (
        """\
# Prep

**Q: What is a process?**
A: A running program.

**Q: What is a thread?**
A: A path of execution.

## Part two

<details><summary>What is paging?</summary>

Memory in pages.

</details>

<details><summary>What is a TLB?</summary>

A cache.

</details>

<details><summary>What is a segment?</summary>

A region.

</details>
""",
        [
            ("What is a process?", "A running program."),
            ("What is a thread?", "A path of execution."),
            ("What is paging?", "Memory in pages."),
            ("What is a TLB?", "A cache."),
            ("What is a segment?", "A region."),
        ],
    ),
    "answers with numlists": (
        """\
# Agile Q&A

**Q1: What are the Scrum events?**

1. Sprint planning
2. Daily scrum
3. Review
4. Retrospective

**Q2: What are the roles?**

1. Product owner
2. Scrum master
3. Developers

**Q3: How long is a sprint?**

1. One to four weeks.
""",
        [
            (
                "What are the Scrum events?",
                "1. Sprint planning\n2. Daily scrum\n3. Review\n4. Retrospective",
            ),
            ("What are the roles?", "1. Product owner\n2. Scrum master\n3. Developers"),
            ("How long is a sprint?", "1. One to four weeks."),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])

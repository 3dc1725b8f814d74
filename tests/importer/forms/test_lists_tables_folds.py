"""Questions in lists, tables and folds, with and without answers."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "a numbered list of which half asks, and one with an indent of code": (
        "# Notes of autumn\n\n1. What is a heap?\n2. Why does a tree split?\n3. pca\n4. boosting\n"
        "5. How is a model trained?\n6. What is a kernel?\n\n# Code\n\n\t 1. the longest run\n"
        "\t 2. How is a list sorted?\n\t 3. eight queens\n\t 4. Is a graph a tree?\n"
        "\t 5. quick sort +2\n",
        [
            ("What is a heap?", None),
            ("Why does a tree split?", None),
            ("pca", None),
            ("boosting", None),
            ("How is a model trained?", None),
            ("What is a kernel?", None),
            ("the longest run", None),
            ("How is a list sorted?", None),
            ("eight queens", None),
            ("Is a graph a tree?", None),
            ("quick sort +2", None),
        ],
    ),
    "folds of questions inside folds, beside a fold of notes; rules around answers": (
        "# Security\n\n<details>\n<summary>Basics</summary>\n\n"
        "<details>\n<summary>What is a hash?</summary>\n<hr>\nA fingerprint.\n<hr>\n</details>\n\n"
        "<details>\n<summary>What is salt?</summary>\n<hr>\nRandom bytes.\n<hr>\n</details>\n\n"
        "<details>\n<summary>What is a nonce?</summary>\n<hr>\nUsed once.\n<hr>\n</details>\n\n"
        "</details>\n\n<details>\n<summary>Notes</summary>\n\n- Keys are long.\n\n</details>\n",
        [
            ("What is a hash?", "A fingerprint."),
            ("What is salt?", "Random bytes."),
            ("What is a nonce?", "Used once."),
        ],
    ),
    "bullets around numbers, answered below": (
        "# Exam\n\n- 1) What is a heap?\n\nA tree.\n\n- 2) What is a stack?\n\nA pile.\n\n"
        "- 3) What is a queue?\n\nA line.\n\n- 4) What is a map?\n\nPairs.\n",
        [
            ("What is a heap?", "A tree."),
            ("What is a stack?", "A pile."),
            ("What is a queue?", "A line."),
            ("What is a map?", "Pairs."),
        ],
    ),
    "folds titled by topics, of which the document is made": (
        "# Java\n\n"
        "<details>\n<summary>Garbage collection</summary>\n\nFrees objects.\n\n</details>\n\n"
        "<details>\n<summary>Class loader</summary>\n\nLoads classes.\n\n</details>\n\n"
        "<details>\n<summary>String pool</summary>\n\nKeeps literals.\n\n</details>\n\n"
        "<details>\n<summary>Volatile</summary>\n\nReads from memory.\n\n</details>\n",
        [
            ("Garbage collection", "Frees objects."),
            ("Class loader", "Loads classes."),
            ("String pool", "Keeps literals."),
            ("Volatile", "Reads from memory."),
        ],
    ),
    "folds of one unknown word below each heading": (
        "# Сети\n\n### OSI\n\n"
        "<details>\n<summary>Развернуть</summary>\n\nСемь уровней.\n\n</details>\n\n"
        "### TCP\n\n"
        "<details>\n<summary>Развернуть</summary>\n\nС подтверждением.\n\n</details>\n\n"
        "### UDP\n\n"
        "<details>\n<summary>Развернуть</summary>\n\nБез него.\n\n</details>\n",
        [("OSI", "Семь уровней."), ("TCP", "С подтверждением."), ("UDP", "Без него.")],
    ),
    "a table whose question number has no words": (
        "# Poll\n\n| Question ID | Question Text | Answer |\n| --- | --- | --- |\n"
        "| 96024 | Are you good at math? | Yes |\n| 98059 | Do you have any sibling? | One |\n",
        [("Are you good at math?", "Yes"), ("Do you have any sibling?", "One")],
    ),
    "a table whose questions have no words": (
        "# Quiz\n\n| Question | Answer |\n| --- | --- |\n| 2 + 2 | 4 |\n| 404 | Not found. |\n"
        "| 200 | All is well. |\n",
        [("2 + 2", "4"), ("404", "Not found."), ("200", "All is well.")],
    ),
    "numlist nested": (
        """\
# Kubernetes

1. What is a pod?
   - The smallest unit
   - One or more containers
2. What is a deployment?
   - Manages replica sets

   It rolls out changes.
3. What is a config map?
   - Key-value settings
4. How do you scale?
   ```sh
   kubectl scale --replicas=3
   # comment
   ```
""",
        [
            ("What is a pod?", "- The smallest unit\n- One or more containers"),
            ("What is a deployment?", "- Manages replica sets\n\nIt rolls out changes."),
            ("What is a config map?", "- Key-value settings"),
            ("How do you scale?", "```sh\nkubectl scale --replicas=3\n# comment\n```"),
        ],
    ),
    "numlist below": (
        """\
# Operating systems

1. What is a page fault?

A trap when a page is not in memory.

2. What is thrashing?

Too much paging:

- slow
- disk bound

3. Describe virtual memory.

An abstraction of memory.
""",
        [
            ("What is a page fault?", "A trap when a page is not in memory."),
            ("What is thrashing?", "Too much paging:\n\n- slow\n- disk bound"),
            ("Describe virtual memory.", "An abstraction of memory."),
        ],
    ),
    "num bold item": (
        """\
# Angular

1. **What is a component?**

   A class with a template.

2. **What is a service?**

   Shared logic.

3. **What is a pipe?**

   A formatter.
""",
        [
            ("What is a component?", "A class with a template."),
            ("What is a service?", "Shared logic."),
            ("What is a pipe?", "A formatter."),
        ],
    ),
    "num item dash": (
        """\
1. What is SOLID? - Five principles of design.
2. What is DRY? - Do not repeat yourself.
3. What is KISS? - Keep it simple.
""",
        [
            ("What is SOLID?", "Five principles of design."),
            ("What is DRY?", "Do not repeat yourself."),
            ("What is KISS?", "Keep it simple."),
        ],
    ),
    "bullet bold nested": (
        """\
# DevOps interview questions

## CI/CD

* **What is continuous integration?**
  * Merging often
  * Building each time
* **What is continuous delivery?**
  * Always ready to release

## Monitoring

* **What is an SLO?**
  * A target for a service level
* **What is an error budget?**
  * What the SLO leaves
""",
        [
            ("What is continuous integration?", "* Merging often\n* Building each time"),
            ("What is continuous delivery?", "* Always ready to release"),
            ("What is an SLO?", "* A target for a service level"),
            ("What is an error budget?", "* What the SLO leaves"),
        ],
    ),
    "es bullets": (
        """\
# Preguntas frecuentes

* **¿Cuánto cuesta?**
  Nada.

* **¿Dónde está el código?**
  En el repositorio.

* **¿Puedo contribuir?**
  Sí, claro:

  1. Haz un fork
  2. Envía un cambio
""",
        [
            ("¿Cuánto cuesta?", "Nada."),
            ("¿Dónde está el código?", "En el repositorio."),
            ("¿Puedo contribuir?", "Sí, claro:\n\n1. Haz un fork\n2. Envía un cambio"),
        ],
    ),
    "list no ans ru": (
        """\
# Вопросы на собеседование

## Основы

- Что такое замыкание?
- Чем `let` отличается от `var`?
- Как работает event loop?

## Продвинутые

- Расскажите про прототипы.
- Что делает `bind`?
- Почему `0.1 + 0.2 !== 0.3`?
""",
        [
            ("Что такое замыкание?", None),
            ("Чем `let` отличается от `var`?", None),
            ("Как работает event loop?", None),
            ("Расскажите про прототипы.", None),
            ("Что делает `bind`?", None),
            ("Почему `0.1 + 0.2 !== 0.3`?", None),
        ],
    ),
    "num no ans": (
        """\
# 20 Behavioral questions

Here are questions you will hear often.

1. Tell me about yourself.
2. Why do you want this job?
3. Describe a conflict with a coworker.
4. What is your greatest weakness?
5. Where do you see yourself in five years?

Good luck!
""",
        [
            ("Tell me about yourself.", None),
            ("Why do you want this job?", None),
            ("Describe a conflict with a coworker.", None),
            ("What is your greatest weakness?", None),
            ("Where do you see yourself in five years?", None),
        ],
    ),
    "toplist sections": (
        """\
# Frontend questions

#### Table of Contents

  1. [HTML Questions](#html)
  1. [CSS Questions](#css)

#### [[⬆]](#toc) <a name='html'>HTML Questions:</a>

* What does a `doctype` do?
* How do you serve a page with content in multiple languages?
* What are data- attributes good for?

#### [[⬆]](#toc) <a name='css'>CSS Questions:</a>

* What is the difference between classes and IDs?
* Describe z-index.
* What are the various clearing techniques?

#### Contributors

* [Alice](https://a.example)
* [Bob](https://b.example)
""",
        [
            ("What does a `doctype` do?", None),
            ("How do you serve a page with content in multiple languages?", None),
            ("What are data- attributes good for?", None),
            ("What is the difference between classes and IDs?", None),
            ("Describe z-index.", None),
            ("What are the various clearing techniques?", None),
        ],
    ),
    "list q a nested": (
        """\
# FAQ

- Q: Is it free?
  - A: Yes.
- Q: Is it open source?
  - A: Yes, under MIT.
- Q: Does it run on Windows?
  - A: It does.
""",
        [
            ("Is it free?", "Yes."),
            ("Is it open source?", "Yes, under MIT."),
            ("Does it run on Windows?", "It does."),
        ],
    ),
    "list q a flat": (
        """\
# Trivia

- **Q:** Capital of France?
- **A:** Paris

- **Q:** Capital of Spain?
- **A:** Madrid

- **Q:** Capital of Peru?
- **A:** Lima
""",
        [
            ("Capital of France?", "Paris"),
            ("Capital of Spain?", "Madrid"),
            ("Capital of Peru?", "Lima"),
        ],
    ),
    "all ones": (
        """\
# Interview

1. What is Ruby?
   A language.
1. What is a gem?
   A package.
1. What is Rails?
   A framework.
1. What is rake?
   A build tool.
""",
        [
            ("What is Ruby?", "A language."),
            ("What is a gem?", "A package."),
            ("What is Rails?", "A framework."),
            ("What is rake?", "A build tool."),
        ],
    ),
    "list topic numbered answers": (
        """\
# Top DevOps questions

1. What is DevOps?

    A culture.

    ## Benefits

    Speed.

2. Infrastructure as code

    Servers from files.

3. What is blue/green deployment?

    Two environments.

<br>

## About the author

Jane writes about DevOps.
""",
        [
            ("What is DevOps?", "A culture.\n\n## Benefits\n\nSpeed."),
            ("Infrastructure as code", "Servers from files."),
            ("What is blue/green deployment?", "Two environments."),
        ],
    ),
    "table qa": (
        """\
# React Q&A

| # | Question | Answer |
|---|----------|--------|
| 1 | What is JSX? | A syntax extension |
| 2 | What is a hook? | A function that starts with `use` |
| 3 | What is a key? | A stable identity \\| id |

Thanks for reading!
""",
        [
            ("What is JSX?", "A syntax extension"),
            ("What is a hook?", "A function that starts with `use`"),
            ("What is a key?", "A stable identity | id"),
        ],
    ),
    "table qa es": (
        """\
# Preguntas

## Básico

| Pregunta | Respuesta |
|---|---|
| ¿Qué es CSS? | Hojas de estilo |
| ¿Qué es HTML? | Lenguaje de marcado |

## Avanzado

| Pregunta | Respuesta |
|---|---|
| ¿Qué es flexbox? | Un modelo de caja flexible |
| ¿Qué es grid? | Una rejilla |
""",
        [
            ("¿Qué es CSS?", "Hojas de estilo"),
            ("¿Qué es HTML?", "Lenguaje de marcado"),
            ("¿Qué es flexbox?", "Un modelo de caja flexible"),
            ("¿Qué es grid?", "Una rejilla"),
        ],
    ),
    "table html": (
        """\
# FAQ

<table>
<tr><th>Question</th><th>Answer</th></tr>
<tr><td>What is a pod?</td><td>A group of containers</td></tr>
<tr><td>What is a node?</td><td>A machine of the cluster</td></tr>
<tr><td>What is a service?</td><td>A stable address</td></tr>
</table>
""",
        [
            ("What is a pod?", "A group of containers"),
            ("What is a node?", "A machine of the cluster"),
            ("What is a service?", "A stable address"),
        ],
    ),
    "details zh": (
        """\
# 前端面试题

## CSS

<details>
<summary>什么是盒模型？</summary>

内容、内边距、边框、外边距。

</details>

<details>
<summary>如何实现垂直居中？</summary>

用 flex：

```css
align-items: center;
```

</details>

## JS

<details>
<summary>什么是闭包？</summary>

函数和它的词法环境。

</details>
""",
        [
            ("什么是盒模型？", "内容、内边距、边框、外边距。"),
            ("如何实现垂直居中？", "用 flex：\n\n```css\nalign-items: center;\n```"),
            ("什么是闭包？", "函数和它的词法环境。"),
        ],
    ),
    "summary num": (
        """\
# Redis

<details>
<summary>1. What is Redis?</summary>
An in-memory store.
</details>

<details>
<summary>2. What is AOF?</summary>
A log of writes.
</details>

<details>
<summary>3. Eviction policies</summary>
LRU, LFU and others.
</details>
""",
        [
            ("What is Redis?", "An in-memory store."),
            ("What is AOF?", "A log of writes."),
            ("Eviction policies", "LRU, LFU and others."),
        ],
    ),
    "summary inline": (
        """\
# Redis

<details><summary>What is Redis?</summary>An in-memory store.</details>
<details><summary>What is AOF?</summary>A log of writes.</details>
<details><summary>What is RDB?</summary>A snapshot.</details>
""",
        [
            ("What is Redis?", "An in-memory store."),
            ("What is AOF?", "A log of writes."),
            ("What is RDB?", "A snapshot."),
        ],
    ),
    "summary p": (
        """\
# Vim

<details>
  <summary><h3>How do I quit?</h3></summary>
  <p>Type <code>:q</code>.</p>
</details>

<details>
  <summary><h3>How do I save?</h3></summary>
  <p>Type <code>:w</code>.</p>
  <pre><code>:w file
</code></pre>
</details>
""",
        [
            ("How do I quit?", "Type `:q`."),
            ("How do I save?", "Type `:w`.\n\n```\n:w file\n```"),
        ],
    ),
    "num heading details": (
        """\
# Questions

### 1. What is an index?
<details><summary>Answer</summary>

A structure for fast look-up.

</details>

### 2. What is a view?
<details><summary>Answer</summary>

A stored query.

</details>

### 3. What is a trigger?
<details><summary>Answer</summary>

Code that runs on change.

</details>
""",
        [
            ("What is an index?", "A structure for fast look-up."),
            ("What is a view?", "A stored query."),
            ("What is a trigger?", "Code that runs on change."),
        ],
    ),
    "ru table": (
        """\
| № | Вопрос | Ответ | Тема |
|---|---|---|---|
| 1 | Что такое TCP? | Надёжный протокол | Сети |
| 2 | Что такое UDP? | Быстрый протокол | Сети |
""",
        [
            ("Что такое TCP?", "Надёжный протокол"),
            ("Что такое UDP?", "Быстрый протокол"),
        ],
    ),
    "zh table": (
        """\
# 常见问题

| 问题 | 答案 |
| :--- | :--- |
| 什么是缓存？ | 快速存储 |
| 什么是索引？ | 查找结构<br>如 B 树 |
""",
        [
            ("什么是缓存？", "快速存储"),
            ("什么是索引？", "查找结构  \n如 B 树"),
        ],
    ),
    "change to list": (
        """\
# Prep

### What is a process?

A running program.

### What is a thread?

A path of execution.

### What is a scheduler?

It chooses who runs.

## Behavioural

- Tell me about yourself.
- Why should we hire you?
- What motivates you?
- Describe a conflict you solved.
""",
        [
            ("What is a process?", "A running program."),
            ("What is a thread?", "A path of execution."),
            ("What is a scheduler?", "It chooses who runs."),
            ("Tell me about yourself.", None),
            ("Why should we hire you?", None),
            ("What motivates you?", None),
            ("Describe a conflict you solved.", None),
        ],
    ),
    "ru details": (
        """\
# Вопросы по Java

### 1. Что такое JVM?

<details>
<summary>Ответ</summary>

Виртуальная машина.

</details>

### 2. Чем отличается `==` от `equals`?

<details>
<summary>Показать ответ</summary>

`==` сравнивает ссылки.

</details>

### 3. Коллекции

<details>
<summary>Ответ</summary>

List, Set, Map.

</details>
""",
        [
            ("Что такое JVM?", "Виртуальная машина."),
            ("Чем отличается `==` от `equals`?", "`==` сравнивает ссылки."),
            ("Коллекции", "List, Set, Map."),
        ],
    ),
    "ques list links sections": (
        """\
# Awesome interview questions

- [Java](#java)
- [Python](#python)

## Java

1. What is a JVM?
2. What is a thread?
3. Difference between abstract class and interface

## Python

1. What is a decorator?
2. What is the GIL?
3. List vs tuple
""",
        [
            ("What is a JVM?", None),
            ("What is a thread?", None),
            ("Difference between abstract class and interface", None),
            ("What is a decorator?", None),
            ("What is the GIL?", None),
            ("List vs tuple", None),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])

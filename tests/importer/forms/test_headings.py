"""Questions in headings: plain, numbered, labelled, with topics, contents and drift."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "heading es": (
        """\
---
title: Preguntas de entrevista
---

## Tabla de contenidos

- [¿Qué es Node?](#que-es-node)
- [¿Qué es npm?](#que-es-npm)
- [Bucle de eventos](#bucle-de-eventos)

## ¿Qué es Node?

Un entorno de ejecución.

[Volver arriba](#tabla-de-contenidos)

---

## ¿Qué es npm?

Un gestor de paquetes.

[Volver arriba](#tabla-de-contenidos)

---

## Bucle de eventos

Atiende las tareas.

### Fases

Timers, poll, check.

[Volver arriba](#tabla-de-contenidos)

---

## Licencia

MIT
""",
        [
            ("¿Qué es Node?", "Un entorno de ejecución."),
            ("¿Qué es npm?", "Un gestor de paquetes."),
            ("Bucle de eventos", "Atiende las tareas.\n\n### Fases\n\nTimers, poll, check."),
        ],
    ),
    "bold lines below a rule that continue the numbers": (
        "# Interview questions\n\n## 1. What is a socket?\n\nAn end point.\n\n**2. Ports**\n\n"
        "And so on.\n\n---\n\n## 2. What is a port?\n\nA number.\n\n**3. Known ones**\n\n"
        "Below 1024.\n\n---\n\n**3. Write a request.**\n\nGET /\n\n**4. Write a response**\n\n"
        "200 OK\n",
        [
            ("What is a socket?", "An end point.\n\n**2. Ports**\n\nAnd so on."),
            ("What is a port?", "A number.\n\n**3. Known ones**\n\nBelow 1024."),
            ("Write a request.", "GET /"),
            ("Write a response", "200 OK"),
        ],
    ),
    "topics numbered": (
        """\
# Machine learning notes: interview questions

## 1. Bias and variance

Bias is error from wrong assumptions.

## 2. What is overfitting?

Too close a fit.

## 3. Regularization

A penalty on size.

## 4. Explain cross validation

Split and rotate.
""",
        [
            ("Bias and variance", "Bias is error from wrong assumptions."),
            ("What is overfitting?", "Too close a fit."),
            ("Regularization", "A penalty on size."),
            ("Explain cross validation", "Split and rotate."),
        ],
    ),
    "mixed levels": (
        """\
# Q&A

## Q1: What is A?

Text A.

### Sub

More A.

### Q2: What is B?

Text B.

#### Q3: What is C?

Text C.

## Q4: What is D?

Text D.
""",
        [
            ("What is A?", "Text A.\n\n### Sub\n\nMore A."),
            ("What is B?", "Text B."),
            ("What is C?", "Text C."),
            ("What is D?", "Text D."),
        ],
    ),
    "chapters 11": (
        """\
# Book of questions

# 1. Basics

## 1.1 What is a bit?

Zero or one.

## 1.2 What is a byte?

Eight bits.

# 2. Memory

## 2.1 What is RAM?

Volatile memory.

## 2.2 What is ROM?

Read-only memory.
""",
        [
            ("What is a bit?", "Zero or one."),
            ("What is a byte?", "Eight bits."),
            ("What is RAM?", "Volatile memory."),
            ("What is ROM?", "Read-only memory."),
        ],
    ),
    "setext": (
        """\
Interview
=========

What is a monad?
----------------

A monoid in disguise.

What is a functor?
------------------

Something mappable.

What is currying?
-----------------

One argument at a time.
""",
        [
            ("What is a monad?", "A monoid in disguise."),
            ("What is a functor?", "Something mappable."),
            ("What is currying?", "One argument at a time."),
        ],
    ),
    "emoji head": (
        """\
# 🚀 Cloud interview

## ☁️ 1️⃣ What is a VPC?

A private network.

## ☁️ 2️⃣ What is a subnet?

A part of it.

## ☁️ 3️⃣ What is a gateway?

A way out.
""",
        [
            ("What is a VPC?", "A private network."),
            ("What is a subnet?", "A part of it."),
            ("What is a gateway?", "A way out."),
        ],
    ),
    "fr": (
        """\
# Questions d'entretien

## Qu'est-ce que le DOM ?

Un arbre.

## Comment fonctionne le cache ?

Il garde des copies.

## Pourquoi utiliser HTTPS ?

Pour chiffrer.
""",
        [
            ("Qu'est-ce que le DOM ?", "Un arbre."),
            ("Comment fonctionne le cache ?", "Il garde des copies."),
            ("Pourquoi utiliser HTTPS ?", "Pour chiffrer."),
        ],
    ),
    "zh ref answer": (
        """\
# 面试

### 1. 请解释事件循环

**参考答案：**

先同步，再微任务，再宏任务。

### 2. 说说原型链

**参考答案：**

对象通过 `__proto__` 相连。

### 3. 箭头函数与普通函数

**参考答案：**

没有自己的 this。
""",
        [
            ("请解释事件循环", "先同步，再微任务，再宏任务。"),
            ("说说原型链", "对象通过 `__proto__` 相连。"),
            ("箭头函数与普通函数", "没有自己的 this。"),
        ],
    ),
    "zh di": (
        """\
# 题库

## 第1题：什么是栈？

**答案：** 后进先出。

## 第2题：什么是队列？

**答案：** 先进先出。

## 第3题：什么是堆？

**答案：** 一种完全二叉树。
""",
        [
            ("什么是栈？", "后进先出。"),
            ("什么是队列？", "先进先出。"),
            ("什么是堆？", "一种完全二叉树。"),
        ],
    ),
    "question answer headings": (
        """\
# Study guide

## Question

What is photosynthesis?

## Answer

Plants make sugar from light.

## Question

What is respiration?

## Answer

Cells release energy.

## Question

What is osmosis?

## Answer

Water moves through a membrane.
""",
        [
            ("What is photosynthesis?", "Plants make sugar from light."),
            ("What is respiration?", "Cells release energy."),
            ("What is osmosis?", "Water moves through a membrane."),
        ],
    ),
    "q answer sub": (
        """\
# Study guide

## 1. What is photosynthesis?

### Answer

Plants make sugar from light.

### Example

Leaves.

## 2. What is respiration?

### Answer

Cells release energy.

## 3. What is osmosis?

### Answer

Water moves.
""",
        [
            ("What is photosynthesis?", "Plants make sugar from light.\n\n### Example\n\nLeaves."),
            ("What is respiration?", "Cells release energy."),
            ("What is osmosis?", "Water moves."),
        ],
    ),
    "q3 bold": (
        """\
# Mock interview

## Question 1

**What is a closure?**

A function with its environment.

## Question 2

**How does `this` work in arrow functions?**

It is taken from the enclosing scope.

## Question 3

**Explain hoisting.**

Declarations are moved to the top.

- var
- function
""",
        [
            ("What is a closure?", "A function with its environment."),
            ("How does `this` work in arrow functions?", "It is taken from the enclosing scope."),
            ("Explain hoisting.", "Declarations are moved to the top.\n\n- var\n- function"),
        ],
    ),
    "q3 bold es": (
        """\
# Examen de Redes

## Pregunta 1

**¿Qué es una dirección IP?**

Un identificador de un equipo en la red.

## Pregunta 2

**¿Para qué sirve DNS?**

Traduce nombres a direcciones.

## Pregunta 3

**Explica el modelo OSI.**

Siete capas.
""",
        [
            ("¿Qué es una dirección IP?", "Un identificador de un equipo en la red."),
            ("¿Para qué sirve DNS?", "Traduce nombres a direcciones."),
            ("Explica el modelo OSI.", "Siete capas."),
        ],
    ),
    "heads no answers": (
        """\
# System design questions

## Beginner

### What is load balancing?

### What is caching?

### How does DNS work?

## Advanced

### Design a URL shortener

### Design a chat service

### How would you shard a database?
""",
        [
            ("What is load balancing?", None),
            ("What is caching?", None),
            ("How does DNS work?", None),
            ("Design a URL shortener", None),
            ("Design a chat service", None),
            ("How would you shard a database?", None),
        ],
    ),
    "topic heading q below": (
        """\
# The Questions

Some questions for backend interviews.

## Design Patterns

### Globals Are Evil
Why are global and static objects evil? Can you show it with a code example?

### Inversion of Control
Tell me about Inversion of Control and how it improves the design of code.

### Demeter's Law
What do you think of this principle? Write code violating it, then fix it.

### Active Record
What is the limitation of Active Record?

## Code Design

### High cohesion
It is often said to favour it. What does it mean?

### Off by one
Why does array indexing start with zero?
""",
        [
            (
                (
                    "Globals Are Evil\n"
                    "\n"
                    "Why are global and static objects evil? Can you show it with a code example?"
                ),
                None,
            ),
            (
                (
                    "Inversion of Control\n"
                    "\n"
                    "Tell me about Inversion of Control and how it improves the design of code."
                ),
                None,
            ),
            (
                (
                    "Demeter's Law\n"
                    "\n"
                    "What do you think of this principle? Write code violating it, then fix it."
                ),
                None,
            ),
            ("Active Record\n\nWhat is the limitation of Active Record?", None),
            (("High cohesion\n\nIt is often said to favour it. What does it mean?"), None),
            ("Off by one\n\nWhy does array indexing start with zero?", None),
        ],
    ),
    "blockquote ans h": (
        """\
# Rust interview

### 1. What is a trait?

> A trait says what a type can do.
>
> - like an interface
> - with default methods

### 2. What is a lifetime?

> How long a reference is valid.
""",
        [
            (
                "What is a trait?",
                ("A trait says what a type can do.\n\n- like an interface\n- with default methods"),
            ),
            ("What is a lifetime?", "How long a reference is valid."),
        ],
    ),
    "html h": (
        """\
<h1>Networking</h1>

<h3>What is TCP?</h3>
<p>A reliable, ordered <b>byte stream</b>.</p>

<h3>What is UDP?</h3>
<p>Datagrams without guarantees.</p>
<ul>
<li>fast</li>
<li>small</li>
</ul>

<h3>What is a port?</h3>
<p>A number that names a process.</p>
""",
        [
            ("What is TCP?", "A reliable, ordered **byte stream**."),
            ("What is UDP?", "Datagrams without guarantees.\n\n- fast\n- small"),
            ("What is a port?", "A number that names a process."),
        ],
    ),
    "dl html": (
        """\
# Docker FAQ

<dl>
  <dt>What is an image?</dt>
  <dd>A read-only template.</dd>
  <dt>What is a container?</dt>
  <dd>A running image.</dd>
  <dt>What is a volume?</dt>
  <dd>Storage that <b>outlives</b> a container.</dd>
</dl>
""",
        [
            ("What is an image?", "A read-only template."),
            ("What is a container?", "A running image."),
            ("What is a volume?", "Storage that **outlives** a container."),
        ],
    ),
    "toc num statement": (
        """\
# Data engineering interview

1. [Partitioning](#partitioning)
2. [What is skew?](#what-is-skew)
3. [Star schema](#star-schema)

---

### Partitioning

Splitting a table.

#### Hash

By hash.

### What is skew?

Uneven partitions.

### Star schema

Facts and dimensions.

## Resources

- [Book](https://b.example)
""",
        [
            ("Partitioning", "Splitting a table.\n\n#### Hash\n\nBy hash."),
            ("What is skew?", "Uneven partitions."),
            ("Star schema", "Facts and dimensions."),
        ],
    ),
    "answer has questions": (
        """\
# Coaching interview questions

## 1. How do you prepare for an interview?

Ask yourself:

- What do I know?
- What do they need?
- Why me?

## 2. Tell me about a failure.

Say what you learned.

### What if you have none?

Everybody has one.

## 3. What is your biggest strength?

Pick one.
""",
        [
            (
                "How do you prepare for an interview?",
                ("Ask yourself:\n\n- What do I know?\n- What do they need?\n- Why me?"),
            ),
            (
                "Tell me about a failure.",
                ("Say what you learned.\n\n### What if you have none?\n\nEverybody has one."),
            ),
            ("What is your biggest strength?", "Pick one."),
        ],
    ),
    "num heads code comments": (
        """\
# Bash interview

### 1) How do you list files?

```bash
# 2) not a question?
ls
## Q: neither is this
```

### 2) How do you count lines?

    # indented code
    wc -l

### 3) How do you search?

`grep -r`
""",
        [
            (
                "How do you list files?",
                ("```bash\n# 2) not a question?\nls\n## Q: neither is this\n```"),
            ),
            ("How do you count lines?", "# indented code\nwc -l"),
            ("How do you search?", "`grep -r`"),
        ],
    ),
    "pt": (
        """\
# Perguntas de entrevista

### 1. O que é um closure?

**Resposta:** Uma função com seu ambiente.

### 2. Qual a diferença entre `let` e `const`?

**Resposta:** `const` não muda.

### 3. Explique o event loop.

**Resposta:** Ele atende as filas.
""",
        [
            ("O que é um closure?", "Uma função com seu ambiente."),
            ("Qual a diferença entre `let` e `const`?", "`const` não muda."),
            ("Explique o event loop.", "Ele atende as filas."),
        ],
    ),
    "ja": (
        """\
# 面接の質問

## Q1. クロージャとは何ですか？

関数とその環境です。

## Q2. 継承とは何ですか？

クラスの性質を受け継ぐことです。

## Q3. ポリモーフィズムを説明してください。

同じ名前で違う動作をします。
""",
        [
            ("クロージャとは何ですか？", "関数とその環境です。"),
            ("継承とは何ですか？", "クラスの性質を受け継ぐことです。"),
            ("ポリモーフィズムを説明してください。", "同じ名前で違う動作をします。"),
        ],
    ),
    "sections with intro": (
        """\
# React interview questions

This section has an introduction. It explains how to use the list.

## Basics

These are basic.

### What is JSX?

Syntax.

### What are props?

Inputs.

## Advanced

These are harder. You may skip them.

### What is Suspense?

Waiting.

### Portals

Rendering elsewhere.
""",
        [
            ("What is JSX?", "Syntax."),
            ("What are props?", "Inputs."),
            ("What is Suspense?", "Waiting."),
            ("Portals", "Rendering elsewhere."),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])

"""Mixed documents: statements, tasks alone, topics with questions, two levels, two parts."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "statements with a verdict below, and behind, them": (
        "# Semana 3\n\n1. TCP abre una conexión.\n   - Verdadero\n2. UDP garantiza.\n   - Falso\n"
        "3. IPv6 tiene 128 bits.\n   - Verdadero\n4. DNS usa el puerto 25.\n   - Falso\n\n"
        "## Más\n\n- Un proceso tiene hilos. (V)\n- El caché es un disco. (F)\n"
        "- La pila crece. (V)\n- El núcleo es un usuario. (F)\n",
        [
            ("TCP abre una conexión.", "Verdadero"),
            ("UDP garantiza.", "Falso"),
            ("IPv6 tiene 128 bits.", "Verdadero"),
            ("DNS usa el puerto 25.", "Falso"),
            ("Un proceso tiene hilos.", "V"),
            ("El caché es un disco.", "F"),
            ("La pila crece.", "V"),
            ("El núcleo es un usuario.", "F"),
        ],
    ),
    "statements whose answers are labelled, below a title that asks": (
        "# Richtig oder falsch?\n\n1. Prozesse haben Threads.\n\n   Antwort: Richtig\n\n"
        "2. UDP garantiert.\n\n   Antwort: Falsch\n\n3. IPv6 hat 128 Bit.\n\n   Antwort: Richtig\n",
        [
            ("Prozesse haben Threads.", "Richtig"),
            ("UDP garantiert.", "Falsch"),
            ("IPv6 hat 128 Bit.", "Richtig"),
        ],
    ),
    "tasks without one question mark": (
        "# Kapitel 4\n\n1. Erläutern Sie Paging.\n2. Nennen Sie die Bedingungen.\n"
        "3. Beschreiben Sie Round Robin.\n4. Zeichnen Sie den Automaten.\n",
        [
            ("Erläutern Sie Paging.", None),
            ("Nennen Sie die Bedingungen.", None),
            ("Beschreiben Sie Round Robin.", None),
            ("Zeichnen Sie den Automaten.", None),
        ],
    ),
    "a topic among questions that has only questions": (
        "# Linux questions\n\n1. What is a shell?\n\n   A program.\n\n2. Permissions\n\n"
        "   - What is `chmod`?\n     It changes modes.\n"
        "   - What is `chown`?\n     It changes owners.\n\n"
        "3. What is a signal?\n\n   A notice.\n",
        [
            ("What is a shell?", "A program."),
            ("What is `chmod`?", "It changes modes."),
            ("What is `chown`?", "It changes owners."),
            ("What is a signal?", "A notice."),
        ],
    ),
    "a section of advice before headings that ask": (
        "# Java interview questions\n\n## Tips\n\nRead twice.\n\n"
        "## What is the JVM?\n\nA machine.\n\n"
        "## What is the JIT?\n\nA compiler.\n\n## What is the heap?\n\nMemory.\n",
        [
            ("What is the JVM?", "A machine."),
            ("What is the JIT?", "A compiler."),
            ("What is the heap?", "Memory."),
        ],
    ),
    "answers that are sentences in fences, and a second part of labelled pairs below chapters": (
        "# Sorular\n\n## Sınıf nedir?\n```\nSınıf bir şablondur ve nesneler ondan oluşur.\n"
        "Her nesne kendi alanlarını taşır ve yöntemleri paylaşır.\n```\n\n## Nesne nedir?\n```\n"
        "Nesne bir sınıfın örneğidir ve bellekte yer alır.\n"
        "Alanları vardır ve yöntemleri çağrılır burada.\n```\n\n"
        "## Temeller\n\n1. **Soru:** Paket nedir?\n\n   **Cevap:** Sınıfları toplar.\n\n"
        "2. **Soru:** Yöntem nedir?\n\n   **Cevap:** Bir işlev.\n",
        [
            (
                "Sınıf nedir?",
                "```\nSınıf bir şablondur ve nesneler ondan oluşur.\n"
                "Her nesne kendi alanlarını taşır ve yöntemleri paylaşır.\n```",
            ),
            (
                "Nesne nedir?",
                "```\nNesne bir sınıfın örneğidir ve bellekte yer alır.\n"
                "Alanları vardır ve yöntemleri çağrılır burada.\n```",
            ),
            ("Paket nedir?", "Sınıfları toplar."),
            ("Yöntem nedir?", "Bir işlev."),
        ],
    ),
    "questions one level below chapters, and then at their level": (
        "# Risposte\n\n## Basi\n\n### Descrivere un PLC\n\nUn controllore.\n\n"
        "### Definizione di sistema\n\nUn insieme.\n\n### Cos'è un segnale?\n\nUna grandezza.\n\n"
        "## Memoria\n\n## Cos'è una MMU?\n\nUn'unità.\n\n"
        "## Spiegare la cache\n\nMemoria veloce.\n\n"
        "## Tipi di memoria\n\nRAM e ROM.\n",
        [
            ("Descrivere un PLC", "Un controllore."),
            ("Definizione di sistema", "Un insieme."),
            ("Cos'è un segnale?", "Una grandezza."),
            ("Cos'è una MMU?", "Un'unità."),
            ("Spiegare la cache", "Memoria veloce."),
            ("Tipi di memoria", "RAM e ROM."),
        ],
    ),
    "items that ask, each with its answer in bold type on its line": (
        "# Quiz\n\n- Who wrote `A? B`? **Ada**\n- What does **map** do? **It calls (each * one)**\n"
        "- Who is right? **Both**\n  - Neither knew.\n- **What is a tree?** A graph.\n",
        [
            ("Who wrote `A? B`?", "Ada"),
            ("What does **map** do?", "It calls (each * one)"),
            ("Who is right?", "Both\n\n- Neither knew."),
            ("What is a tree?", "A graph."),
        ],
    ),
    "items that ask, with tags in bold type above their answers": (
        "# Questions\n\n- What is a heap? **Alpha**\n  - A tree.\n- What is a set? **Beta**\n"
        "  - A bag.\n- What is a list? **Gamma**\n  - A row.\n",
        [
            ("What is a heap? **Alpha**", "A tree."),
            ("What is a set? **Beta**", "A bag."),
            ("What is a list? **Gamma**", "A row."),
        ],
    ),
    "bold items that ask on after the bold part, some of them answered": (
        "# Interview questions\n\n- **Which editor do you use?** Why that one?\n"
        "- **Talk about your last job.** What did you learn?\n  - Make backups.\n"
        "- **How do you save memory?** Why then?\n  - Make copies rarely.\n"
        "- What is a closure?\n- What is a promise?\n- What is a stream?\n"
        "- What is hoisting?\n",
        [
            ("Which editor do you use? Why that one?", None),
            ("Talk about your last job. What did you learn?", "- Make backups."),
            ("How do you save memory? Why then?", "- Make copies rarely."),
            ("What is a closure?", None),
            ("What is a promise?", None),
            ("What is a stream?", None),
            ("What is hoisting?", None),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_form_is_read(case: Case) -> None:
    check(*case)

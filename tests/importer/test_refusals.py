"""Documents that have questions in them and are no documents of questions."""

import pytest

from drill.errors import DrillError
from drill.importer import import_document

DOCUMENTS = {
    "a changelog that asks": """\
# Changelog

## What changed?

- A new parser.

## Who is affected?

Users of the old one.

## How do I migrate?

Run the script.
""",
    "a template with comments to fill in": """\
## What does this change do?

<!-- Describe it. -->

## Why is it needed?

<!-- Your reasons. -->

## How was it tested?

- [ ] By hand
""",
    "a survey": """\
# Umfrage zur Kantine

1. Wie oft essen Sie hier?
   - [ ] täglich
   - [ ] selten
2. Was gefällt Ihnen?
3. Was fehlt Ihnen?
""",
    "a prompt with what a program is to ask": """\
# Interview agent

You talk to people about their plans.

## Questions to ask

1. What is the goal?
2. Who are the users?
3. What is the deadline?

## Rules

- Ask one at a time.
- Sum up what was said.
- Then stop.
""",
    "what a meeting left open": """\
# Meeting in March

- The release is on Friday.
- Ben takes over support.

## Open questions

- Do we need a migration?
- Who writes the manual?
- When is the next meeting?

## To do

- Ana books the room.
""",
    "a guide with a short section of help": """\
# Work on the code

Clone it. Install what it needs.

Make a branch of your own.

## Tests

Run them before each commit.

A test states one behaviour.

## FAQ

### It does not start. What should I do?

Install it again.

### How do I update?

Rebase.
""",
    "numbered steps that begin as tasks do": """\
# A list of chores

## 1. Define the model

Write one file.

## 2. Describe the routes

Write another.

## 3. Explain it to the others

Write a page.
""",
    "topics to tick off": """\
# What to learn

- [ ] **Topic a**: what it is and how it is built.
- [ ] **Topic b**: what it is and how it is built.
- [ ] **Topic c**: what it is and how it is built.
- [ ] **Topic d**: what it is and how it is built.
- [ ] **Topic e**: what it is and how it is built.
- [ ] **Topic f**: what it is and how it is built.
- [ ] **Topic g**: what it is and how it is built.
- [ ] **Topic h**: what it is and how it is built.
- [ ] **Topic i**: what it is and how it is built.
- [ ] **Topic j**: what it is and how it is built.
- [ ] **Topic k**: what it is and how it is built.
- [ ] **Topic l**: what it is and how it is built.
- [ ] **Topic m**: what it is and how it is built.
""",
    "an interface with its responses": """\
# Interface

#### GET /a

**Request:** no body.

**Response:** a list.

#### GET /b

**Request:** no body.

**Response:** a list.

#### GET /c

**Request:** no body.

**Response:** a list.

#### GET /d

**Request:** no body.

**Response:** a list.

""",
    "advice on interviews": """\
# Work

Part a is done.

Part b is done.

Part c is done.

Part d is done.

Part e is done.

Part f is done.

## Tips for the interview

- Have a pen with you.
- Do not be late.
- Are not all of us nervous: breathe.
""",
    "rows of data with unknown values": """\
rot,1,?,2,9
rot,2,?,1,8
rust,3,?,2,7
rust,4,?,?,6
mould,5,1,?,5
mould,6,?,1,4
""",
    "the description of a glossary": """\
# The glossary

## Words in the file

Each has a line.

## Checks

They run at night.

## Plans

More words.

## Contributing

Send one.

## License

MIT
""",
    "two lists to tick": """\
### Plugins that I use:

- [x] one
- [x] two

### Plugins of others:

- [x] three
- [ ] four
""",
    "code after a letter": """\
d:I[6614,[],""]
a:["$","div"]
""",
    "the index of a glossary": """\
# Glossary of sailing

## A

- [anchor](a/anchor.md)
- [astern](a/astern.md)

## B

- [beam](b/beam.md)
- [bow](b/bow.md)

## C

- [cleat](c/cleat.md)
- [course](c/course.md)
""",
    "readme": """\
# mytool

A small tool. Have questions? Open an issue.

## Why?

Because nothing else fits.

## Installation

    pip install mytool

## Usage

Run it.

## What's new

- 1.0

## Contributing

Send patches.

## License

MIT
""",
    "notes": """\
# Meeting notes

## Agenda

1. Budget
2. Hiring
3. What is next?

## Decisions

- Buy laptops
- Hire two people
""",
    "tutorial": """\
# How to write a parser

## Introduction

What is a parser? It turns text into trees.

## Step 1: The lexer

Do you need a lexer? Often yes.

## Step 2: The grammar

Write rules.

## What about errors?

Report them.

## Conclusion

Done.
""",
    "changelog": """\
# Changelog

## 2.1.0

### Added

- Option `--why` (what is it? see docs)

### Fixed

- Crash on start

## 2.0.0

### Removed

- Python 2
""",
    "readme faq": """\
# supertool

Supertool converts files.

## Install

```sh
pip install supertool
```

## Usage

Run `supertool file`. There are many options:

- `--fast`: be fast
- `--safe`: be safe

## Configuration

Write a file:

```toml
a = 1
```

## How it works

It reads, then writes. The reader is in C. The writer is in Python.
Both talk through a pipe.

## Contributing

Open a pull request. Read the guide first.

## License

MIT
""",
    "recipe": """\
# Pancakes

## Ingredients

1. Flour
2. Milk
3. Eggs

## Steps

1. Mix the flour and the milk.
2. Add the eggs.
3. Is it too thick? Add milk.
4. Bake.
""",
    "blog": """\
# Why I left the cloud

Have you ever wondered what your servers do at night? I did.

## What happened?

The bill came. It was large, and nobody could say why it was so large.

So we looked at the numbers for a week, and found that most of it was traffic between zones.

## The plan

We bought three machines. They arrived on a Tuesday.

1. Rack them
2. Wire them
3. Install Linux

## Was it worth it?

Yes. We pay a third now, and sleep well.

## What next?

Backups. Then a second site.
""",
    "howto": """\
# Developer guide

## How to build

Run make.

## How to test

Run make test.

## How to release

Tag it.

## How to get help

Ask in chat.
""",
    "api": """\
# API reference

## GET /users

Returns users.

### Parameters

| Name | Description |
|---|---|
| q | What to search for |
| a | Whether to show all |

## POST /users

Creates a user. Why POST? Because.

### Errors

1. 400
2. 409
""",
    "todo": """\
# Roadmap

- [x] Parser
- [ ] What about Windows?
- [ ] Docs
- [x] Tests
""",
    "initials of a checklist": """\
# Procedures

### Before landing

* P: Propeller forward
* R: Radio on
* S: Switches on
* A: Airspeed

### Before take-off

* F: Fuel valve open
* P: Pressure of oil
* T: Trim set

### On a fire

* P: Pull the handle
* U: Unlatch the door
""",
    "steps of a laboratory": "# 实验四\n\n"
    + "".join(f"## {n}. 实现第{n}个系统调用\n\n修改内核代码。\n\n" for n in range(1, 7)),
    "small library": """\
# lib

## Why another lib?

It is small.

## Install

npm i lib

## API

### lib.a()

Does a.

### lib.b()

Does b.

## How does it work?

Magic.

## License

MIT
""",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_without_questions_for_its_reader_is_refused(name: str) -> None:
    with pytest.raises(DrillError, match="no questions found") as refusal:
        import_document(DOCUMENTS[name].encode(), f"{name}.md")
    assert refusal.value.code == 1

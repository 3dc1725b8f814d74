"""Decks that mean harm: one whose every text does, and files that are no decks at all."""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOOD = """\
deck: good
title: Good
questions:
  - id: sky
    question: What colour is the sky?
    answer: Blue.
    key_points: [Blue]
"""

# What a terminal would obey or hide: bidi overrides, isolates, runs without width, and, by the
# entities of Markdown and the escapes of addresses, ESC and the controls above U+0080.
TERMINAL = (
    "\u202egnp.exe\u202c \u2066i\u2069 a\u200b\u200b\u2060b c\u200d\u200dd \U000e0041 "
    "&#27;[66;66m &#x1b;]0;owned&#7; &#x9b;66;66m &#x9d;52;c;QQ== &#x202e; &#8203; "
    "<http://a.example/%1b%5b66;66m>"
)
CONSOLE = "[red]r[/red] [/b] [link=http://a.example]l[/link] [bold [/] [@click=x]y[/] :bomb:"
FORMULAS = (
    r"""$\text{</math><script>x()</script> " #panic("t")}$ $\href{javascript:x()}{h}$ """
    r"""$\unicode{x1b}$ $\char"1B$ $\class{a}{b}$ $\def\a{\a\a}\a$ $$\style{color:red}{s}$$ """
    r"""$\url{javascript:x()}$ \\(\href{javascript:x()}{anki}\\) """
)
TYPST = '#panic("typst") #read("/etc/passwd") ] #[ } // /* $ sys.inputs $ @label <label> \\u{1b}'
CARDS = (
    r"[sound:evil.mp3] [latex]\input{/etc/passwd}[/latex] [$]x[/$] {{c1::cloze}} {{Key}} <!-- -->"
)


def web(address: str) -> str:
    """Markdown and HTML that would load something from `address`, or run something."""
    return (
        f"<script src={address}/s.js></script>"
        f"<img src={address}/i.png onerror=document.title='run'>"
        f"<link rel=stylesheet href={address}/l.css><style>@import '{address}/c.css';</style>"
        f"<iframe src={address}/f.html></iframe><svg onload=document.title='run'></svg> "
        f"<meta http-equiv=refresh content='0;url={address}/m.html'> <base href={address}/b> "
        f"![remote]({address}/p.png) [j](javascript:document.title='run') "
        "[data](data:text/html;base64,PHNjcmlwdD4=) ![svg](data:image/svg+xml,<svg/onload=x>) "
        '![q](x"onerror="x) [v](vbscript:x) [JS](JaVaScRiPt:x) [e](java&#10;script:x) '
        "</title></style></textarea></article>"
    )


def payload(address: str = "http://a.example") -> str:
    """Everything at once, on one line."""
    return " ".join((TERMINAL, CONSOLE, FORMULAS, TYPST, CARDS, web(address)))


def quoted(text: str) -> str:
    """`text` as YAML in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def texts(address: str = "http://a.example") -> str:
    """A deck that reads well, with something hostile in each of its texts."""
    long, line, word = payload(address), TERMINAL[:90] + " [red]", "\u202e[/b]<b>\u200b\u200b=1"
    points = "".join(
        f"      - point: {quoted(start + each)}\n        terms: [{quoted(word)}]\n"
        for start in ("", "=")
        for each in (TERMINAL + CONSOLE, FORMULAS, TYPST + CARDS, web(address))
    )
    return f"""\
deck: hostile
title: {quoted(line + "<script>x()</script> ::a::b")}
tags: [{quoted(word)}, '=cmd', '<b>']
source: {{document: {quoted("../../" + line)}, sha256: {"0" * 64}}}
x-note: "\\e[66;66m \\x9b66;66m \\u202e"
questions:
  - id: first
    question: {quoted(long)}
    answer: {quoted(long)}
    key_points:
{points}\
    hint: {quoted(TERMINAL + CONSOLE)}
    follow_ups: [{quoted(TERMINAL + CONSOLE)}, {quoted("=" + web(address)[:1500])}]
    notes: {quoted(long)}
    tags: [{quoted("@" + word)}]
    x-more: ["\\e]0;owned\\a", {{a: "\\x9b66;66m"}}]
  - id: second
    question: |
      =HYPERLINK("http://a.example") {CONSOLE}

      # {TERMINAL}
      > {TERMINAL}

      ```{TERMINAL[:20]} [red] ' onmouseover=x
      {TERMINAL} </code></pre><script>x()</script>
      ```

      | {CONSOLE.replace("|", "")} | b |
      |---|---|
      | {TERMINAL} | {CARDS} |

          {TYPST}
      - {FORMULAS}
      1. {web(address)}
    answer: "+1"
  - id: third
    question: {quoted("=" + line)}
    options:
      - {quoted("=" + TERMINAL + CONSOLE)}
      - option: {quoted("+" + FORMULAS + CARDS)}
        correct: true
      - {quoted("@" + TYPST)}
      - {quoted(web(address)[:1900])}
    answer: {quoted("=" + CARDS + web(address))}
"""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is refused: what it holds, and `line[code]` of a problem that it has.

    `said` is its name as it may be shown.
    """

    name: str
    holds: str | bytes | Callable[[Path], object]
    problem: str
    said: str = ""

    def put(self, folder: Path) -> Path:
        """Make it in `folder`; its path."""
        path = folder / self.name
        if callable(self.holds):
            self.holds(path)
        else:
            path.write_bytes(self.holds.encode() if isinstance(self.holds, str) else self.holds)
        return path


def _deck(question: str = "question: Q", id_: str = "q", top: str = "deck: d\ntitle: T") -> str:
    return f"{top}\nquestions:\n  - id: {id_}\n    {question}\n"


def _sparse(path: Path) -> None:
    """100 MB of one text that take no room."""
    with path.open("wb") as file:
        file.write(_deck('answer: "').encode())
        file.truncate(100_000_000)


def _listen(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(path.parent)  # such an address has some hundred bytes at the most
        try:
            listener.bind(path.name)
        finally:
            os.chdir(here)


def _unreadable(path: Path) -> None:
    path.write_text(GOOD)
    path.chmod(0)


_LAUGHS = "".join(
    f"x-{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]\n" for number in range(1, 10)
)

FILES = [
    File("anchors.yaml", "x-0: &a0 [lol]\n" + _LAUGHS + _deck(), "1[refused]"),
    File("circle.yaml", _deck(top="deck: d\ntitle: T\nx-a: &a [*a]"), "3[refused]"),
    File("merge.yaml", _deck("<<: {question: Q}"), "5[refused]"),
    File("python.yaml", _deck("question: !!python/object/apply:os.system [id]"), "5[refused]"),
    File("custom.yaml", _deck('question: !<tag:%E2%80%AE%1B%5B66;66m> "\\e"'), "5[refused]"),
    File("deep.yaml", "[" * 100_000, "1[too-deep]"),
    File("deep-keys.yaml", _deck("x-a: " + "{a: " * 50_000), "5[too-deep]"),
    File("deep-blocks.yaml", "".join("- " * 400 + "a\n" for _ in range(9)), "1[too-deep]"),
    File("huge.yaml", _sparse, "1[too-large]"),
    File("long.yaml", _deck(f"question: {'a' * 7_000_000}"), "5[too-long]"),
    File("many.yaml", _deck(f"tags: [{'a,' * 500_000}]"), "5[too-large]"),
    File("twice.yaml", _deck("question: A\n    question: B"), "6[duplicate-key]"),
    File("twins.yaml", _deck("question: A\n  - id: q\n    question: B"), "6[duplicate-id]"),
    File("case.yaml", _deck("question: A\n  - id: Q\n    question: B"), "6[id]"),
    File("up.yaml", _deck(id_="../../x"), "4[id]"),
    File("device-id.yaml", _deck(top="deck: con\ntitle: T"), "1[id]"),
    File("device-id-2.yaml", _deck(id_="CON"), "4[id]"),
    File("long-id.yaml", _deck(id_="a" * 300), "4[id]"),
    File("escape-id.yaml", _deck(id_='"\\e]0;owned\\a\\x9b66;66m\\u202e"'), "4[id]"),
    File("escapes.yaml", _deck('question: "\\e]52;c;QQ==\\a"'), "5[control]"),
    File("key.yaml", _deck('"\\e[66;66m\\n\\u202e": Q'), "5[unknown-key]"),
    File("choice.yaml", _deck('difficulty: "\\e[66;66m\\u202e"'), "5[choice]"),
    File("raw.yaml", _deck("question: \x1b[66;66m"), "5[control]"),
    File("latin.yaml", _deck("question: \xe9").encode("latin-1"), "5[not-utf8]"),
    File("utf-16.yaml", GOOD.encode("utf-16"), "1[not-utf8]"),
    File("nul.yaml", b"\0" * 1000, "1[control]"),
    File("noise.yaml", bytes(range(256)) * 40, "2[not-utf8]"),
    File("empty.yaml", "", "1[empty]"),
    File("documents.yaml", GOOD + "---\n" + GOOD, "8[documents]"),
    File("directive.yaml", "%TAG ! tag:evil,2000:\n---\n!x {}\n", "3[refused]"),
    File("pipe.yaml", os.mkfifo, "1[no-file]"),
    File("device.yaml", lambda path: path.symlink_to("/dev/zero"), "1[no-file]"),
    File("terminal.yaml", lambda path: path.symlink_to("/dev/tty"), "1[no-file]"),
    File("socket.yaml", _listen, "1[no-file]"),
    File("loop.yaml", lambda path: path.symlink_to(path.name), "1[unreadable]"),
    File("gone.yaml", lambda path: path.symlink_to("nowhere"), "1[unreadable]"),
    File("secret.yaml", _unreadable, "1[unreadable]"),
    File("folder.yaml", Path.mkdir, "1[no-file]"),
    File("folded.yaml", _deck(id_="\ufdfa" * 2_000_000), "4[id]"),
    File("quoted.yaml", _deck("difficulty: " + "a" * 7_000_000), "5[choice]"),
    File(
        "esc\x1b]0;owned\x07\u202e\u200b\u200b\n[red].yaml",
        "- x",
        "1[no-deck]",
        said="esc]0;owned [red].yaml",
    ),
    File(
        os.fsdecode(b"bytes\xff\x9b66;66m.yaml"),
        GOOD,
        "1[file-name]",
        said=r"bytes\udcff\udc9b66;66m.yaml",
    ),
]
"""Each is left out with a word, and keeps nothing else from being asked."""

"""Questions that no page expects: each is one kind of text at its worst."""

import struct
import zlib
from base64 import b64encode
from random import Random

from drill.model import Entry, KeyPoint, Option, Question
from tests import builders


def picture(side: int) -> str:
    """A PNG of `side` by `side` pixels of noise, as a data URI: no compression helps."""
    rng = Random(1)
    rows = b"".join(b"\0" + rng.randbytes(side * 3) for _ in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows, 1)), chunk(b"IEND", b"")
    return "data:image/png;base64," + b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(parts)).decode()


_CELLS = " | ".join(f"cell number {at}" for at in range(9))
_NINE = "\n".join(
    (
        "| " + " | ".join(f"head {at}" for at in range(9)) + " |",
        "|" + "---|" * 9,
        *(f"| {_CELLS} |" for _ in range(4)),
    )
)
_WIDE = "result = call(" + ", ".join(f"argument_{at}={at}" for at in range(20)) + ")"
_LINE = "x" * 300
ANSWERS = {
    "code": (
        f"Before.\n\n```python\n{_WIDE}\n    {_WIDE}\n{_LINE}\n```\n\n"
        f"Then `{_LINE[:90]}` in a line."
    ),
    "table": f"Nine columns:\n\n{_NINE}",
    "words": " ".join(["One sentence of several plain words."] * 500),
    "arabic": (
        "الشبكة العصبية نموذج حسابي. تتكوّن من طبقات (`layers`) و $x^2$."
        "\n\n- الأولى: الإدخال.\n- الأخيرة: الإخراج."
    ),
    "hebrew": (
        "רשת נוירונים היא מודל חישובי. היא בנויה משכבות (`layers`)."
        "\n\n- הראשונה: קלט.\n- האחרונה: פלט."
    ),
    "thai": ("โครงข่ายประสาทเทียมเป็นแบบจำลองทางคณิตศาสตร์ที่เลียนแบบการทำงานของสมองมนุษย์และเรียนรู้จากข้อมูล"),
    "emoji": "✅ Good, ❌ bad, ⚠️ careful, 🎉 done, 👩‍💻 coder, 1️⃣ first.",
    "deep": "\n".join("  " * depth + f"- level {depth} of the list" for depth in range(12)),
    "dollars": (
        "It costs $5 to $10, $x$ is math, $$ is not, US$ 3, `$HOME`, \\$ and $\\frac{1}{$ $ $."
    ),
    "picture": f"As follows:\n\n![a noisy square]({picture(1180)})\n\nThat was it.",
    "broken": "![not a picture](data:image/png;base64,AAAA)",
    "formula": "$$" + " + ".join(f"a_{{{at}}} x^{{{at}}}" for at in range(40)) + "$$",
}


def _entry(name: str, question: Question) -> Entry:
    return builders.entry(question, "extreme", deck=f"extreme-{name}", title=f"Extreme {name}")


BARE = [_entry(name, Question(name, f"What of {name}?", text)) for name, text in ANSWERS.items()]
"""Each text as the answer of a question without key points."""
POINTED = [
    _entry(name, Question(name, f"What of {name}?", text, (KeyPoint(text.replace("\n", " ")),)))
    for name, text in ANSWERS.items()
    if name not in {"picture", "words"}
]
"""Each text as a key point."""
CHOSEN = [
    _entry(name, Question(name, text, "Why.", options=(Option(text), Option("b", correct=True))))
    for name, text in ANSWERS.items()
    if name not in {"picture", "words"}
]
"""Each text as the prompt and an option of a multiple choice."""
ALL = {"bare": BARE, "pointed": POINTED, "chosen": CHOSEN}

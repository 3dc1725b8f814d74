"""Concurrent requests: saved as they arrive, retried, abandoned, and ended completely."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drill.assistant.asking import Request, ask
from drill.assistant.assistant import Assistant
from drill.assistant.process import Running
from drill.assistant_reply import Failed
from drill.errors import DrillError
from tests.children import Child, Lifeline
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children of Linux and macOS")

ECHO = "import sys; print(sys.stdin.read())"


def number(reply: str) -> int:
    return int(reply)


def answers(assistant: Assistant, *prompts: str) -> dict[int, int | Failed]:
    found: dict[int, int | Failed] = {}
    requests = [Request(prompt, number) for prompt in prompts]
    ask(assistant, requests, found.__setitem__, Running())
    return found


def quick(command: str, **limits: float) -> Assistant:
    return Assistant(command, seconds=limits.get("seconds", 20), pause=0)


def test_each_question_gets_its_own_run(child: Child) -> None:
    found = answers(quick(child(ECHO)), *map(str, range(9)))
    assert found == {n: n for n in range(9)}


def test_nothing_to_ask_starts_nothing(child: Child) -> None:
    assert answers(quick(child("raise SystemExit(1)"))) == {}


def test_several_run_at_once(child: Child, tmp_path: Path) -> None:
    # Each waits for the other: one after the other they would never end.
    meeting = child(
        f"import os, sys, time\nhere = {str(tmp_path)!r}\nme = sys.stdin.read()\n"
        "open(f'{here}/{me}.here', 'w').close()\n"
        "while len([n for n in os.listdir(here) if n.endswith('.here')]) < 2: time.sleep(.01)\n"
        "print(me)"
    )
    assert answers(quick(meeting), "1", "2") == {0: 1, 1: 2}


def test_a_reply_that_cannot_be_read_is_asked_for_again(child: Child, tmp_path: Path) -> None:
    learning = child(
        f"import os\npath = {str(tmp_path / 'count')!r}\n"
        "print('sorry' if not os.path.exists(path) else 7)\nopen(path, 'w').close()"
    )
    assert answers(quick(learning), "?") == {0: 7}


def test_after_three_failed_tries_the_reason_is_returned(child: Child, tmp_path: Path) -> None:
    counting = child(
        f"open({str(tmp_path / 'count')!r}, 'a').write('x')\nimport sys\n"
        "text = sys.stdin.read()\nprint(text if text == '1' else 'sorry')"
    )
    found = answers(quick(counting), "1", "two")
    why = "its reply cannot be used: invalid literal for int() with base 10: 'sorry\\n'"
    assert found == {0: 1, 1: Failed(why)}
    assert (tmp_path / "count").read_text() == "x" * 4


def test_a_command_that_fails_from_the_first_question_on_is_abandoned(
    child: Child, tmp_path: Path
) -> None:
    failing = child("import sys; sys.exit('no key set')")
    found: list[int] = []
    requests = [Request("?", number)] * 40
    with pytest.raises(DrillError) as caught:
        ask(quick(failing), requests, lambda place, _: found.append(place), Running())
    assert caught.value.message == (
        "the assistant gave no usable answer to 3 questions: it ended with exit code 1: no key set"
    )
    assert len(found) == 3


def test_one_question_that_fails_does_not_stop_the_others(child: Child) -> None:
    picky = child("import sys; t = sys.stdin.read(); print(t) if t != '3' else sys.exit(2)")
    found = answers(quick(picky), *map(str, range(8)))
    assert found.pop(3) == Failed("it ended with exit code 2")
    assert found == {n: n for n in (0, 1, 2, 4, 5, 6, 7)}


def test_once_a_question_is_answered_all_others_may_fail(child: Child) -> None:
    picky = child("import sys; t = sys.stdin.read(); print(t) if t == '0' else sys.exit(2)")
    one_by_one = Assistant(picky, at_once=1, tries=1)
    failed = Failed("it ended with exit code 2")
    expected = {0: 0} | dict.fromkeys(range(1, 5), failed)
    assert answers(one_by_one, *map(str, range(5))) == expected


def test_a_program_that_cannot_be_started_is_not_tried_again(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    assert answers(quick(str(broken)), "1") == {
        0: Failed("it cannot be started: Exec format error")
    }


def test_an_error_while_saving_ends_the_children(child: Child, life: Lifeline) -> None:
    source = (
        "import sys, time\nt = sys.stdin.read()\n"
        f"if t == '2':\n    {life.hold}\n    time.sleep(600)\nprint(t)"
    )

    def full(_place: int, _answer: int | Failed) -> None:
        assert life.has_begun()
        raise OSError("no space left")

    requests = [Request("1", number), Request("2", number)]
    with pytest.raises(OSError, match="no space left"):
        ask(quick(child(source)), requests, full, Running())
    assert life.has_ended()


# drill as a process of its own, asking a child that sleeps over its second question.
_DRIVER = """
import sys
from drill.assistant.asking import Request, ask
from drill.assistant.assistant import Assistant
from drill.assistant.process import Running
def save(place, answer): print(answer, flush=True)
requests = [Request("1", int), Request("sleep", int)]
ask(Assistant(sys.argv[1], at_once=1), requests, save, Running())
"""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, -2), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_the_children_and_keeps_what_is_done(
    child: Child, life: Lifeline, number: signal.Signals, code: int
) -> None:
    sleepy = child(
        "import sys, time\nt = sys.stdin.read()\n"
        f"if t == 'sleep':\n    {life.hold}\n    time.sleep(600)\nprint(t)"
    )
    command = [sys.executable, "-c", _DRIVER, sleepy]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as driver:
        assert driver.stdout
        # The second child begins while the first answer is being saved.
        assert driver.stdout.readline() == "1\n"
        assert life.has_begun()
        driver.send_signal(number)
        assert driver.wait(20) == code
        assert life.has_ended()

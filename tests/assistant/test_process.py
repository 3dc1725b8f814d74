"""One run of a program: real child processes with every kind of behaviour."""

import os
import signal
import sys
from pathlib import Path
from threading import Thread

import pytest

from drill.assistant.command import program_of
from drill.assistant.process import OUTPUT_LIMIT, RunFailed, Running, run
from tests.children import Child, Lifeline

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children of Linux and macOS")


def ask(command: str, prompt: str = "Why?", seconds: float = 20.0) -> str:
    return run(program_of(command), prompt, seconds, Running())


def test_a_good_program_reads_the_prompt_and_answers(child: Child) -> None:
    good = child("import sys; print('You asked:', sys.stdin.buffer.read().decode())")
    assert ask(good, "Was heißt 忽略?") == "You asked: Was heißt 忽略?\n"


def test_a_pipeline_of_the_person_runs_in_their_shell(child: Child) -> None:
    good = child("import sys; print(sys.stdin.read())")
    assert ask(f"{good} | tr a-z A-Z", "why?") == "WHY?\n"


def test_a_long_prompt_reaches_a_program_that_writes_before_it_reads(child: Child) -> None:
    chatty = child(
        "import sys; sys.stdout.write('x' * 300_000); sys.stdout.flush();"
        "print(len(sys.stdin.read()))"
    )
    assert ask(chatty, "y" * 500_000) == "x" * 300_000 + "500000\n"


def test_a_program_may_close_its_input_and_answer_nevertheless(child: Child) -> None:
    deaf = child("import os; os.close(0); print('42')")
    assert ask(deaf, "y" * 500_000) == "42\n"


@pytest.mark.slow
def test_a_slow_program_is_ended_at_its_time_limit(child: Child, life: Lifeline) -> None:
    slow = child(f"{life.hold}\nimport time; time.sleep(600)")
    with pytest.raises(RunFailed, match="no answer within 1 seconds"):
        ask(slow, seconds=1)
    assert life.has_ended()


def test_output_without_end_is_cut_off(child: Child) -> None:
    hostile = child("while True: print('x' * 65_536)")
    with pytest.raises(RunFailed, match=f"it wrote more than {OUTPUT_LIMIT:,} bytes"):
        ask(hostile)


def test_only_the_last_line_of_endless_error_output_is_reported(child: Child) -> None:
    noisy = child(
        "import sys\nfor _ in range(300): sys.stderr.write('x' * 65_536)\n"
        "sys.stderr.write('\\nno key set\\n'); sys.exit(3)"
    )
    with pytest.raises(RunFailed) as caught:
        ask(noisy)
    assert str(caught.value) == "it ended with exit code 3: no key set"


def test_error_output_cannot_send_control_sequences_to_the_terminal(child: Child) -> None:
    rude = child(r"import sys; sys.stderr.write('\x1b[2J\x07no'); sys.exit(1)")
    with pytest.raises(RunFailed) as caught:
        ask(rude)
    assert str(caught.value) == "it ended with exit code 1: [2Jno"


def test_a_program_that_is_killed_midway_has_failed(child: Child) -> None:
    killed = child(
        "import os, signal, sys; print('half', flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    with pytest.raises(RunFailed, match="it was ended by signal 9"):
        ask(killed)


def test_invalid_utf8_becomes_replacement_characters(child: Child) -> None:
    latin = child(r"import os; os.write(1, b'caf\xe9')")
    assert ask(latin) == "caf\N{REPLACEMENT CHARACTER}"


def forking(life: Lifeline, *, detach: str = "", then: str = "") -> str:
    """A program whose own child keeps the pipes open and sleeps."""
    return f"""
import os, time
ready, go = os.pipe()
if os.fork() == 0:
    {detach}
    {life.hold}
    os.write(go, b"x")
    time.sleep(600)
os.read(ready, 1)
print("42", flush=True)
{then}
"""


@pytest.mark.slow
def test_a_grandchild_that_holds_the_output_is_ended(child: Child, life: Lifeline) -> None:
    assert ask(child(forking(life))) == "42\n"
    assert life.has_ended()


@pytest.mark.slow
def test_the_time_limit_ends_the_grandchild_too(child: Child, life: Lifeline) -> None:
    with pytest.raises(RunFailed, match="no answer within 1 seconds"):
        ask(child(forking(life, then="time.sleep(600)")), seconds=1)
    assert life.has_ended()


@pytest.mark.slow
def test_a_grandchild_outside_the_process_group_does_not_block(
    child: Child, life: Lifeline, tmp_path: Path
) -> None:
    path = tmp_path / "pid"
    detach = f"os.setsid(); open({str(path)!r}, 'w').write(str(os.getpid()))"
    assert ask(child(forking(life, detach=detach))) == "42\n"
    os.kill(int(path.read_text()), signal.SIGKILL)


def test_stop_ends_running_programs_and_later_ones(child: Child, life: Lifeline) -> None:
    running = Running()
    slow = program_of(child(f"{life.hold}\nimport time; time.sleep(600)"))
    failures: list[str] = []

    def first() -> None:
        with pytest.raises(RunFailed) as caught:
            run(slow, "", 60, running)
        failures.append(str(caught.value))

    thread = Thread(target=first)
    thread.start()
    assert life.has_begun()
    running.stop()
    thread.join()
    with pytest.raises(RunFailed, match="signal 9"):
        run(program_of(child("import time; time.sleep(600)")), "", 60, running)
    assert failures == ["it was ended by signal 9"]

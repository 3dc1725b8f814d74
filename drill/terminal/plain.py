"""A session line by line: for pipes, screen readers and terminals that cannot do more."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from time import sleep

from rich.console import Console, RenderableType

from drill.markdown.markup import plain
from drill.model import SessionKind
from drill.reporting.humanize import counted, duration, percent, verdict
from drill.reporting.next_steps import advice
from drill.reporting.report import Report
from drill.session import Answer, Event, Instant, Phase, Press, Reveal, Rules, State, step
from drill.terminal import quiz_pages
from drill.terminal.bindings import PLAYING, Do
from drill.terminal.choice import how_many, lettered, read_aloud
from drill.terminal.judge import Judge
from drill.terminal.keymap import plain_act
from drill.terminal.own_words import LISTENING, own_words, where_to_look
from drill.terminal.plain_input import asked_for, parsed
from drill.terminal.plain_judging import END_OF_TEXT, PlainJudging
from drill.terminal.quiz import Ending, now
from drill.terminal.quiz_parts import Result, prose
from drill.terminal.recorder import Store, carry_out
from drill.terminal.recording import LONGEST_WAIT, Recording, Recordings, awaits_words
from drill.terminal.speech import Silence, Voice
from drill.text import printable

POLL_EVERY = 0.1
"""The seconds between two looks at what another process does."""


class PlainQuiz:
    """One session over lines of text: one is read for each thing that is asked."""

    def __init__(
        self,
        console: Console,
        recorder: Store,
        voice: Voice | Silence,
        clock: Callable[[], Instant] = now,
        judge: Judge | None = None,
        *,
        recordings: Recordings | None = None,
    ) -> None:
        self._judging = PlainJudging(judge, self._say, self._read)
        self._recording = Recording(recordings)
        self._console = console
        self._recorder = recorder
        self._voice = voice
        self._clock = clock
        self._shown: tuple[int | None, Phase, int] | None = None
        self._draft = ""

    def introduce(self, rules: Rules, count: int) -> bool:
        """Say the rules of an interview of `count` questions; whether it shall begin."""
        self._say("Mock interview", *quiz_pages.rules_in_words(rules, count))
        try:
            return self._read("Empty begins, q leaves").strip().lower() != "q"
        except (KeyboardInterrupt, EOFError):
            return False

    def run(self, state: State, draft: str = "") -> Ending:
        """Play the session until it is over or stopped, or the input ends."""
        self._draft = draft
        try:
            while state.phase is not Phase.OVER or not state.stopped:
                state = self._listened(state)
                for event in self._judging.unasked(state, fresh=self._introduce(state)):
                    state = self._apply(state, event)
                with self._half_time(state):
                    line = self._read(asked_for(state))
                if state.phase is Phase.OVER and line.strip().lower() != "u":
                    break
                if self._played(line, state):
                    continue
                events = self._judging.events(line, state)
                if events is None:
                    events = parsed(line, state)
                    if not events:
                        self._say(f"{line!r} is no answer here.")
                for event in events:
                    state = self._apply(state, event)
        except (KeyboardInterrupt, EOFError) as cause:
            code = 130 if isinstance(cause, KeyboardInterrupt) else 0
            if state.rules.kind is SessionKind.QUIZ:
                state = self._apply(state, Press.STOP)
                self._recording.follow(state)
            else:  # it can be resumed
                self._recorder.checkpoint(state, self._draft)
            return Ending(state, code)
        finally:
            self._voice.hush()
            self._judging.close()
            self._recording.close()
        return Ending(state)

    def conclude(self, report: Report) -> None:
        """Print the report."""
        if report.session.kind is SessionKind.MOCK:
            self._say("", quiz_pages.concluding(report))
        else:
            self._say(*_summary(report))

    @contextmanager
    def _half_time(self, state: State) -> Iterator[None]:
        """Say so when half of the question's time is gone before the answer is given."""
        budget = state.current.budget if state.asks else None
        if budget is None:
            yield
            return
        wait = budget / 2 - state.current.clock.seconds(self._clock().tick)
        timer = Timer(max(0.0, wait), lambda: self._say("Half of the time is gone."))
        timer.daemon = True
        if wait > 0:
            timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _introduce(self, state: State) -> bool:
        """Print what is new: a question, with --typed reading its answer; or the deck's answer.

        Gives whether anything was.
        """
        place = (state.index, state.phase, state.serial)
        if place == self._shown or state.phase is Phase.OVER:
            return False
        fresh = self._shown is None or place[0] != self._shown[0] or place[2] != self._shown[2]
        self._shown = place
        answer = state.current
        question = answer.entry.question
        if fresh or state.phase is Phase.ASKING:
            number = f"Question {(state.index or 0) + 1} of {len(state.answers)}"
            tag = f", tag {printable(answer.entry.topic)}" if answer.entry.tags else ""
            self._say("", f"{number}{tag}:", prose(question.text))
            if answer.options and state.phase is Phase.ASKING:
                self._say("", how_many(answer), *_options(answer))
        if state.phase is Phase.FOLLOW_UP and answer.follow_up:
            self._say("", "And then:", prose(answer.follow_up))
        if state.asks:
            self._speak(state)
            self._recorder.warm()
            if state.rules.typed and not (answer.options and state.phase is Phase.ASKING):
                self._write(state)
            self._record(state)
        elif state.phase is Phase.MARKING:
            if own := list(own_words(answer)):
                self._say("", *own)
            if answer.options:
                self._say("", *_verdicts(answer))
            if question.answer or not answer.options:
                self._say("", "Answer:", prose(question.answer or "This question has none."))
            if question.notes:
                self._say("", "Editor's note:", prose(question.notes))
            self._say("")
            self._say(*_points(answer))
        return True

    def _apply(self, state: State, event: Event) -> State:
        if isinstance(event, Reveal):
            event = event._replace(typed=self._draft.strip() or None)
        event = self._recording.given(event)
        moment = self._clock()
        after, effects = step(state, event, moment)
        if event is Press.HINT:
            hint = state.current.entry.question.hint
            self._say(prose(hint) if hint else "There is no hint.")
        if event is Press.UNDO:
            self._say("Taken back." if effects else "There is nothing to undo.")
            self._shown = None
        entries = {answer.entry.key: answer.entry for answer in after.answers}
        for saved in carry_out(effects, self._recorder):
            result = Result(saved, entries[saved.attempt.key], moment.at)
            self._say(*_scored(result))
        if (after.index, after.phase) != (state.index, state.phase):
            self._draft = ""
        if after is not state:
            self._recorder.checkpoint(after, self._draft)
        if effects and self._recorder.trouble:
            self._say(f"{self._recorder.trouble}.")
        return after

    def _write(self, state: State) -> None:
        """Take the lines of an answer, each one kept as it comes."""
        self._say(f"Write your answer; a line with a single {END_OF_TEXT!r} ends it.")
        if self._draft:
            self._say("So far:", printable(self._draft))
        with self._half_time(state):
            while (line := self._read("")) != END_OF_TEXT:
                self._draft = f"{self._draft}\n{line}" if self._draft else line
                self._recorder.checkpoint(state, self._draft)

    def _record(self, state: State) -> None:
        """Begin to record the answer, once the question has been read aloud; say so, or why not."""
        while self._voice.speaks:
            sleep(POLL_EVERY)
        self._recording.follow(state)
        while (hearing := self._recording.hearing) and not (hearing.recording or hearing.trouble):
            sleep(POLL_EVERY)
        if hearing:
            self._say(f"Not recorded: {hearing.trouble}." if hearing.trouble else "Recording.")

    def _listened(self, state: State) -> State:
        """The state with what was heard of answers; of the one to be marked, once that is known."""
        waits = state.phase is Phase.MARKING and awaits_words(state)
        if waits:
            self._say(f"{LISTENING.capitalize()}.")
        until = self._clock().tick + LONGEST_WAIT
        while True:
            for heard in self._recording.heard(state):
                state, _ = step(state, heard, self._clock())
            if not (waits and awaits_words(state)) or self._clock().tick >= until:
                return state
            sleep(POLL_EVERY)

    def _played(self, line: str, state: State) -> bool:
        """Whether the line asked for the recording, which is then played, or stopped."""
        act = plain_act((PLAYING,), line.strip())
        if act is not Do.PLAY or state.phase not in {Phase.MARKING, Phase.DELIVERY}:
            return False
        if why := self._recording.play(state.current):
            self._say(f"{why.capitalize()}.")
        return True

    def _speak(self, state: State) -> None:
        answer = state.current
        follow_up = answer.follow_up if state.phase is Phase.FOLLOW_UP else None
        self._voice.say(follow_up or read_aloud(answer))

    def _read(self, prompt: str) -> str:
        if prompt:
            self._say(f"[{prompt}]")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def _say(self, *parts: RenderableType) -> None:
        for part in parts:
            with self._console.capture() as captured:
                self._console.print(part, soft_wrap=isinstance(part, str))
            # What fills a line up to the margin is noise in a pipe and to a screen reader.
            lines = captured.get().split("\n")[:-1]
            sys.stdout.write("".join(f"{line.rstrip()}\n" for line in lines))
        sys.stdout.flush()


def _points(answer: Answer) -> Iterator[str]:
    """The key points by number, each with where in your own words to look for it."""
    for index, point in enumerate(answer.entry.question.key_points, 1):
        yield f"{index}. {plain(point.text)}" + (" (bonus)" if point.bonus else "")
        if words := where_to_look(answer, point):
            yield f"   ({words})"


def _options(answer: Answer) -> Iterator[RenderableType]:
    """The options under their letters; one of several lines stands below its letter."""
    for letter, choice in lettered(answer):
        yield from _lettered(f"{letter}.", choice.text)


def _verdicts(answer: Answer) -> Iterator[RenderableType]:
    """The options after the answer, each with what is to be said of it."""
    for letter, choice in lettered(answer):
        said = f" ({words})" if (words := verdict(choice)) else ""
        yield from _lettered(f"{letter}.{said}", choice.text)


def _lettered(letter: str, text: str) -> Iterator[RenderableType]:
    if "\n" in text.strip():
        yield from (letter, prose(text))
    else:
        yield f"{letter} {plain(text)}"


def _scored(result: Result) -> Iterator[RenderableType]:
    attempt = result.attempt
    if attempt.rating is None:
        yield "Skipped."
        return
    line = f"Coverage {percent(attempt.coverage)}, {attempt.rating.name.lower()}"
    yield f"{line}; {result.returns}." if result.returns else f"{line}."
    for follow_up in result.entry.question.follow_ups:
        yield f"An interviewer would go on: {plain(follow_up)}"


def _summary(report: Report) -> Iterator[str]:
    """The end of a session in sentences."""
    yield ""
    head = f"{report.answered} of {len(report.items)} answered"
    if report.coverage is not None:
        head += f", coverage {percent(report.coverage)}"
    if report.earlier is not None:
        head += f", last time {percent(report.earlier)}"
    yield f"{head}, {duration(report.seconds)}."
    for topic in report.topics:
        asked = counted(topic.asked, "question")
        yield f"{printable(topic.name)}: {percent(topic.coverage)} of {asked}"
    for item in report.confident_misses:
        yield f"Sure, but missed: {plain(item.title)}"
    yield f"Next: {printable(advice(report)[0].command)}"

"""A session line by line: for pipes, screen readers and simple terminals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from time import sleep

from rich.console import Console, RenderableType

from drill.model import SessionKind
from drill.model.limits import TEXT_LIMIT
from drill.reporting.report import Report
from drill.session import Event, Instant, Phase, Press, Replace, Reveal, Rules, State, step
from drill.terminal.console import say
from drill.terminal.keys import keys
from drill.terminal.keys.actions import Do
from drill.terminal.keys.bindings import AGAIN, END_OF_ASKING
from drill.terminal.keys.keymap import plain_act
from drill.terminal.keys.marking_bindings import PLAYING
from drill.terminal.line_mode import output
from drill.terminal.line_mode.input import asked_for, parsed, read_line
from drill.terminal.line_mode.judging import END_OF_TEXT, PlainJudging
from drill.terminal.session import interview_pages, pages
from drill.terminal.session.choice import how_many, read_aloud
from drill.terminal.session.deck_edits import DeckEdits
from drill.terminal.session.instants import now
from drill.terminal.session.judge import Judge
from drill.terminal.session.leaving import Ending, is_resumable
from drill.terminal.session.parts import Result, prose
from drill.terminal.session.rating import offers
from drill.terminal.session.store import Store, carry_out, undone
from drill.terminal.session.typed_answer import kept_draft
from drill.terminal.speech.own_words import LISTENING, own_words
from drill.terminal.speech.recording import Recording, Recordings, awaits_words
from drill.terminal.speech.speech import Silence, Voice
from drill.text import printable

POLL_EVERY = 0.1
"""Seconds between checks on another process."""


class PlainQuiz:
    """One session over lines of text: each prompt reads one line."""

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
        self._deck_edits = DeckEdits(recorder)
        self._console = console
        self._recorder = recorder
        self._voice = voice
        self._clock = clock
        self._shown: tuple[int | None, Phase, int] | None = None
        self._draft = ""

    def introduce(self, rules: Rules, count: int) -> int | None:
        """Show the rules of an interview of `count` questions; the exit code, None to begin."""
        self._say("Mock interview", *interview_pages.rules_in_words(rules, count))
        try:
            return 0 if self._read("Empty begins, q leaves").strip().lower() == "q" else None
        except KeyboardInterrupt:
            return 130
        except EOFError:
            return 0

    def run(self, state: State, draft: str = "") -> Ending:
        """Run the session until it is finished or stopped, or the input ends."""
        self._draft = draft or kept_draft(self._recorder, state)
        try:
            while state.phase is not Phase.OVER or not state.stopped:
                state = self._listened(state)
                for event in self._judging.unasked(state, fresh=self._introduce(state)):
                    state = self._apply(state, event)
                with self._half_time(state):
                    line = self._read(asked_for(state))
                if state.phase is Phase.OVER and (word := line.strip().lower()) != "u":
                    return Ending(state, again=word == AGAIN.key and AGAIN.when(state))
                if (done := self._done(line, state)) is not None:
                    state = done
                    continue
                events = self._judging.events(line, state)
                if events is None:
                    events = parsed(line, state)
                    if not events:
                        self._say(f"{line!r} is not a valid input.")
                if Press.STOP in events and is_resumable(state) and line.strip() != END_OF_ASKING:
                    return self._broken_off(state, 0)
                for event in events:
                    state = self._apply(state, event)
        except (KeyboardInterrupt, EOFError) as cause:
            return self._broken_off(state, 130 if isinstance(cause, KeyboardInterrupt) else 0)
        finally:
            self._voice.hush()
            self._judging.close()
            self._recording.close()
        return Ending(state)

    def _broken_off(self, state: State, code: int) -> Ending:
        """The ending of an interrupted session: a quiz stops, an interview can be resumed."""
        self._recorder.checkpoint(state, self._draft)
        if not is_resumable(state):
            state = self._apply(state, Press.STOP)
            self._recording.follow(state)
        return Ending(state, code)

    def conclude(self, report: Report) -> None:
        """Print the report."""
        if report.session.kind is SessionKind.MOCK:
            self._say("", pages.concluding(report))
        else:
            self._say(*output.summary(report))

    @contextmanager
    def _half_time(self, state: State) -> Iterator[None]:
        """Announce that half of the question's time is gone."""
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
        """Print a new question (and read its answer with --typed) or the deck's answer.

        Returns whether anything was new.
        """
        place = (state.index, state.phase, state.serial)
        if place == self._shown or state.phase is Phase.OVER:
            return False
        fresh = self._shown is None or place[0] != self._shown[0] or place[2] != self._shown[2]
        self._shown = place
        if fresh or state.phase is Phase.ASKING:
            self._say_question(state)
        if state.phase is Phase.FOLLOW_UP and state.current.follow_up:
            self._say("", "Follow-up:", prose(state.current.follow_up))
        if state.asks:
            self._speak(state)
            self._recorder.warm()
            if state.rules.typed and not _is_choosing(state):
                self._write(state)
            self._record(state)
        elif state.phase is Phase.MARKING:
            self._say_answer(state)
        return True

    def _say_question(self, state: State) -> None:
        answer = state.current
        number = f"Question {(state.index or 0) + 1} of {len(state.answers)}"
        tag = f", tag {printable(answer.entry.topic)}" if answer.entry.tags else ""
        self._say("", f"{number}{tag}:", prose(answer.entry.question.text))
        if _is_choosing(state):
            self._say("", how_many(answer), *output.options(answer))

    def _say_answer(self, state: State) -> None:
        """Print the user's own words, the deck's answer, and the points to mark."""
        answer = state.current
        question = answer.entry.question
        if own := list(own_words(answer)):
            self._say("", *own)
        if answer.options:
            self._say("", *output.verdicts(answer))
        if question.shown_answer or not answer.options:
            self._say("", "Answer:", prose(question.shown_answer or "This question has none."))
        if question.notes:
            self._say("", "Editor's note:", prose(question.notes))
        self._say("")
        self._say(*self._to_mark(state))

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
            said = "undone" if effects or after is not state else undone(self._recorder)
            self._say(f"{said[:1].upper()}{said[1:]}.")
            self._shown = None
        if event is Press.BY_SHARE:
            self._say(*self._to_mark(after))
        entries = {answer.entry.key: answer.entry for answer in after.answers}
        for saved in carry_out(effects, self._recorder):
            result = Result(saved, entries[saved.attempt.key], moment.at)
            self._say(*output.scored(result))
        if (after.index, after.phase) != (state.index, state.phase):
            self._draft = kept_draft(self._recorder, after)
        if after is not state:
            self._recorder.checkpoint(after, self._draft)
        if effects and self._recorder.trouble:
            self._say(f"{self._recorder.trouble}.")
        return after

    def _write(self, state: State) -> None:
        """Read the lines of an answer, saving each at once."""
        self._say(f"Write your answer; a line with a single {END_OF_TEXT!r} ends it.")
        if self._draft:
            self._say("So far:", printable(self._draft))
        with self._half_time(state):
            while (line := self._read("")) != END_OF_TEXT:
                text = f"{self._draft}\n{line}" if self._draft else line
                self._draft = text[:TEXT_LIMIT]
                self._recorder.checkpoint(state, self._draft)
                if len(text) > TEXT_LIMIT:
                    self._say(f"An answer has at most {TEXT_LIMIT:,} characters.")
                    break

    def _record(self, state: State) -> None:
        """Start recording once the question has been read aloud; announce it, or why not."""
        while self._voice.speaks:
            sleep(POLL_EVERY)
        self._recording.follow(state)
        while (hearing := self._recording.hearing) and not (hearing.recording or hearing.trouble):
            sleep(POLL_EVERY)
        if hearing:
            self._say(f"Not recorded: {hearing.trouble}." if hearing.trouble else "Recording.")

    def _listened(self, state: State) -> State:
        """The state with the transcripts so far; waits for that of the answer to be marked."""

        def wait() -> bool:
            sleep(POLL_EVERY)
            return True

        for heard in self._recording.heard(state):
            state, _ = step(state, heard, self._clock())
        if state.phase is Phase.MARKING and awaits_words(state):
            self._say(f"{LISTENING.capitalize()}.")
            return self._recording.listened(state, wait, self._clock)
        return state

    def _done(self, line: str, state: State) -> State | None:
        """The state after a line that plays a recording or edits the deck; None for other lines."""
        if self._played(line, state):
            return state
        act = self._deck_edits.typed(line, state)
        if act is None:
            return None
        entry, said = self._deck_edits.do(state, act)
        self._say(f"{said[:1].upper()}{said[1:]}.")
        if entry:
            state = self._apply(state, Replace(entry))
            self._say(*self._to_mark(state))
        return state

    def _to_mark(self, state: State) -> Iterator[str]:
        """The key points by number, or the ratings."""
        yield from output.points(state.current)
        offered = offers(state, self._recorder, self._clock().at)
        yield from (f"{number}. {offer}" for number, offer in enumerate(offered, 1))

    def _played(self, line: str, state: State) -> bool:
        """Play or stop the recording if the line asks for it; whether it did."""
        act = plain_act((PLAYING,), line.strip())
        if act is not Do.PLAY or state.phase not in {Phase.MARKING, Phase.DELIVERY}:
            return False
        if why := self._recording.play(state.current):
            self._say(f"{why.capitalize()}.")
        return True

    def _speak(self, state: State) -> None:
        self._voice.say(read_aloud(state))

    def _read(self, prompt: str) -> str:
        if prompt:
            keys.drop_typed()  # typed before the prompt appeared
            self._say(f"[{prompt}]")
        return read_line()

    def _say(self, *parts: RenderableType) -> None:
        say(self._console, *parts)


def _is_choosing(state: State) -> bool:
    """Whether the question is an unanswered multiple choice."""
    return bool(state.current.options) and state.phase is Phase.ASKING

"""A session at a full screen: keys become events, states become pages, effects are carried out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from rich.padding import Padding

from drill.errors import DrillError
from drill.model import SessionKind
from drill.session import Event, Instant, Phase, Press, Replace, Reveal, Rules, State, Toggle, step
from drill.terminal import bindings, keys, quiz_pages
from drill.terminal.bindings import Do
from drill.terminal.choice import read_aloud
from drill.terminal.editor import edit
from drill.terminal.judge import Judge, status
from drill.terminal.judging import Judging
from drill.terminal.keymap import act_of
from drill.terminal.own_words import LISTENING, Looking
from drill.terminal.quiz_pages import View
from drill.terminal.quiz_parts import Result, toolbar
from drill.terminal.recorder import Store, carry_out
from drill.terminal.recording import (
    LONGEST_WAIT,
    METER_EVERY,
    Recording,
    Recordings,
    awaits_words,
    ends_marking,
)
from drill.terminal.rendered import RenderedAnswers
from drill.terminal.screen import Page, Screen
from drill.terminal.speech import Silence, Voice
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from drill.reporting.report import Report

CHECKPOINT_EVERY = 4.0  # seconds: an interrupted interview loses less than five
# Ctrl-D ends like q; the others say with the exit code that somebody else ended it.
_ENDINGS = {keys.END_OF_INPUT: 0, keys.INTERRUPT: 130, keys.HANG_UP: 129}


def now() -> Instant:
    """This moment, by both clocks."""
    return Instant(datetime.now(UTC), monotonic())


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session at the screen ended: its last state, and the exit code of the command."""

    state: State
    code: int = 0


class Quiz:
    """One session, a quiz or a mock interview, on one screen."""

    def __init__(
        self,
        screen: Screen,
        recorder: Store,
        voice: Voice | Silence,
        clock: Callable[[], Instant] = now,
        judge: Judge | None = None,
        *,
        recordings: Recordings | None = None,
    ) -> None:
        self._judging = Judging(screen, judge)
        self._recording = Recording(recordings)
        self._looking = Looking(self._recording)
        self._screen = screen
        self._recorder = recorder
        self._voice = voice
        self._clock = clock
        self._spoken: tuple[int | None, Phase] | None = None
        self._checkpointed = self._clock().tick
        self._answers = RenderedAnswers(screen, recorder.warm)
        self._result: Result | None = None
        self._message = ""
        self._draft = ""
        self._finished = False  # writing the draft

    def introduce(self, rules: Rules, count: int) -> bool:
        """Say the rules of an interview of `count` questions; whether it shall begin."""
        page = quiz_pages.opening(rules, count)
        key = None
        while key is None:
            self._screen.show(page)
            key = self._screen.key(None)
        return key not in _ENDINGS and act_of(bindings.OPENING, key) is Do.BEGIN

    def run(self, state: State, draft: str = "") -> Ending:
        """Play the session until it is over, stopped or broken off; `draft` is half typed."""
        self._draft = draft
        try:
            ending = self._play(state)
            self._recording.follow(ending.state)
        finally:
            self._voice.hush()
            self._judging.close()
            self._recording.close()
        return ending

    def conclude(self, report: "Report") -> None:
        """Print the report below the shell's prompt, after the screen has been given back."""
        shown = quiz_pages.concluding(report)
        self._screen.console.print(Padding(shown, (1, 2, 0, 2)))

    def _play(self, state: State) -> Ending:
        while True:
            for heard in self._recording.heard(state):
                state = self._apply(state, heard)
            if judgement := self._judging.judgement(state):
                state = self._apply(state, judgement)
            key = self._judging.unread() or self._wait(state)
            if key is None:
                continue
            self._message = ""
            if key in _ENDINGS:
                return self._broken_off(state, key)
            if key == keys.SUSPEND:
                state = self._suspended(state)
                continue
            act = act_of(bindings.bindings_of(state), key)
            if act is Do.LEAVE:
                return Ending(state)
            state = self._do(state, act)
            if state.phase is Phase.OVER and state.stopped:
                return Ending(state)

    def _wait(self, state: State) -> str | None:
        """Show where the session stands; the next key, None when only time has passed."""
        self._speak(state)
        self._recording.follow(state, speaking=self._voice.speaks)
        if state.rules.typed and _is_written(state) and not self._finished and not state.pause:
            return self._write(state)
        self._screen.show(self._page(state))
        if state.asks:
            self._answers.prepare(state)
        if self._clock().tick - self._checkpointed >= CHECKPOINT_EVERY:
            self._checkpoint(state)
        key = self._screen.key(self._until_next_change(state))
        if key and act_of(bindings.bindings_of(state), key) is Do.HELP:
            return self._help(state)
        return key

    def _help(self, state: State) -> str | None:
        """Show the keys of the screen at hand until one is pressed; which, if from outside."""
        key = None
        while key is None:
            self._screen.show(quiz_pages.key_table(state, self._view()))
            key = self._screen.key(self._until_next_change(state))
        return key if key in {*_ENDINGS, keys.SUSPEND} else None

    def _speak(self, state: State) -> None:
        """Read the question aloud, once, when it comes on the screen."""
        place = (state.index, state.phase)
        if place != self._spoken:
            self._spoken = place
            self._voice.hush()
            if state.phase is Phase.ASKING:
                self._voice.say(read_aloud(state.current))
            elif state.phase is Phase.FOLLOW_UP:
                self._voice.say(state.current.follow_up or "")

    def _checkpoint(self, state: State) -> None:
        self._recorder.checkpoint(state, self._draft)
        self._checkpointed = self._clock().tick

    def _do(self, state: State, act: bindings.Act | None) -> State:
        match act:
            case Do.EDIT:
                return self._edit(state)
            case Do.LOOK_BACK | Do.LOOK_ON | Do.PLAY | Do.PLAY_POINT:
                self._message = self._looking.do(state, act)
                return state
            case Do.JUDGE:
                self._message = self._judging.ask(state)
                return state
            case Do.REPLY:
                reply = self._judging.reply(state, self._view(), partial(self._toolbar, state))
                return self._apply(state, reply) if reply else state
            case Press.STOP:
                return self._stop(state)
            case None | Do():
                return state
            case _:
                return self._apply(state, act)

    def _suspended(self, state: State) -> State:
        """Stop as Ctrl-Z does, the clock standing meanwhile."""
        held = self._held(state)
        self._recording.follow(held)
        self._screen.suspend()
        return held if state.pause is not None else self._apply(held, Press.PAUSE)

    def _stop(self, state: State) -> State:
        """Stop; what was begun for an interviewer is an answer, finished or not."""
        begun = self._draft.strip() or self._recording.spoke or state.current.chosen
        if state.asks and begun and state.rules.kind is SessionKind.MOCK:
            state = self._apply(state, Reveal())
            if not state.asks:  # that was the last one
                return state
        return self._apply(state, Press.STOP)

    def _held(self, state: State) -> State:
        """The state with its clocks standing, as they may do already."""
        return state if state.pause is not None else self._apply(state, Press.PAUSE)

    def _broken_off(self, state: State, key: str) -> Ending:
        """The end from outside: a quiz stops, an interview can be resumed."""
        if state.rules.kind is SessionKind.QUIZ:
            state = self._apply(state, Press.STOP)
        else:
            self._checkpoint(state)
        return Ending(state, _ENDINGS[key])

    def _apply(self, state: State, event: Event) -> State:
        if isinstance(event, Reveal) and self._draft.strip():
            event = event._replace(typed=self._draft.strip())
        event = self._recording.given(event)
        if isinstance(event, Toggle):
            self._looking.turn(state, event.point)
        if ends_marking(state, event):
            state = self._listened(state)
        moment = self._clock()
        after, effects = step(state, event, moment)
        if after is state and event is Press.UNDO:
            self._message = "there is nothing to undo"
        if after is state and isinstance(event, Reveal):
            self._message = "choose an option first, or 0 if you do not know"
        entries = {answer.entry.key: answer.entry for answer in after.answers}
        if effects:
            self._result = None
        for saved in carry_out(effects, self._recorder):
            self._result = Result(saved, entries[saved.attempt.key], moment.at)
        if (after.index, after.phase) != (state.index, state.phase):
            self._draft, self._finished = "", False
        if after is not state:
            self._checkpoint(after)
        return after

    def _page(self, state: State) -> Page:
        view = self._view()
        if state.phase is Phase.OVER:
            return quiz_pages.closing(self._recorder.report(state), view)
        if state.asks:
            return quiz_pages.asking(state, view)
        if state.phase is Phase.DELIVERY:
            return quiz_pages.delivery(state, view, self._answers.get(state))
        view = replace(
            view,
            assistant=status(self._judging.judge, state),
            looked=self._looking.at(state),
        )
        return quiz_pages.marking(state, view, self._answers.get(state))

    def _view(self) -> View:
        return View(
            self._clock().tick,
            self._screen.width,
            self._result,
            self._message or self._recorder.trouble,
            self._draft,
            hearing=self._recording.hearing,
        )

    def _listened(self, state: State) -> State:
        """Wait until what was said is written down, which the score then keeps; a key ends that."""
        until = self._clock().tick + LONGEST_WAIT
        while awaits_words(state) and self._clock().tick < until:
            self._message = f"{LISTENING}; any key goes on without"
            self._screen.show(self._page(state))
            if self._screen.key(METER_EVERY) is not None:
                break
            for heard in self._recording.heard(state):
                state, _ = step(state, heard, self._clock())
        self._message = ""
        return state

    def _until_next_change(self, state: State) -> float | None:
        """How long the page stays true: until its clock shows the next second, or its meter."""
        if state.phase is Phase.OVER or state.pause is not None:
            return None
        second = 1 - state.elapsed(self._clock().tick) % 1
        moves = self._recording.hearing or self._voice.speaks
        return min(second, METER_EVERY) if moves else second

    def _edit(self, state: State) -> State:
        entry = state.current.entry
        if state.asks:  # the file shows the answer
            self._message = "the deck opens once the answer is shown"
            return state
        if not entry.path:  # an interview went on without its deck
            self._message = f"the deck of {entry.key} is gone; the question stays as it was"
            return state
        state = self._held(state)
        try:
            with self._screen.aside():
                edit(entry.path, entry.line)
            state = self._apply(state, Replace(self._recorder.reread(entry)))
        except DrillError as error:
            state = self._apply(state, Press.PAUSE)
            self._message = f"{error.message}; {error.hint}" if error.hint else error.message
        return state

    def _write(self, state: State) -> str | None:
        """Let the answer be written; the key that broke that off, None for a finished text."""
        from drill.terminal.writing import write

        def keep(text: str) -> None:
            self._draft = printable(text)
            self._checkpoint(state)

        page = quiz_pages.writing(state, self._view())
        written = write(self._screen, page, self._draft, partial(self._toolbar, state), keep)
        self._draft = printable(written.text)
        self._finished = written.key is None
        return written.key

    def _toolbar(self, state: State) -> "StyleAndTextTuples":
        return toolbar(state, self._clock().tick)


def _is_written(state: State) -> bool:
    """Whether a question is answered in words: options are chosen."""
    return state.asks and not (state.phase is Phase.ASKING and state.current.options)

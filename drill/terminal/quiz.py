"""A session at a full screen: keys become events, states become pages, effects are carried out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.segment import SegmentLines

from drill import clock as wall_clock
from drill.errors import DrillError
from drill.model import SessionKind
from drill.reporting import humanize
from drill.session import Event, Instant, Phase, Press, Replace, Reveal, Rules, State, step
from drill.terminal import bindings, keys, quiz_pages
from drill.terminal.bindings import Do
from drill.terminal.choice import read_aloud
from drill.terminal.editor import edit
from drill.terminal.judge import Judge, status
from drill.terminal.judging import Judging
from drill.terminal.prefetch import Prefetch
from drill.terminal.quiz_pages import View
from drill.terminal.quiz_parts import Result, timing
from drill.terminal.recorder import Store, carry_out
from drill.terminal.screen import Later, Page, Screen
from drill.terminal.speech import Silence, Voice
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from drill.reporting.report import Report

CHECKPOINT_EVERY = 4.0  # seconds: an interrupted interview loses less than five
# Ctrl-D ends like q; the others say with the exit code that somebody else ended it.
_ENDINGS = {keys.END_OF_INPUT: 0, keys.INTERRUPT: 130, keys.HANG_UP: 129}


_read: list[Instant] = []


def now() -> Instant:
    """This moment, by both clocks; a wall clock that goes mad in a session is not believed."""
    tick = monotonic()
    try:
        moment = Instant(wall_clock.now(), tick)
    except DrillError:
        if not _read:
            raise
        return Instant(_read[0].at + timedelta(seconds=tick - _read[0].tick), tick)
    _read[:] = [moment]
    return moment


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
    ) -> None:
        self._judging = Judging(screen, judge)
        self._screen = screen
        self._recorder = recorder
        self._voice = voice
        self._clock = clock
        self._spoken: tuple[int | None, Phase] | None = None
        self._checkpointed = self._clock().tick
        self._ahead: Prefetch[RenderableType] = Prefetch()
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
        return key not in _ENDINGS and bindings.act_of(bindings.OPENING, key) is Do.BEGIN

    def run(self, state: State, draft: str = "") -> Ending:
        """Play the session until it is over, stopped or broken off; `draft` is half typed."""
        self._draft = draft
        try:
            return self._play(state)
        finally:
            self._voice.hush()
            self._judging.close()

    def conclude(self, report: "Report") -> None:
        """Print the report below the shell's prompt, after the screen has been given back."""
        shown = quiz_pages.concluding(report)
        self._screen.console.print(Padding(shown, (1, 2, 0, 2)))

    def _play(self, state: State) -> Ending:
        while True:
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
            act = bindings.act_of(bindings.bindings_of(state), key)
            if act is Do.LEAVE:
                return Ending(state)
            state = self._do(state, act)
            if state.phase is Phase.OVER and state.stopped:
                return Ending(state)

    def _wait(self, state: State) -> str | None:
        """Show where the session stands; the next key, None when only time has passed."""
        self._speak(state)
        if state.rules.typed and _is_written(state) and not self._finished and not state.pause:
            return self._write(state)
        self._screen.show(self._page(state))
        if state.asks:
            self._prepare(state)
        if self._clock().tick - self._checkpointed >= CHECKPOINT_EVERY:
            self._checkpoint(state)
        key = self._screen.key(self._until_next_second(state))
        if key and bindings.act_of(bindings.bindings_of(state), key) is Do.HELP:
            return self._help(state)
        return key

    def _help(self, state: State) -> str | None:
        """Show the keys of the screen at hand until one is pressed; which, if from outside."""
        key = None
        while key is None:
            self._screen.show(quiz_pages.key_table(state, self._view()))
            key = self._screen.key(self._until_next_second(state))
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
        self._screen.suspend()
        return held if state.pause is not None else self._apply(held, Press.PAUSE)

    def _stop(self, state: State) -> State:
        """Stop; what was written or chosen for an interviewer is an answer, finished or not."""
        begun = state.asks and (self._draft.strip() or state.current.chosen)
        if begun and state.rules.kind is SessionKind.MOCK:
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
            event = Reveal(event.confidence, self._draft.strip())
        moment = self._clock()
        after, effects = step(state, event, moment)
        if after is state and event is Press.UNDO:
            self._message = "there is nothing to undo"
        if after is state and isinstance(event, Reveal):
            self._message = "choose an option first, or 0 if you do not know"
        entries = {answer.entry.key: answer.entry for answer in after.answers}
        if effects:
            self._result = None
        for attempt, knowledge in carry_out(effects, self._recorder):
            self._result = Result(attempt, entries[attempt.key], knowledge, moment.at)
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
            return quiz_pages.delivery(state, view, self._answer(state))
        view = replace(view, assistant=status(self._judging.judge, state))
        return quiz_pages.marking(state, view, self._answer(state))

    def _view(self) -> View:
        message = self._message or self._recorder.trouble
        return View(self._clock().tick, self._screen.width, self._result, message, self._draft)

    def _prepare(self, state: State) -> None:
        """Render the answer ahead, and load what scoring needs."""
        work = self._rendering(state)

        def prepare() -> RenderableType:
            rendered = work()
            self._recorder.warm()
            return rendered

        self._ahead.begin(self._name(state), prepare)

    def _answer(self, state: State) -> RenderableType:
        name, work = self._name(state), self._rendering(state)
        return Later(lambda: self._ahead.get(name, work))

    def _name(self, state: State) -> tuple[str | None, int]:
        return state.current.entry.question.answer, self._screen.width

    def _rendering(self, state: State) -> Callable[[], RenderableType]:
        text = state.current.entry.question.answer or "*This question has no answer in its deck.*"
        console = self._screen.twin()
        options = console.options.update(width=self._screen.width, height=None)

        def render() -> RenderableType:
            from drill.terminal.markdown import answer_view

            return SegmentLines(console.render_lines(answer_view(text), options), new_lines=True)

        return render

    def _until_next_second(self, state: State) -> float | None:
        """How long the page stays true: until its clock shows the next second."""
        if state.phase is Phase.OVER or state.pause is not None:
            return None
        return 1 - state.elapsed(self._clock().tick) % 1

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
        """The time, below an answer being written: red when it is up."""
        tick = self._clock().tick
        time = str(timing(state, tick) or humanize.clock(state.elapsed(tick)))
        answer = state.current
        over = answer.budget is not None and answer.clock.seconds(tick) > answer.budget
        return [("fg:ansired" if over else "", time)]


def _is_written(state: State) -> bool:
    """Whether a question is answered in words: options are chosen."""
    return state.asks and not (state.phase is Phase.ASKING and state.current.options)

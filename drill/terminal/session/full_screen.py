"""A session on the full screen: turns keys into events and states into pages, and runs effects."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rich.padding import Padding

from drill.session import (
    Event,
    Instant,
    Note,
    Phase,
    Press,
    Rate,
    Replace,
    Reveal,
    Rules,
    State,
    Toggle,
    step,
)
from drill.terminal.keys import bindings, keys
from drill.terminal.keys.actions import Act, Do, Drop
from drill.terminal.keys.keymap import act_of
from drill.terminal.screen.page import Page
from drill.terminal.screen.rendered import RenderedAnswers
from drill.terminal.screen.screen import Screen
from drill.terminal.session import interview_pages, pages
from drill.terminal.session.deck_edits import DeckEdits
from drill.terminal.session.instants import now
from drill.terminal.session.judge import Judge, status
from drill.terminal.session.judging import Judging
from drill.terminal.session.leaving import ENDINGS, OUTSIDE, Ending, Leaving, ends, is_resumable
from drill.terminal.session.parts import Result, toolbar
from drill.terminal.session.rating import offers
from drill.terminal.session.reading_aloud import Reader
from drill.terminal.session.spoken_note import take_note
from drill.terminal.session.store import Store, carry_out, undone
from drill.terminal.session.typed_answer import Draft, kept_draft
from drill.terminal.session.view import View
from drill.terminal.speech.own_words import LISTENING, Looking
from drill.terminal.speech.recording import METER_EVERY, Recording, Recordings, ends_marking
from drill.terminal.speech.speech import Silence, Voice

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from drill.reporting.report import Report

READ_FOR = 0.5  # seconds after a confidence: an earlier rating is a double press
CHECKPOINT_EVERY = 4.0  # seconds: an interrupted interview loses less than five


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
        self._deck_edits = DeckEdits(recorder, screen)
        self._screen = screen
        self._recorder = recorder
        self._reader = Reader(voice)
        self._clock = clock
        self._checkpointed = self._clock().tick
        self._answers = RenderedAnswers(screen, recorder.warm)
        self._result: Result | None = None
        self._message = ""
        self._draft = Draft(screen)
        self._leaving = Leaving(screen)
        self._unread: str | None = None
        self._turned = self._clock().tick  # when the page last changed

    def introduce(self, rules: Rules, count: int) -> int | None:
        """Show the rules of an interview of `count` questions; the exit code, None to begin."""
        page = interview_pages.opening(rules, count)
        while True:
            key = self._screen.answer(lambda: (page, None))
            if key in ENDINGS:
                return ENDINGS[key]
            if act := act_of(bindings.OPENING, key):
                return None if act is Do.BEGIN else 0

    def run(self, state: State, draft: str = "") -> Ending:
        """Run the session until it ends or is interrupted; `draft` is an unfinished answer."""
        self._draft.begin(draft or kept_draft(self._recorder, state))
        try:
            ending = self._play(state)
            self._recording.follow(ending.state)
        finally:
            self._reader.hush()
            self._judging.close()
            self._recording.close()
        return ending

    def conclude(self, report: "Report") -> None:
        """Print the report below the shell's prompt, after the screen has been given back."""
        self._screen.leave_behind(Padding(pages.concluding(report), (1, 2, 0, 2)))

    def _play(self, state: State) -> Ending:
        while True:
            for heard in self._recording.heard(state):
                state = self._apply(state, heard)
            if judgement := self._judging.judgement(state):
                state = self._apply(state, judgement)
            key = self._judging.unread() or self._unread or self._wait(state)
            self._unread = None
            if key is None:
                continue
            if ends(key, state):
                return self._broken_off(state, ENDINGS[key])
            act = act_of(self._deck_edits.keys(state), key)
            if act is Press.STOP:
                act, self._message = self._leaving.asked(state, self._page_to_leave)
            else:
                self._message = self._leaving.forget()
            if act is Press.ACCEPT and key == keys.SPACE and not self._screen.fits:
                # An extra Space while paging must not score a long answer.
                act = None
            if key == keys.SUSPEND:
                state = self._suspended(state)
                continue
            if state.phase is Phase.OVER and act in {Do.LEAVE, Do.AGAIN}:
                return Ending(state, again=act is Do.AGAIN)
            if act is Do.LEAVE:
                return self._broken_off(state, 0)
            state = self._do(state, act)
            if state.phase is Phase.OVER and state.stopped:
                return Ending(state)

    def _wait(self, state: State) -> str | None:
        """Show the session's page; the next key, or None after a timeout."""
        self._reader.follow(state)
        self._recording.follow(state, speaking=self._reader.speaks)
        if self._draft.is_due(state):
            page = pages.writing(state, self._view())
            toolbar = partial(self._toolbar, state)
            return self._draft.write(page, toolbar, lambda: self._checkpoint(state))
        self._screen.show(self._page(state))
        if state.asks:
            self._answers.prepare(state)
        if self._clock().tick - self._checkpointed >= CHECKPOINT_EVERY:
            self._checkpoint(state)
        key = self._screen.key(self._until_next_change(state))
        if key and act_of(bindings.offered(state), key) is Do.HELP:
            return self._help(state)
        return key

    def _help(self, state: State) -> str | None:
        """Show the keys of the current screen until a key is pressed; the key if it is a signal."""
        self._message = self._leaving.forget()
        key = self._screen.answer(
            lambda: (pages.key_table(state, self._view()), self._until_next_change(state))
        )
        return key if key in OUTSIDE else None

    def _checkpoint(self, state: State) -> None:
        self._recorder.checkpoint(state, self._draft.text)
        self._checkpointed = self._clock().tick

    def _do(self, state: State, act: Act | None) -> State:
        match act:
            case None | Do.BEGIN | Do.HELP | Do.LEAVE | Do.AGAIN:  # not offered here
                return state
            case Do.EDIT:
                return self._edit(state)
            case Do.LOOK_BACK | Do.LOOK_ON | Do.PLAY | Do.PLAY_POINT:
                self._message = self._looking.do(state, act)
                return state
            case Do.NOTE:
                note, self._unread = take_note(self._screen, state, partial(self._toolbar, state))
                return self._apply(state, Note(note))
            case Do.JUDGE:
                self._message = self._judging.ask(state)
                return state
            case Do.REPLY:
                reply = self._judging.reply(state, partial(self._toolbar, state))
                return self._apply(state, reply) if reply else state
            case Do.KEEP | Do.DROP | Do.RESTORE | Do.CANCEL | Drop():
                entry, self._message = self._deck_edits.do(state, act)
                return self._apply(state, Replace(entry)) if entry else state
            case Rate() if self._is_doubled(state):
                self._message = "that came before you can have read the answer"
                return state
            case Press.STOP:
                return self._stop(state)
            case _:
                return self._apply(state, act)

    def _is_doubled(self, state: State) -> bool:
        """Whether a rating is a confidence key pressed twice: too fast to have read the answer."""
        said = state.current.confidence is not None
        return said and self._clock().tick - self._turned < READ_FOR

    def _suspended(self, state: State) -> State:
        """Suspend as Ctrl-Z does, with the clock paused."""
        held = self._held(state)
        self._recording.follow(held)
        self._screen.suspend()
        return held if state.pause is not None else self._apply(held, Press.PAUSE)

    def _stop(self, state: State) -> State:
        """Stop; an interview counts an unfinished answer as given."""
        begun = self._draft.words or self._recording.spoke or state.current.chosen
        if state.asks and begun and is_resumable(state):
            state = self._apply(state, Reveal())
            if not state.asks:  # that was the last question
                return state
        return self._apply(state, Press.STOP)

    def _held(self, state: State) -> State:
        """The state with its clocks paused."""
        return state if state.pause is not None else self._apply(state, Press.PAUSE)

    def _broken_off(self, state: State, code: int) -> Ending:
        """The ending of an interrupted session: a quiz stops, an interview can be resumed."""
        self._checkpoint(state)
        if not is_resumable(state):
            state = self._apply(state, Press.STOP)
        return Ending(state, code)

    def _apply(self, state: State, event: Event) -> State:
        if isinstance(event, Reveal) and self._draft.words:
            event = event._replace(typed=self._draft.words)
        event = self._recording.given(event)
        if isinstance(event, Toggle):
            self._looking.turn(state, event.point)
        if ends_marking(state, event):
            state = self._listened(state)
        moment = self._clock()
        after, effects = step(state, event, moment)
        if after is state and event is Press.UNDO:
            self._message = undone(self._recorder)
        if after is state and isinstance(event, Reveal):
            self._message = "choose an option first, or 0 if you do not know"
        entries = {answer.entry.key: answer.entry for answer in after.answers}
        if effects:
            self._result = None
        for saved in carry_out(effects, self._recorder):
            self._result = Result(saved, entries[saved.attempt.key], moment.at)
        if (after.index, after.phase) != (state.index, state.phase):
            self._draft.begin(kept_draft(self._recorder, after))
            self._turned = moment.tick
        if after is not state:
            self._checkpoint(after)
        return after

    def _page(self, state: State) -> Page:
        view = self._view()
        if state.phase is Phase.MARKING:
            view = replace(
                view,
                assistant=status(self._judging.judge, state),
                looked=self._looking.at(state),
                offers=offers(state, self._recorder, self._clock().at),
            )
        return pages.page(state, view, self._answers, self._recorder)

    def _page_to_leave(self, state: State) -> tuple[Page, float | None]:
        return interview_pages.leaving(state, self._clock().tick), self._until_next_change(state)

    def _view(self) -> View:
        return View(
            self._clock().tick,
            self._result,
            self._message or self._recorder.trouble,
            self._draft.text,
            hearing=self._recording.hearing,
        )

    def _listened(self, state: State) -> State:
        """Wait for the transcript, to be stored with the score; a key ends the wait."""

        def wait() -> bool:
            self._message = f"{LISTENING}; any key continues without it"
            self._screen.show(self._page(state))
            return self._screen.key(METER_EVERY) is None

        after = self._recording.listened(state, wait, self._clock)
        self._message = ""
        return after

    def _until_next_change(self, state: State) -> float | None:
        """Seconds until the page must be redrawn, for its clock or its meter."""
        if state.phase is Phase.OVER or state.pause is not None:
            return None
        second = 1 - state.elapsed(self._clock().tick) % 1
        moves = self._recording.hearing or self._reader.speaks
        return min(second, METER_EVERY) if moves else second

    def _edit(self, state: State) -> State:
        held = state if state.asks else self._held(state)
        entry, message = self._deck_edits.edit(state)
        self._message = message
        if entry:
            return self._apply(held, Replace(entry))
        return held if state.asks else self._apply(held, Press.PAUSE)

    def _toolbar(self, state: State) -> "StyleAndTextTuples":
        return toolbar(state, self._clock().tick, self._screen.width)

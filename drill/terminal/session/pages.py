"""The pages of a session, one for each kind of state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from drill.model import SIDES_OF_DELIVERY, SessionKind
from drill.reporting.humanize import plain_title
from drill.session import Phase, State
from drill.speaking.measures import Hearing
from drill.terminal.keys import bindings
from drill.terminal.keys.bindings import offered
from drill.terminal.keys.keymap import footer, helped
from drill.terminal.screen.page import TEXT_WIDTH, Page
from drill.terminal.session.checklist import Checklist, FollowedUp, Score
from drill.terminal.session.choice import Options, Verdicts, how_many, sureness
from drill.terminal.session.parts import (
    FollowUps,
    Header,
    KeyLine,
    Result,
    Timing,
    how_much,
    key_list,
    label,
    prose,
    timing,
)
from drill.terminal.session.proposals import beside_the_points, in_full_words
from drill.terminal.speech.own_words import Meter, own_words
from drill.text import printable

if TYPE_CHECKING:
    from drill.reporting.report import Report
    from drill.terminal.screen.rendered import RenderedAnswers
    from drill.terminal.session.store import Store


@dataclass(frozen=True, slots=True)
class View:
    """The inputs of a page besides the state.

    `tick` is now, `result` the last score, `message` a temporary notice, `draft` the answer as
    typed before the reveal, `assistant` its status line. `hearing` is the microphone's state while
    recording, `looked` the index of the selected key point, `offers` the effects of the ratings,
    lowest first.
    """

    tick: float
    result: Result | None = None
    message: str = ""
    draft: str = ""
    assistant: str = ""
    hearing: Hearing | None = None
    looked: int | None = None
    offers: tuple[str, ...] = ()

    @property
    def recording(self) -> bool:
        """Whether sound is being recorded."""
        return self.hearing is not None and self.hearing.recording


def page(state: State, view: View, answers: "RenderedAnswers", recorder: "Store") -> Page:
    """The page of the state; `recorder` makes the report at the end."""
    if state.phase is Phase.OVER:
        return closing(state, recorder.report(state), view)
    if state.asks:
        return asking(state, view)
    if state.phase is Phase.DELIVERY:
        return delivery(state, view, answers.get(state))
    return marking(state, view, answers.get(state))


def asking(state: State, view: View) -> Page:
    """The question, before the reveal."""
    body = _asked(state)
    focus = len(body) - 1
    if view.draft.strip():
        body += [label("You wrote"), Text(printable(view.draft)), ""]
    choosing = state.phase is Phase.ASKING and state.current.options
    lead = "Nothing is written." if state.rules.typed else "Say it, then"
    lead = "Paused." if state.pause else "" if view.draft.strip() or choosing else lead
    dock: list[RenderableType] = [KeyLine(footer(offered(state)), lead)]
    if choosing:
        dock = [sureness(state.current), *dock]
        if view.result:  # only here: above, the options need the room
            body += [view.result]
    if timing(state, view.tick, TEXT_WIDTH):
        dock = [Timing(state, view.tick), "", *dock]
    if view.hearing and not state.pause:
        dock = [Meter(view.hearing), "", *dock]
    if view.result and not choosing:
        dock += ["", view.result]
    page = _page(f"{state.phase} {state.index} {state.serial}", state, view, body, dock)
    return replace(page, focus=focus, brought=_brought(state))


def writing(state: State, view: View) -> Page:
    """The question above the input for its answer."""
    body = _asked(state)
    focus = len(body) - 1
    if view.result:
        body += [replace(view.result, undo="Alt-u"), ""]
    keys = footer(binding for binding in bindings.WRITING if binding.when(state))
    return Page(
        "writing",
        Header(state),
        body,
        [KeyLine(keys, "Write, then")],
        title=plain_title(state.current.entry.question.title),
        more="page down",
        focus=focus,
        brought=_brought(state),
    )


def _asked(state: State) -> list[RenderableType]:
    answer = state.current
    question = answer.entry.question
    body: list[RenderableType] = [prose(question.text, "bold"), ""]
    if answer.options:
        body += [Text(how_many(answer), style="dim"), "", Options(answer), ""]
    brought: list[RenderableType] = []
    if state.phase is Phase.FOLLOW_UP and answer.follow_up:
        brought += [label("Follow-up"), prose(answer.follow_up), ""]
    if answer.assisted and question.hint:
        brought += [label("Hint"), prose(question.hint), ""]
    if answer.note:
        brought += [label("Your note"), Text(printable(answer.note)), ""]
    return [*body, Group(*brought)]


def _brought(state: State) -> str:
    """An identifier of the latest addition below the question."""
    answer = state.current
    hinted = answer.assisted and answer.entry.question.hint
    parts = ("next" if state.phase is Phase.FOLLOW_UP else "", hinted and "hint", answer.note)
    return " ".join(part for part in parts if part)


def marking(state: State, view: View, answer_lines: RenderableType) -> Page:
    """The answer, rendered in advance, and the checklist to mark."""
    answer = state.current
    points = answer.points
    keys = KeyLine(footer(offered(state)), "Paused." if state.pause else "")
    if answer.entry.question.correct:
        scored: list[RenderableType] = [Rule(style="dim"), FollowedUp(answer), Score(answer), keys]
        return _revealed(state, view, [answer_lines], scored)
    if not points:
        dock: list[RenderableType] = [
            Rule(style="dim"),
            FollowedUp(answer),
            Text(how_much(answer), style="bold"),
            *_ratings(state, view),
        ]
        return _revealed(state, view, [answer_lines], dock)
    word = [Text(view.assistant, style="dim")] if view.assistant else []
    full: list[RenderableType] = [
        Rule(style="dim"),
        Text("Which of these did you say?", style="bold"),
        Checklist(answer, looked=view.looked),
        *(beside_the_points(answer.proposal) if answer.proposal else ()),
        FollowedUp(answer),
        *word,
        Score(answer),
    ]
    # If the points do not fit they are cut, and repeated in full below the answer.
    cut: list[RenderableType] = [
        Rule(style="dim"),
        Checklist(answer, one_line_each=True, looked=view.looked),
        FollowedUp(answer),
        *word,
        Score(answer),
    ]
    in_full: list[RenderableType] = [
        answer_lines,
        "",
        label("Key points"),
        Checklist(replace(answer, proposal=None)),
    ]
    proposed_in_full: list[RenderableType] = []
    if answer.proposal:
        proposed_in_full = [label("Your assistant proposes"), *in_full_words(answer.proposal), ""]
    compact = _revealed(state, view, in_full, [keys], proposed_in_full)
    return replace(
        _revealed(state, view, [answer_lines], [keys]),
        beside=full,
        compact=replace(compact, beside=cut),
    )


def _ratings(state: State, view: View) -> list[RenderableType]:
    """The four ratings with their effects, and the other keys below them."""
    pairs = footer(offered(state))
    ratings = [(key, offer) for (key, _), offer in zip(pairs, view.offers, strict=False)]
    if state.pause or not ratings:
        return [Score(state.current), KeyLine(pairs, "Paused." if state.pause else "")]
    return [KeyLine(ratings), Score(state.current), KeyLine(pairs[len(ratings) :])]


def delivery(state: State, view: View, answer_lines: RenderableType) -> Page:
    """The same answer, and one aspect of its delivery to rate."""
    grades = state.current.delivery
    sides = Text("How was your ", style="bold")
    for index, side in enumerate(SIDES_OF_DELIVERY):
        grade = f" {grades[index]}" if index < len(grades) else ""
        sides.append(side + grade, "bold cyan" if index == len(grades) else "dim")
        sides.append(", " if index < 2 else "?")
    keys = KeyLine(footer(offered(state)))
    return _revealed(state, view, [answer_lines], [Rule(style="dim"), sides, keys])


def key_table(state: State, view: View) -> Page:
    """All keys of the current screen."""
    table = key_list((*helped(offered(state)), *helped([bindings.SCROLLING])))
    dock: list[RenderableType] = ["", Text("any key goes back", style="dim")]
    return _page("keys", state, view, [Text("Keys", style="bold"), "", table], dock)


def closing(state: State, report: "Report", view: View) -> Page:
    """The end: the last score, and the summary of the session."""
    body: list[RenderableType] = [concluding(report)]
    if view.result and report.session.kind is SessionKind.QUIZ:
        body = [view.result, "", *body]
    keys = KeyLine(footer(offered(state)))
    return Page("closing", label("Done"), body, ["", keys])


def concluding(report: "Report") -> RenderableType:
    """The report of a session: short for a quiz, full for an interview."""
    from drill.terminal.session.report import SessionReport
    from drill.terminal.session.summary import Summary

    return SessionReport(report) if report.session.kind is SessionKind.MOCK else Summary(report)


def _revealed(
    state: State,
    view: View,
    answer_lines: list[RenderableType],
    dock: list[RenderableType],
    proposed: Sequence[RenderableType] = (),
) -> Page:
    answer = state.current
    question = answer.entry.question
    body: list[RenderableType] = [prose(question.text, "bold"), Rule(style="dim"), ""]
    if answer.options:
        body += [Verdicts(answer), ""]
    own = list(own_words(answer))
    if own:
        body += [*own, "", *proposed]
    if own or (answer.options and question.shown_answer):
        body.append(label("Why" if answer.options else "The deck's answer"))
    if question.shown_answer or not answer.options:
        body += [*answer_lines, ""]
    if question.notes:
        body += [label("Editor's note"), prose(question.notes), ""]
    if question.follow_ups and state.rules.kind is SessionKind.QUIZ:
        body += [label("An interviewer might ask next"), FollowUps(question.follow_ups), ""]
    return _page(f"marking {state.index} {state.serial}", state, view, body, dock)


def _page(
    top: str, state: State, view: View, body: list[RenderableType], dock: list[RenderableType]
) -> Page:
    if view.message:
        dock = [*dock, Text(view.message, style="yellow")]
    top_line = Header(state, view.tick, view.recording)
    return Page(top, top_line, body, dock, title=plain_title(state.current.entry.question.title))

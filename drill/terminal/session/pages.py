"""The pages of a session, one for each kind of state; those with the answer are loaded with it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from drill.model import SessionKind
from drill.reporting.humanize import plain_title
from drill.session import Phase, State
from drill.terminal.keys import bindings
from drill.terminal.keys.bindings import offered
from drill.terminal.keys.keymap import footer, helped
from drill.terminal.screen.page import TEXT_WIDTH, Page
from drill.terminal.session.choice import Options, how_many, sureness
from drill.terminal.session.parts import (
    Header,
    KeyLine,
    Timing,
    key_list,
    label,
    prose,
    timing,
)
from drill.terminal.session.view import View, framed
from drill.text import printable

if TYPE_CHECKING:
    from drill.reporting.report import Report
    from drill.terminal.screen.rendered import RenderedAnswers
    from drill.terminal.session.store import Store


def page(state: State, view: View, answers: "RenderedAnswers", recorder: "Store") -> Page:
    """The page of the state; `recorder` makes the report at the end."""
    if state.phase is Phase.OVER:
        return closing(state, recorder.report(state), view)
    if state.asks:
        return asking(state, view)
    from drill.terminal.session import revealed_pages

    if state.phase is Phase.DELIVERY:
        return revealed_pages.delivery(state, view, answers.get(state))
    return revealed_pages.marking(state, view, answers.get(state))


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
        from drill.terminal.speech.own_words import Meter

        dock = [Meter(view.hearing), "", *dock]
    if view.result and not choosing:
        dock += ["", view.result]
    page = framed(f"{state.phase} {state.index} {state.serial}", state, view, body, dock)
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


def key_table(state: State, view: View) -> Page:
    """All keys of the current screen."""
    table = key_list((*helped(offered(state)), *helped([bindings.SCROLLING])))
    dock: list[RenderableType] = ["", Text("any key goes back", style="dim")]
    return framed("keys", state, view, [Text("Keys", style="bold"), "", table], dock)


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

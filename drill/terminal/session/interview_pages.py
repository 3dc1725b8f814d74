"""The pages of an interview other than its questions: rules, note, leaving."""

from rich.console import RenderableType
from rich.text import Text

from drill.reporting.humanize import counted, duration
from drill.session import Phase, Rules, State
from drill.terminal.keys import bindings
from drill.terminal.keys.keymap import footer
from drill.terminal.screen.page import Page
from drill.terminal.session.parts import Header, KeyLine, label, prose

RECORDED = (
    "Your answers are recorded while a question is open, and at no other time; the screen says "
    "when. The recordings stay on this machine: drill sessions forget deletes them."
)


def opening(rules: Rules, count: int) -> Page:
    """The page of rules, before the clock starts."""
    body: list[RenderableType] = []
    for sentence in rules_in_words(rules, count):
        body += [Text(sentence), ""]
    keys = KeyLine(footer(bindings.OPENING))
    return Page("opening", Text("Mock interview", style="bold"), body, [keys])


def rules_in_words(rules: Rules, count: int) -> tuple[str, ...]:
    """The rules of an interview of `count` questions, one sentence each."""
    said = "Write your answers" if rules.typed else "Say your answers aloud"
    shown = (
        "Each answer is shown when you have given yours."
        if rules.reveal_each
        else "No answer is shown before the end; then you go through yours, point by point."
    )
    return (
        f"{counted(count, 'question')} in {duration(rules.limit or 0)}. {said}, as you would to an "
        "interviewer.",
        "Each question has a time limit. After it the clock changes colour and keeps running: "
        "nothing is cut off, but the overtime is recorded.",
        shown,
        "What you skip comes back at the end, if there is time. You can pause; that is counted.",
        "If it is interrupted, drill mock --resume continues where you stopped.",
        *([RECORDED] if rules.recorded else []),
    )


def noting(state: State) -> Page:
    """The question, above the input line for a note."""
    body: list[RenderableType] = [prose(state.current.entry.question.text, "bold"), ""]
    if state.current.follow_up and state.phase is not Phase.ASKING:  # not asked yet
        body += [label("Follow-up"), prose(state.current.follow_up), ""]
    body += [Text("A line on what you said: the review and the report show it."), ""]
    keys = KeyLine(footer(bindings.NOTING), "Write, then")
    return Page("noting", Header(state), body, [keys], more="page down")


def leaving(state: State, tick: float) -> Page:
    """The choices after q during an interview."""
    given = len(state.marking) + sum(not attempt.skipped for attempt in state.attempts)
    body: list[RenderableType] = [
        Text("Leave the interview?", style="bold"),
        "",
        Text(f"{given} of {len(state.answers)} answered. All is kept, what you have begun too: "
             "drill mock --resume continues from here."),
    ]  # fmt: skip
    return Page("leaving", Header(state, tick), body, ["", KeyLine(footer(bindings.LEAVING))])

"""The pages with the answer of a question: marks and ratings, and the delivery."""

from collections.abc import Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from drill.model import SIDES_OF_DELIVERY, SessionKind
from drill.session import State
from drill.terminal.keys.bindings import offered
from drill.terminal.keys.keymap import footer
from drill.terminal.screen.page import Page
from drill.terminal.session.checklist import Checklist, FollowedUp, Score
from drill.terminal.session.choice import Verdicts
from drill.terminal.session.parts import FollowUps, KeyLine, how_much, label, prose
from drill.terminal.session.proposals import beside_the_points, in_full_words
from drill.terminal.session.view import View, framed
from drill.terminal.speech.own_words import own_words


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
    return framed(f"marking {state.index} {state.serial}", state, view, body, dock)

"""The keys while marking or rating an answer, for the tables in `bindings`."""

from drill.grading import coverage_of_rating
from drill.model import Mark, Rating
from drill.reporting.humanize import percent
from drill.session import Deliver, MarkAll, Press, Rate, Toggle
from drill.terminal.keys import keys
from drill.terminal.keys.actions import Act, Bindings, Do, Drop
from drill.terminal.keys.keymap import ANY, Binding


def both(act: Act) -> dict[str, Act]:
    """One action for Enter and Space."""
    return {keys.ENTER: act, keys.SPACE: act}


WRONG = Binding[Act](
    "w",
    {"w": Press.WRONG},
    "I said something wrong: at most 50 %",
    "something wrong",
    "w something wrong",
)
SHARES = {
    Rating.AGAIN: "nothing",
    Rating.HARD: "half",
    Rating.GOOD: "most",
    Rating.EASY: "all",
}
"""The share of each self-rating, in words."""
RATING: Bindings = (
    *(
        Binding[Act](
            str(rating.value),
            {str(rating.value): Rate(rating)},
            f"you said {share}: {percent(coverage_of_rating(rating, wrong=False))}, "
            f"{rating.name.lower()}",
            share,
            f"{rating.value} {share}",
        )
        for rating, share in SHARES.items()
    ),
    WRONG,
)
BY_SHARE = Binding[Act](
    "r",
    {"r": Press.BY_SHARE},
    "rate by share instead, or by the points again",
    "by share",
    "r by share",
)
DRAFTED: Bindings = (
    Binding(
        "k",
        {"k": Do.KEEP},
        "keep drafted points as they are",
        "keep drafts",
        "k keep drafts",
        lambda state: state.current.entry.question.drafted,
    ),
    Binding(
        "x",
        {"x": Do.DROP},
        "drop a drafted point: x, then its number",
        "drop",
        "x 2 drops the second",
    ),
    BY_SHARE,
)
RESTORING = Binding[Act]("u", {"u": Do.RESTORE}, "undo the last change to the points")
LOOKING: Bindings = (
    Binding(
        "left/right",
        {keys.LEFT: Do.LOOK_BACK, keys.RIGHT: Do.LOOK_ON},
        "select a point: your nearest words appear below it",
        when=lambda state: state.current.words is not None,
    ),
    Binding(
        "V",
        {"V": Do.PLAY_POINT},
        "play what you said from there",
        when=lambda state: state.current.spoken is not None,
    ),
)
FOLLOW_UP = Binding[Act](
    "t",
    {"t": Press.FOLLOW_UP},
    "change the mark of the follow-up: said, partly, missed",
    "follow-up",
    "t, ~t follow-up",
    lambda state: state.current.follow_up is not None,
)
PLAYING = Binding[Act](
    "v",
    {"v": Do.PLAY},
    "play what you said, or stop playing",
    "play",
    "v plays",
    lambda state: state.current.spoken is not None,
)
JUDGING: Bindings = (
    Binding(
        "j",
        {"j": Do.JUDGE},
        "let your assistant judge your words",
        plain="j judge",
        when=lambda state: state.current.words is not None,
    ),
    Binding(
        "y",
        {"y": Press.TAKE_OVER},
        "mark as the assistant proposes",
        "take over",
        "y as proposed",
        lambda state: state.current.proposal is not None,
    ),
    Binding(
        "f",
        {"f": Do.REPLY},
        "answer the assistant's next question",
        "answer",
        "f answer",
        lambda state: bool(state.current.proposal and state.current.proposal.follow_up),
    ),
)
DELIVERY: Bindings = (
    *(
        Binding[Act](str(grade), {str(grade): Deliver(grade)}, f"it was {word}", word)
        for grade, word in enumerate(("poor", "fair", "good", "very good"), 1)
    ),
    Binding("u", {"u": Press.UNDO}, "back", "back"),
)
# Multiple choice is scored by the options chosen: there is nothing to mark.
CHOSEN: Bindings = (
    WRONG,
    Binding("enter, space", both(Press.ACCEPT), "accept the score", "accept", "empty accepts"),
)


def marking(count: int) -> Bindings:
    """The keys while marking `count` key points."""
    toggles: dict[str, Act] = {str(index + 1): Toggle(index) for index in range(count)}
    label = digits(count)
    return (
        Binding(
            label,
            toggles,
            "turn a key point: said, partly, missed",
            "said, partly, missed",
            f"{label} said, ~ partly",
        ),
        Binding("a", {"a": MarkAll(Mark.SAID)}, "all said", "all", "a all"),
        Binding("0", {"0": MarkAll(Mark.MISSED)}, "all missed"),
        WRONG,
        Binding("enter, space", both(Press.ACCEPT), "accept the score", "accept", "empty none"),
        *LOOKING,
        *JUDGING,
    )


def dropping(count: int) -> Bindings:
    """The keys for choosing which of `count` key points to drop."""
    numbers: dict[str, Act] = {str(index + 1): Drop(index) for index in range(count)}
    return (
        Binding(digits(count), numbers, "drop it from the deck"),
        Binding("any other key", {ANY: Do.CANCEL}, "drop none"),
    )


def digits(count: int) -> str:
    """The keys for `count` rows, as people read them."""
    return f"1-{count}" if count > 1 else "1"

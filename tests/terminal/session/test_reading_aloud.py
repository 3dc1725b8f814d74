"""Questions read aloud on the full screen."""

from drill.model import SessionKind
from drill.session import Reveal, Rules
from drill.terminal.session.reading_aloud import Reader
from drill.terminal.speech.speech import Silence
from tests.terminal.faces import DROPOUT, WHY, after, begun


class Speaker(Silence):
    """A voice that keeps what it was told to say."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)


def test_each_question_is_read_once_when_it_appears() -> None:
    voice = Speaker()
    reader = Reader(voice)
    first = begun(DROPOUT, WHY, rules=Rules(SessionKind.MOCK, reveal_each=False))
    for state in (first, first, after(first, Reveal()), after(first, Reveal(), Reveal())):
        reader.follow(state)
    assert voice.said == ["What is dropout in a neural network?", "Why this job?"]

"""What the tests of trust share: a library of everything that means harm, and what each command
made of it.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.trust import hostile

if sys.platform != "win32":
    from tests.trust.driving import Ran, drill

ANSWERS = "1\n3 3 3\n\n" * 40
TYPED = "=1+1 [red]\n.\n" + ANSWERS
DAY = date.today() + timedelta(days=20)
# What is typed, and the lines that are given to it; FOLDER is where exports go.
COMMANDS = {
    "check": "",
    "check --json": "",
    "quiz": ANSWERS,
    "quiz hostile --typed --cram": TYPED * 3,
    "mock -n 4 --reveal each --seed 1": "\n" + ANSWERS,
    "mock hostile --typed --seed 1": "\n" + TYPED * 6,
    "": "",
    "list": "",
    "list --json": "",
    "list --search red": "",
    "show hostile/first": "",
    "show second --json": "",
    "stats": "",
    "stats --json": "",
    "sessions": "",
    "sessions --json": "",
    "sessions show": "",
    f"plan --on {DAY}": "",
    "plan --json": "",
    "export cheatsheet --full": "",
    "export cheatsheet --full -o FOLDER/sheet.html": "",
    "export cheatsheet --full -o FOLDER/sheet.pdf": "",
    "export session": "",
    "export session -o FOLDER/session.html": "",
    "export session -o FOLDER/session.json": "",
    "export session -o FOLDER/session.pdf": "",
    "export anki -o -": "",
    "export anki -o FOLDER/cards.apkg": "",
    "export history": "",
}


class Server:
    """A server on this machine that counts what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # the name that http.server calls
                asked.append(self.path)
                self.send_response(200)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = Thread(target=self._http.serve_forever)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@dataclass(frozen=True, slots=True)
class Harm:
    """A home, the folder of its decks, that of its exports, and how each command went."""

    home: Path
    decks: Path
    exports: Path
    ran: "dict[str, Ran]"


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    """The address that the hostile deck would load things from."""
    made = Server()
    yield made
    made.close()


@pytest.fixture(scope="package")
def harm(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Harm:
    """A good deck among all that means harm, and every command run over them, one by one."""
    if sys.platform == "win32":
        pytest.skip("needs a POSIX system")
    top = tmp_path_factory.mktemp("harm")
    decks, exports = top / "decks", top / "exports"
    for folder in (decks, exports):
        folder.mkdir()
    (decks / "good.yaml").write_text(hostile.GOOD)
    (decks / "hostile.yaml").write_text(hostile.texts(server.address))
    for file in hostile.FILES:
        file.put(decks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRILL_QUESTIONS", str(decks))
        ran = {
            command: drill(
                top / "home", *command.replace("FOLDER", str(exports)).split(), keys=keys
            )
            for command, keys in COMMANDS.items()
        }
    return Harm(top / "home", decks, exports, ran)

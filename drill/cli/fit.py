"""`drill plan --fit`: FSRS's parameters fitted to your own history."""

import os
import sys

from drill.cli.options import open_history
from drill.cli.output import write_json
from drill.reporting.humanize import counted
from drill.schedule.fitting import fit
from drill.schedule.memory import PARAMETERS
from drill.settings import load

_LONG = 2_000  # answers, fitted in a second


def fit_memory(*, json: bool) -> None:
    """Fit FSRS's parameters and use them if they predict better than the defaults.

    Raises DrillError if the history is too short.
    """
    settings = load(os.environ)
    with open_history() as history:
        attempts = history.attempts()
        if len(attempts) >= _LONG and sys.stderr.isatty():
            print(
                f"fitting to {counted(len(attempts), 'answer')}: this takes a while",
                file=sys.stderr,
            )
        fitted = fit(attempts)
    settings.keep_parameters(fitted.parameters if fitted.better else PARAMETERS)
    if json:
        from drill.cli.session_records import fit_document

        write_json(fit_document(fitted))
        return
    gain = 1 - fitted.fitted_loss / fitted.default_loss
    how = f"{abs(gain):.1%} {'better' if gain > 0 else 'worse'}".replace("%", " %")
    unseen = f"{fitted.judged} of the last fifth, which the fit had not seen"
    print(f"{fitted.answers:,} answers, judged by {unseen}")
    print(f"log loss: defaults {fitted.default_loss:.4f}, fitted {fitted.fitted_loss:.4f}, {how}")
    if fitted.better:
        print("drill uses your own parameters from now on")
    elif gain > 0:
        print("that may be chance: drill uses the defaults")
    else:
        print("drill uses the defaults")

"""The packages of the extra `[documents]`, or a refusal that names it."""

from collections.abc import Iterator
from contextlib import contextmanager

from drill.errors import DrillError

_MEND = "pip install 'interview-drill[documents]'"


@contextmanager
def needed(name: str, kind: str, package: str) -> Iterator[None]:
    """Turn a failing import of `package` into the refusal of the document `name`, a `kind`."""
    try:
        yield
    except ImportError:
        raise DrillError(
            f"{name}: reading {kind} needs {package}, which is not installed", _MEND
        ) from None

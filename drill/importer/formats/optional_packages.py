"""Guards imports of the extra `[documents]` with an error that names it."""

from collections.abc import Iterator
from contextlib import contextmanager

from drill.errors import DrillError

_HINT = "pip install 'interview-drill[documents]'"


@contextmanager
def needed(name: str, kind: str, package: str) -> Iterator[None]:
    """Turn a failed import of `package` into a DrillError about the document `name`, a `kind`."""
    try:
        yield
    except ImportError:
        raise DrillError(
            f"{name}: reading {kind} needs {package}, which is not installed", _HINT
        ) from None

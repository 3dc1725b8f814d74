"""The forms that questions come in; each module here proposes starts with `propose(outline)`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from drill.importer.signals.outline import Outline, Proposal


def proposals(outline: Outline) -> Iterator[Proposal]:
    """What every form makes of the document; a module put into this folder is a form."""
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        yield from import_module(f"{__name__}.{module.name}").propose(outline)

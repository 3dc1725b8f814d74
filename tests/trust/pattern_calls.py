"""The calls of `re`, inside of functions and outside, with the expressions that they are given."""

import ast
import importlib
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import drill
from tests.conftest import ROOT

_CALLS = {"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "compile"}


@dataclass(frozen=True, slots=True)
class PatternCall:
    """A call `re.USE(pattern, ...)` on `line` of `function`, which is empty outside of any.

    `pattern` is None for what the function alone can know.
    """

    module: str
    function: str
    line: int
    use: str
    pattern: re.Pattern[str] | None


@cache
def pattern_calls() -> tuple[PatternCall, ...]:
    """All such calls of all modules."""
    root = Path(drill.__path__[0])
    return tuple(
        call
        for path in sorted(root.rglob("*.py"))
        if path.stem not in {"windows", "__main__"}
        for call in _calls_of(path, _name(path.relative_to(root.parent)))
    )


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _calls_of(path: Path, module: str) -> Iterator[PatternCall]:
    yield from _calls_in(ast.parse(path.read_text("utf-8")), module, "")


def _calls_in(node: ast.AST, module: str, function: str) -> Iterator[PatternCall]:
    """The calls below `node`, which stands in `function`; at the top of a module are none."""
    match node:
        case ast.FunctionDef(name=name):
            function = name
        case ast.Lambda():
            function = "lambda"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=use)) if (
            function and use in _CALLS
        ):
            yield PatternCall(module, function, node.lineno, use, _compiled(module, node, use))
    for child in ast.iter_child_nodes(node):
        yield from _calls_in(child, module, function)


# Says what each module compiles while it is imported, wherever it keeps it.
_RECORDER = """
import importlib, json, pkgutil, re, sys
real, seen = re.compile, []
def recorded(pattern, flags=0):
    frame = sys._getframe(1)
    module = frame.f_globals["__name__"]
    if module.startswith("drill.") and isinstance(pattern, str):
        seen.append((module, frame.f_lineno, pattern, int(flags)))
    return real(pattern, flags)
re.compile = recorded
import drill
for module in pkgutil.walk_packages(drill.__path__, "drill."):
    if not module.name.endswith(("keys.windows", "__main__")):
        importlib.import_module(module.name)
print(json.dumps(seen))
"""


@cache
def compiled_at_import() -> tuple[PatternCall, ...]:
    """The calls of `re.compile` that all modules make while they are imported."""
    said = subprocess.run(
        [sys.executable, "-c", _RECORDER], capture_output=True, check=True, cwd=ROOT
    ).stdout
    return tuple(
        PatternCall(module, "", line, "compile", re.compile(pattern, flags))
        for module, line, pattern, flags in json.loads(said)
    )


def _compiled(module: str, node: ast.Call, use: str) -> re.Pattern[str] | None:
    """What a call is given, where the names of its module say it."""
    names = inspect.signature(getattr(re, use)).parameters
    given = dict(zip(names, node.args, strict=False))
    given |= {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    try:
        pattern = _value(module, given["pattern"])
        flags = _value(module, given["flags"]) if "flags" in given else 0
    except NameError:
        return None
    if not isinstance(pattern, str) or not isinstance(flags, int):
        return None
    return re.compile(pattern, flags)


def _value(module: str, node: ast.expr) -> object:
    code = compile(ast.Expression(node), module, "eval")
    return eval(code, vars(importlib.import_module(module)))

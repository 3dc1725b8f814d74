"""The calls of `re` inside of functions, with the expressions that they are given."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import drill

_CALLS = {"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "compile"}


@dataclass(frozen=True, slots=True)
class PatternCall:
    """A call `re.USE(pattern, ...)` on `line` of `function`; None for what it alone can know."""

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
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=use), args=[_, *_]
                ) if use in _CALLS:
                    pattern = _compiled(module, node, use)
                    yield PatternCall(module, function.name, node.lineno, use, pattern)


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

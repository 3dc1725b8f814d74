"""`python -m drill.cli.json_schemas` writes the schemas of `--json` from the types of records."""

import json
from types import NoneType, UnionType
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

from drill.cli.output import VERSION
from drill.cli.record_types.decks import CheckDocument, DecksDocument, TagsDocument
from drill.cli.record_types.imports import ImportDocument
from drill.cli.record_types.plan import PlanClearDocument, PlanDocument, PlanFitDocument
from drill.cli.record_types.questions import ListDocument, ShowDocument
from drill.cli.record_types.sessions import HomeDocument, SessionDocument, SessionsDocument
from drill.cli.record_types.setup import ConfigDocument, HistoryCheckDocument, WhereDocument
from drill.cli.record_types.stats import StatsDocument
from drill.shipped import PACKAGE

FOLDER = PACKAGE / "schemas"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}

DOCUMENTS: dict[str, type] = {
    "check": CheckDocument,
    "config": ConfigDocument,
    "decks": DecksDocument,
    "history-check": HistoryCheckDocument,
    "home": HomeDocument,
    "import": ImportDocument,
    "list": ListDocument,
    "plan": PlanDocument,
    "plan-clear": PlanClearDocument,
    "plan-fit": PlanFitDocument,
    "sessions": SessionsDocument,
    "sessions-show": SessionDocument,
    "show": ShowDocument,
    "stats": StatsDocument,
    "tags": TagsDocument,
    "where": WhereDocument,
}
"""The type of each `--json` document, by the name of its schema."""

Schema = dict[str, object]


def schema(name: str) -> Schema:
    """The schema of the document `name`."""
    kind = DOCUMENTS[name]
    parts: dict[str, Schema] = {}
    whole = _object(kind, parts)
    members = {"version": {"const": VERSION}, **_members(whole)}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:drill:schema:{name}:{VERSION}",
        "title": f"drill {name} --json",
        **whole,
        "properties": members,
        "required": list(members),
        **({"$defs": dict(sorted(parts.items()))} if parts else {}),
    }


def render(name: str) -> str:
    """The text of the schema file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def _members(of: Schema) -> dict[str, object]:
    members = of["properties"]
    assert isinstance(members, dict)
    return members


def _object(kind: type, parts: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind)
    return {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _any(hint, parts) for name, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def _any(hint: object, parts: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is UnionType or str(origin) == "typing.Union":
        return {"anyOf": [_any(argument, parts) for argument in arguments]}
    if origin is list:
        return {"type": "array", "items": _any(arguments[0], parts)}
    if origin is tuple:
        items = [_any(argument, parts) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}
    if origin is dict:
        return {"type": "object"}
    if isinstance(hint, type) and is_typeddict(hint):
        if hint.__name__ not in parts:
            parts[hint.__name__] = {}
            parts[hint.__name__] = _object(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    assert isinstance(hint, type)
    return {"type": _SIMPLE[hint]}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for document in DOCUMENTS:
        (FOLDER / f"{document}.schema.json").write_text(render(document), encoding="utf-8")

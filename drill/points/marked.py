"""Finds the key points that the document itself marks."""

import re

from drill.points.blocks import Block, Kind
from drill.points.section_names import is_named

_LEAST = 2  # a list of one is a sentence


def marked_items(kept: list[Block], blocks: list[Block]) -> list[Block]:
    """The items under "Key points" or the like, or of a checklist; empty if there are none."""
    items = [block for block in kept if block.kind is Kind.ITEM and block.starts_item]
    named = [item for item in items if _is_key(item, blocks)]
    if len(named) >= _LEAST:
        return _with_parts(named, items)
    ticked = [item for item in items if item.ticked is not None]
    return ticked if len(ticked) >= _LEAST else []


def _with_parts(named: list[Block], items: list[Block]) -> list[Block]:
    """`named`, with the items below a mere heading ("Cost:") in its place."""
    leads = {item.lead for item in items}
    heads = {
        item.place for item in named if item.place in leads and item.text.endswith((":", "："))
    }
    places = {item.place for item in named} - heads
    return [item for item in items if item.place in places or item.lead in heads]


def _is_key(item: Block, blocks: list[Block]) -> bool:
    if item.depth > 1:
        return False
    if item.lead is not None and is_named(
        "key", re.split(r"[.\n。]\s*", blocks[item.lead].text)[-1]
    ):
        return True
    return item.section is not None and is_named("key", blocks[item.section].text)

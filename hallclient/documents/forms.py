"""How are forms ruled? Label beside value, any length of text, and lines to sign on."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from hallclient.documents.layout import LEFT, TYPE_WIDTH, Box, space
from hallclient.documents.lines import Line, break_lines, draw, text_width

SIZE = 12.0
_PAD = 5.0
_LABEL_WIDTH = 8.2 * SIZE + 2 * _PAD
_ROW_SHARE = 0.7  # of the letter's leading: set tighter together with it
_RULE = 0.6


def form_rows(rows: Sequence[tuple[str, str, int]], chain: tuple[str, ...], leading: float) -> list[Box]:
    """Return boxes for ``(label, value, least lines)`` rows; a long value runs over pages line by line."""
    boxes: list[Box] = []
    row = leading * _ROW_SHARE
    for label, value, least in rows:
        labels = break_lines(label, chain=chain, size=SIZE, width=_LABEL_WIDTH - 2 * _PAD, justify=False)
        values = break_lines(value, chain=chain, size=SIZE, width=TYPE_WIDTH - _LABEL_WIDTH - 2 * _PAD)
        count = max(least, len(labels), len(values))
        # A short row stays whole; a long one may be cut between lines, never leaving its first alone.
        whole = count <= 6
        for index in range(count):
            strip = partial(
                _strip,
                labels[index] if index < len(labels) else None,
                values[index] if index < len(values) else None,
                index == 0,
                index == count - 1,
                row,
            )
            edge = (_PAD if index == 0 else 0.0) + (_PAD if index == count - 1 else 0.0)
            keep = index < count - 1 and (whole or index in (0, count - 2))
            boxes.append(Box(row + edge, strip, keep=keep))
    return boxes


def _strip(
    label: Line | None,
    value: Line | None,
    opens: bool,
    closes: bool,
    row: float,
    canvas: Any,
    y: float,
    first: bool,
    last: bool,
) -> None:
    height = row + (_PAD if opens else 0.0) + (_PAD if closes else 0.0)
    canvas.setLineWidth(_RULE)
    for x in (LEFT, LEFT + _LABEL_WIDTH, LEFT + TYPE_WIDTH):
        canvas.line(x, y, x, y - height)
    if opens or first:
        canvas.line(LEFT, y, LEFT + TYPE_WIDTH, y)
    if closes or last:
        canvas.line(LEFT, y - height, LEFT + TYPE_WIDTH, y - height)
    base = y - (_PAD if opens else 0.0) - row / 2 - SIZE * 0.36
    if label is not None:
        draw(canvas, label, x=LEFT + _PAD, y=base, size=SIZE)
    if value is not None:
        draw(canvas, value, x=LEFT + _LABEL_WIDTH + _PAD, y=base, size=SIZE)


def signature_lines(labels: Sequence[str], chain: tuple[str, ...], leading: float) -> list[Box]:
    """Return boxes with two places to sign a row, each label followed by a rule to write on."""
    boxes: list[Box] = [space(leading / 2, keep=True)]
    for index in range(0, len(labels), 2):
        pair = labels[index : index + 2]
        tall = leading * 1.4
        boxes.append(Box(tall, partial(_signatures, tuple(pair), chain, tall), keep=index + 2 < len(labels)))
    return boxes


def _signatures(
    labels: tuple[str, ...], chain: tuple[str, ...], height: float, canvas: Any, y: float, first: bool, last: bool
) -> None:
    half = TYPE_WIDTH / 2
    base = y - height + 10
    for index, label in enumerate(labels):
        x = LEFT + index * half
        text = f"{label}："
        width = text_width(text, chain, SIZE)
        (line,) = break_lines(text, chain=chain, size=SIZE, width=width + 1)
        draw(canvas, line, x=x, y=base, size=SIZE)
        canvas.setLineWidth(_RULE)
        canvas.line(x + width, base - 2, x + half - 12, base - 2)

"""Paints a display list as the elements of an SVG, as `app.drawing.painter` paints it on the screen.

Text stays text, line by line where the layout has it, in a font that is named: so it can be found, copied and
edited. How wide each line is goes with it, for programs that have another font.
"""

import base64
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QPointF

from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Links,
    Outline,
    Paths,
    Pictures,
    PlacedText,
    Rectangles,
    Stroke,
    Texts,
)
from app.drawing.fonts import FAMILY
from app.drawing.images import decoded, grey, reader_of
from app.drawing.text import is_coloured as text_is_coloured
from app.drawing.text import is_right_to_left
from app.drawing.theme import Colour, hexadecimal

FAMILIES = f"{FAMILY}, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
GREY = "grey"
"""The filter that takes the colours of emoji."""
GREY_FILTER = f'<filter id="{GREY}"><feColorMatrix type="saturate" values="0"/></filter>'
_EMBEDDED = {b"png": "image/png", b"jpeg": "image/jpeg", b"gif": "image/gif"}
"""What every program shows that shows SVG at all."""


def elements(display_list: DisplayList) -> Iterator[str]:
    for batch in display_list:
        yield from _PAINTERS[type(batch)](batch)


def _rectangles(batch: Rectangles) -> Iterator[str]:
    yield f"<g{_look(batch.fill, batch.stroke)}>"
    for box in batch.rectangles:
        radius = min(batch.radius, box.width() / 2, box.height() / 2)
        rounded = f' rx="{_n(radius)}"' if radius > 0 else ""
        yield (
            f'<rect x="{_n(box.x())}" y="{_n(box.y())}" width="{_n(box.width())}"'
            f' height="{_n(box.height())}"{rounded}/>'
        )
    yield "</g>"


def _lines(batch: Lines) -> Iterator[str]:
    d = " ".join(f"M{_n(line.x1())} {_n(line.y1())}L{_n(line.x2())} {_n(line.y2())}" for line in batch.lines)
    yield f'<path{_look(None, batch.stroke)} d="{d}"/>'


def _paths(batch: Paths) -> Iterator[str]:
    yield f'<g{_look(batch.fill, batch.stroke)} fill-rule="evenodd">'
    for place in batch.places:
        yield f'<path d="{_path(batch.outline, place)}"/>'
    yield "</g>"


def _texts(batch: Texts) -> Iterator[str]:
    yield f"<g{_look(batch.colour, None)}>"
    for text in batch.texts:
        is_coloured = batch.is_grey and any(map(text_is_coloured, text.block.runs))
        yield from _block(text, f' filter="url(#{GREY})"' if is_coloured else "")
    yield "</g>"


def _family(name: str) -> str:
    """A font with those that stand in for it."""
    return f"'{name.replace(chr(39), '')}', {FAMILIES}"


def _block(text: PlacedText, look: str) -> Iterator[str]:
    style = text.block.style
    look += f" font-family={quoteattr(_family(style.family))}" if style.family else ""
    direction = ' direction="rtl" text-anchor="end"' if is_right_to_left(text.block.text) else ""
    for line in text.block.lines:
        if line.text.strip():
            yield (
                f'<text{look} x="{_n(text.x + line.x)}" y="{_n(text.y + line.baseline)}"{direction}'
                f' font-size="{round(style.size)}" font-weight="{style.weight}"'
                f' textLength="{_n(line.width)}">{escape(_valid(line.text))}</text>'
            )


def _pictures(batch: Pictures) -> Iterator[str]:
    for number, (box, picture) in enumerate(batch.pictures):
        data = batch.store.get(picture)
        encoded = _as_data(data, batch.is_grey) if data is not None else None
        if encoded is None:
            continue
        place = f'x="{_n(box.x())}" y="{_n(box.y())}" width="{_n(box.width())}" height="{_n(box.height())}"'
        if batch.is_round:
            id = f"round-{picture[:12]}-{number}-{_n(box.x())}-{_n(box.y())}".replace(".", "_")
            radius = min(box.width(), box.height()) / 2
            yield (
                f'<clipPath id="{id}"><circle cx="{_n(box.center().x())}" cy="{_n(box.center().y())}"'
                f' r="{_n(radius)}"/></clipPath>'
            )
            how = f'preserveAspectRatio="xMidYMid slice" clip-path="url(#{id})"'
        else:
            how = 'preserveAspectRatio="none"'
        yield f'<image {place} {how} xlink:href="{encoded}"/>'


def _links(batch: Links) -> Iterator[str]:
    for box, address in batch.links:
        yield (
            f'<a xlink:href={quoteattr(_valid(address))} target="_blank"><rect x="{_n(box.x())}"'
            f' y="{_n(box.y())}" width="{_n(box.width())}" height="{_n(box.height())}"'
            ' fill="#fff" fill-opacity="0"/></a>'
        )


_PAINTERS: dict[type[Batch], Callable[..., Iterator[str]]] = {
    Rectangles: _rectangles,
    Lines: _lines,
    Paths: _paths,
    Texts: _texts,
    Pictures: _pictures,
    Links: _links,
}


def _look(fill: Colour | None, stroke: Stroke | None) -> str:
    look = _colour("fill", fill) if fill else ' fill="none"'
    if stroke is not None:
        look += _colour("stroke", stroke.colour) + f' stroke-width="{_n(stroke.width)}"'
        if stroke.dashes:
            # Dashes are counted from end to end, so theirs are flat.
            look += f' stroke-dasharray="{" ".join(map(_n, stroke.dashes))}" stroke-linecap="butt"'
    return look


def _colour(name: str, colour: Colour) -> str:
    opacity = f' {name}-opacity="{colour.alpha:.3g}"' if colour.alpha < 1 else ""
    return f' {name}="{hexadecimal(colour)}"{opacity}'


def _path(outline: Outline, place: QPointF) -> str:
    written = []
    for command, *numbers in outline:
        moved = [
            number + (place.x() if index % 2 == 0 else place.y()) for index, number in enumerate(numbers)
        ]
        written.append(command + " ".join(map(_n, moved)))
    return "".join(written)


def _as_data(data: bytes, is_grey: bool) -> str | None:
    """A picture as an address that holds it; None for a broken one."""
    reader = reader_of(data)
    kind = _EMBEDDED.get(bytes(reader.format().data()))
    if kind is None or is_grey:
        from app.formats.png.png_writer import encoded

        image = decoded(data)
        if image is None:
            return None
        kind, data = "image/png", encoded(grey(image) if is_grey else image)
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _valid(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(
        character
        for character in text
        if character in "\t\n\r" or (character >= " " and not 0xFFFE <= ord(character) <= 0xFFFF)
    )


def _n(number: float) -> str:
    """A number as short as hundredths of a unit allow."""
    return f"{number:.2f}".rstrip("0").rstrip(".") if number else "0"

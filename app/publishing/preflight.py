"""What is worth knowing of a poster before paper is wasted: findings in sentences, each with its place."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, name

from app.drawing.display import Pictures
from app.drawing.fonts import missing_fonts
from app.drawing.layout import MapLayout
from app.drawing.text import TextBlock, is_of_boxes
from app.drawing.theme import NOTE
from app.formats.png import png_writer as png
from app.formats.png.png_options import PngOptions
from app.language.papers import paper_title
from app.language.phrases import Phrase, as_it_is, phrase, phrase_plural
from app.language.words import listed, quoted
from app.model.analysis.on_posters import once_told
from app.model.analysis.proposed_key_points import changed_key_points
from app.model.document import Document
from app.model.records import Arranged, Id, JourneyMap, KeyPoint, Picture, Section, Stage
from app.model.words import shortened
from app.pages.deliverables.deliverable import Part
from app.pages.errors import FormatError, sentence_of
from app.pages.lengths import POINTS_PER_MILLIMETRE, format_length
from app.pages.options import Options
from app.pages.poster.chosen import contents
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.pages.poster.sheet_count import SheetCount
from app.pages.poster.sign_options import code_address, no_code
from app.publishing.fewer_sheets import fewer_sheets
from app.publishing.finding import Finding, Remedy
from app.publishing.reading_distances import reading_distances
from app.publishing.texts_on_pages import TextOnPage, beginning, texts_of

FEWEST_DOTS = 150
"""Dots per inch under which a picture looks coarse."""
_POINTS_PER_INCH = 72
_SHOWN = 3
"""How many characters that no font has are named of a text."""
_LONGEST_TOLD = 60
_INVISIBLE = ("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp", "Cs")


def preflight(
    document: Document, part: Part, distance: float | None = None, format: Options | None = None
) -> tuple[Finding, ...]:
    """The findings on a map's poster, or another part. `distance`: metres from which all is to be read.

    `format`: the options of the format that it will be written in.
    """
    places = tuple(texts_of(part))
    return (
        *(_on_map(document, part) if isinstance(part, PosterOfMap) else ()),
        *_characters(places),
        *_cut(places),
        *_pictures(document, part),
        *reading_distances(document, part, places, distance),
        *(_pixels(part, format) if isinstance(format, PngOptions) else ()),
    )


def _on_map(document: Document, poster: PosterOfMap) -> Iterator[Finding]:
    """What only posters of maps have."""
    yield from _empty(poster.layout)
    yield from _fonts(poster)
    yield from _code(poster)
    yield from _arranged(document, poster)
    yield from _left_out(document, poster.map.id, poster.options)
    yield from _told_once(document, poster)
    yield from _key_points(document, poster)
    yield from _pages(poster)
    yield from fewer_sheets(poster)


def _empty(layout: MapLayout) -> Iterator[Finding]:
    if not layout.columns or not layout.rows:
        wording = phrase("The map has no stages or no sections yet; the page says so.")
        yield Finding("empty", wording, layout.map.id)


def _key_points(document: Document, poster: PosterOfMap) -> Iterator[Finding]:
    """Key points on it whose note, point or figure has changed since."""
    if not poster.options.key_points:
        return
    for key_point in changed_key_points(document, poster.map.id):
        if key_point.text.strip():
            wording = phrase(
                "The key point {text} rests on something that has changed since. See whether it still holds.",
                text=quoted(shortened(key_point.text, _LONGEST_TOLD)),
            )
            yield Finding("key point", wording, _place(document, key_point))


def _place(document: Document, key_point: KeyPoint) -> Id:
    """What the window can show of what a key point speaks of."""
    places = (*key_point.notes, *key_point.points, *key_point.stages)
    return next((id for id in places if id in document), key_point.map)


def _fonts(poster: PosterOfMap) -> Iterator[Finding]:
    """Fonts of the style that are not there."""
    for font in missing_fonts(poster.layout.style):
        wording = phrase("The font “{font}” is not installed here; Inter stands in for it.", font=font)
        yield Finding("font", wording, poster.map.id)


def _code(poster: PosterOfMap) -> Iterator[Finding]:
    """That there is no code to the address that is asked for."""
    address = poster.options.qr
    if address.strip() and not code_address(address):
        yield Finding("left out", no_code(address), poster.map.id)


def _arranged(document: Document, poster: PosterOfMap) -> Iterator[Finding]:
    """That it is not the map on the screen that is printed, but one arranged for the paper."""
    shown, map = poster.layout.map.arranged, poster.map.id
    if shown is not None and shown != document.get(JourneyMap, map).arranged:
        wording = phrase(
            "The poster is arranged for {paper}: it looks otherwise than the map on the screen.",
            paper=_paper_of(poster.options, shown),
        )
        asked = (
            ("paper", shown.paper),
            ("orientation", "landscape" if shown.landscape else "portrait"),
            ("margin", shown.margin),
        )
        remedy = Remedy(phrase("Arrange the map like this…"), asked, arranges=True)
        yield Finding("arranged", wording, map, is_warning=False, remedy=remedy)


def _paper_of(options: MapOptions, arranged: Arranged) -> Phrase:
    """What a map is arranged for, as people call it: joined sheets have no name of their own."""
    if not options.sheets or options.sheet is None:
        return paper_title(arranged.paper)
    count = SheetCount.of(options.sheets)
    return phrase(
        "{columns} × {rows} sheets of {paper}", columns=count.columns, rows=count.rows, paper=options.sheet
    )


def _left_out(document: Document, map: Id, options: MapOptions) -> Iterator[Finding]:
    """What the map has and the poster has not, each with the first of its places."""
    shown = [
        section for section in document.sections(map) if section.id in (options.sections or [section.id])
    ]
    for section in document.sections(map):
        if section.is_left_off_posters and not options.sections:
            wording = phrase("Hidden on posters, as set on the map: {section}.", section=_called(section))
            yield Finding("left out", wording, section.id, is_warning=False)
    for section in shown:
        if section.is_folded and not (section.is_left_off_posters and not options.sections):
            wording = phrase(
                "{section} is folded: the poster shows one line of it, as the window does."
                " Unfold it to show all.",
                section=_called(section),
            )
            yield Finding("left out", wording, section.id)
    if options.only:
        left = [one for one in contents(document, map) if one.id not in options.only]
        wording = phrase_plural(
            "Only what was chosen is on it: {count} note or other content is left out.",
            "Only what was chosen is on it: {count} notes and other contents are left out.",
            len(left),
        )
        yield Finding("left out", wording, left[0].id if left else map, is_warning=False)
        return
    left_stages = [stage for stage in document.stages(map) if stage.id not in options.stages]
    left_sections = [section for section in document.sections(map) if section.id not in options.sections]
    if options.stages and left_stages:
        wording = phrase_plural(
            "{count} stage of the map is left out: {names}.",
            "{count} stages of the map are left out: {names}.",
            len(left_stages),
            names=listed([_called(stage) for stage in left_stages]),
        )
        yield Finding("left out", wording, left_stages[0].id)
    if options.sections and left_sections:
        wording = phrase_plural(
            "{count} section of the map is left out: {names}.",
            "{count} sections of the map are left out: {names}.",
            len(left_sections),
            names=listed([_called(section) for section in left_sections]),
        )
        yield Finding("left out", wording, left_sections[0].id)


def _told_once(document: Document, poster: PosterOfMap) -> Iterator[Finding]:
    """The sections whose notes are quotes on a curve, and not drawn again."""
    if poster.layout.map.arranged is None or poster.options.sections:
        return
    told = once_told(document, poster.map.id).told
    for section in document.sections(poster.map.id):
        if section.id in told:
            wording = phrase(
                "{section} is not drawn again: each of its notes is a quote on the curve of {graph}, which"
                " bears both names.",
                section=_called(section),
                graph=_called(told[section.id]),
            )
            yield Finding("left out", wording, section.id, is_warning=False)


def _called(record: Stage | Section) -> Phrase:
    if record.name.strip():
        return quoted(shortened(record.name))
    return phrase("an unnamed stage") if isinstance(record, Stage) else phrase("an unnamed section")


def _pages(poster: PosterOfMap) -> Iterator[Finding]:
    plan, arrangement, options = poster.plan, poster.arrangement, poster.options
    if not plan.is_tiled or options.sheet is not None:
        return
    wide, high = (
        format_length(round(side * plan.scale / POINTS_PER_MILLIMETRE))
        for side in (arrangement.width, arrangement.height)
    )
    yield Finding(
        "pages",
        phrase_plural(
            "The poster takes {count} page of {paper}, as it is {width} × {height} at this scale."
            " Fit it to the page, or choose larger paper, to have it on one.",
            "The poster takes {count} pages of {paper}, as it is {width} × {height} at this scale."
            " Fit it to the page, or choose larger paper, to have it on one.",
            len(plan.sheets),
            paper=paper_title(options.paper),
            width=wide,
            height=high,
        ),
        poster.map.id,
    )


def _characters(places: tuple[TextOnPage, ...]) -> Iterator[Finding]:
    for place in places:
        missing = [one for one in dict.fromkeys(place.text.block.text) if not is_covered(one)]
        if missing:
            shown = [_named(character) for character in missing[:_SHOWN]]
            if len(missing) > _SHOWN:
                rest = len(missing) - _SHOWN
                shown.append(phrase_plural("{count} more", "{count} more", rest))
            wording = phrase(
                "No font on this computer has {characters}, in {text}: boxes are printed instead."
                " Install a font for it.",
                characters=listed(shown),
                text=beginning(place.text.block),
            )
            yield Finding("characters", wording, place.record)


def _cut(places: tuple[TextOnPage, ...]) -> Iterator[Finding]:
    """The words for which not even a syllable has room."""
    found = {word: place for place in reversed(places) for word in place.text.block.broken_words}
    words = list(reversed(found))
    if words:
        shown = [quoted(shortened(word, 40)) for word in words[:_SHOWN]]
        if len(words) > _SHOWN:
            shown.append(phrase_plural("{count} more", "{count} more", len(words) - _SHOWN))
        wording = phrase_plural(
            "{words} cannot be written whole, as its place is too narrow. Make the stage wider, or the word"
            " shorter.",
            "{words} cannot be written whole, as their places are too narrow. Make the stages wider, or the"
            " words shorter.",
            len(words),
            words=listed(shown),
        )
        yield Finding("cut", wording, found[words[0]].record)


def _pictures(document: Document, part: Part) -> Iterator[Finding]:
    for view in part.arrangement.views:
        for batch in view.display_list:
            for box, id in batch.pictures if isinstance(batch, Pictures) else ():
                picture = document.find(id)
                inches = box.width() * part.scale / _POINTS_PER_INCH
                if isinstance(picture, Picture) and (dots := picture.width / inches) < FEWEST_DOTS:
                    yield Finding(
                        "picture",
                        phrase(
                            "A picture has {dots} dots per inch at its size on paper; from {least} on"
                            " it looks sharp. Choose a larger picture, or show it smaller.",
                            dots=round(dots),
                            least=FEWEST_DOTS,
                        ),
                        part.record_at(view, box.center()),
                    )


def _pixels(part: Part, options: PngOptions) -> Iterator[Finding]:
    """How large a picture will be, where somebody asks for its size."""
    if options.pixels is None and options.dots_per_inch is None:
        return
    try:
        yield Finding("size", png.sentence(part, options), part.id, is_warning=False)
    except FormatError as error:
        yield Finding("size", sentence_of(error), part.id)


@lru_cache(maxsize=20_000)
def is_covered(character: str) -> bool:
    """Whether some font on this computer has a glyph for a character, or it needs none."""
    if character.isascii() or category(character) in _INVISIBLE:
        return True
    runs = [run for line in TextBlock(character, NOTE, 1000).lines for run in line.runs]
    return all(0 not in run.glyphIndexes() and not is_of_boxes(run) for run in runs)


def _named(character: str) -> Phrase:
    """A character that no font has, by its name in Unicode, which is English."""
    code = f"U+{ord(character):04X}"
    if not name(character, ""):
        return phrase("the character {code}", code=code)
    return as_it_is(f"{name(character).lower()} ({code})")

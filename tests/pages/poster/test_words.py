"""Words on a poster: whole, or with a hyphen that a search passes over; what cannot be so is named."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pytest

from app.formats.options import ExportOptions
from app.formats.pdf.pdf_writer import write
from app.language.spoken import speaking
from app.model.document import Document
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.finding import Finding
from app.publishing.preflight import preflight

pytestmark = pytest.mark.usefixtures("qapp")

BREAK = "\ufffe"
"""What PDFium puts in the place of a hyphen at the end of a line and of the line's end."""


def document(*texts: str) -> Document:
    notes = [Note(id=f"note{at}", section="pain", stage="stage", text=text) for at, text in enumerate(texts)]
    return Document(
        [
            Project(id="project", language="de"),
            JourneyMap(id="map", title="Reise"),
            Stage(id="stage", map="map", name="Kundenbeziehungsmanagementphase"),
            Section(id="pain", map="map", name="Reklamationsbearbeitungsverfahren", standing="paper-sized"),
            *notes,
        ]
    )


def cut(texts: tuple[str, ...]) -> list[Finding]:
    made = document(*texts)
    found = preflight(made, PosterOfMap(made, made.maps()[0], MapOptions(map="map")))
    return [finding for finding in found if finding.kind == "cut"]


@pytest.mark.parametrize(
    "word",
    ["Reklamationsbearbeitungsformular", "CO₂-Kompensationsnachweisverfahren", "Kommunikationsmanagement"],
)
def test_a_word_that_is_hyphenated_is_found_as_a_whole(word: str) -> None:
    stream = BytesIO()
    write(document(f"Siehe {word}, bitte"), stream, ExportOptions())
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert BREAK in text
    for part in ("Kundenbeziehungsmanagementphase", "Reklamationsbearbeitungsverfahren", word.split("-")[-1]):
        assert part in text.replace(BREAK, "")


def test_what_cannot_be_written_whole_is_named_once_with_what_helps() -> None:
    assert cut(("Reklamationsbearbeitungsformularverwaltung", "https://inn.example/a/b?c=d&e=f")) == []
    (finding,) = cut(("DE8937040044053201300012345", "fine", "D" * 40, "4" * 40, "5" * 40))
    with speaking("en"):
        sentence = str(finding.sentence)
    assert sentence.startswith("“DE8937040044053201300012345”, ")
    assert "1 more cannot be written whole" in sentence
    assert finding.record == "note0"

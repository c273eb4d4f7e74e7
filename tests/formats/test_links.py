"""Where the links of posters lead: in the letters of addresses, and only where people may be led."""

import ctypes
from io import BytesIO
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest

from app.formats.options import ExportOptions
from app.formats.pdf import pdf_writer as pdf
from app.formats.svg import svg_writer as svg
from app.model.document import Document
from app.model.records import Entry, JourneyMap, Note, Project, Section, Stage
from app.pages.errors import FormatError
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.pages.poster.sign_options import address
from app.publishing.preflight import preflight

pytestmark = pytest.mark.usefixtures("qapp")

TYPED = ("https://example.org/Wände/größe", "intranet:8080/wiki", "example.org/page", "münchen.example")
LEADING = (
    "https://example.org/W%C3%A4nde/gr%C3%B6%C3%9Fe",
    "http://intranet:8080/wiki",
    "https://example.org/page",
    "https://xn--mnchen-3ya.example",
)
REFUSED = (r"\\server\share", "https:///x", "/etc/passwd", "https://a\u202eb.org", "file:///etc/passwd")

TOO_LONG = f"https://a.example/{'x' * 9_000}"


@pytest.fixture
def document() -> Document:
    """A map with the addresses on notes, and in a section of documents."""
    records = [Project(id="project"), JourneyMap(id="map"), Stage(id="stage", map="map")]
    sections = [
        Section(id="notes", map="map"),
        Section(id="documents", map="map", position=1, section_kind="documents"),
    ]
    held = [
        record
        for position, address in enumerate((*TYPED, *REFUSED))
        for record in (
            Note(id=f"n{position}", section="notes", stage="stage", position=position, link=address),
            Entry(id=f"e{position}", section="documents", stage="stage", position=position, address=address),
        )
    ]
    return Document([*records, *sections, *held])


def test_a_pdf_leads_where_a_browser_does(document: Document) -> None:
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions())
    assert sorted(_addresses(stream.getvalue())) == sorted(2 * LEADING)


def test_an_svg_leads_where_a_browser_does(document: Document) -> None:
    stream = BytesIO()
    svg.write(document, stream, ExportOptions())
    root = ElementTree.fromstring(stream.getvalue())
    links = root.iter("{http://www.w3.org/2000/svg}a")
    found = [link.get("{http://www.w3.org/1999/xlink}href") for link in links]
    assert sorted(filter(None, found)) == sorted(2 * LEADING)


@pytest.mark.parametrize(("typed", "leading"), [*zip(TYPED, LEADING, strict=True)])
def test_a_code_leads_where_a_browser_does(document: Document, typed: str, leading: str) -> None:
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions(MapOptions(qr=f" {typed} ")))
    assert _addresses(stream.getvalue()).count(leading) == 3
    assert _findings(document, typed) == []


@pytest.mark.parametrize("typed", [*REFUSED, "javascript:alert(1)", "tel:112", TOO_LONG])
def test_there_is_no_code_to_where_a_poster_must_not_lead(document: Document, typed: str) -> None:
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions(MapOptions(qr=typed)))
    assert sorted(_addresses(stream.getvalue())) == sorted(2 * LEADING)
    (finding,) = _findings(document, typed)
    assert finding.startswith("There is no code to")
    with pytest.raises(FormatError, match="There is no code to"):
        address(typed)


def _findings(document: Document, typed: str) -> list[str]:
    part = PosterOfMap(document, document.maps()[0], MapOptions(qr=typed))
    return [str(one.sentence) for one in preflight(document, part) if "no code" in str(one.sentence)]


def _addresses(content: bytes) -> list[str]:
    found = []
    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        start, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, start, link):
            action = pdfium.FPDFLink_GetAction(link)
            length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
            found.append(buffer.value.decode("ascii"))
    return found

"""Spelling for the command line: the window's own way, waited for."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.model.document import Document
from app.model.records import Record
from app.pages.headless import ensure_gui
from app.publishing.finding import Finding
from app.session.spelling import Spelling
from app.session.spelling_review import SpellingReview
from app.widgets.pages.export.spelling_finding import spelling_findings
from app.widgets.program.spelling import new_speller

_AT_MOST = 100
"""Milliseconds in which Ctrl+C is heard."""


def findings_on_spelling(document: Document, records: Iterable[Record]) -> tuple[Finding, ...]:
    """What the preflight says of the words of some records; nothing where the person turned the check off."""
    ensure_gui()
    spelling = Spelling(lambda: document)
    speller = new_speller(spelling, begins_at_once=True)
    spelling.use(speller)
    review = SpellingReview(spelling, spelling)
    try:
        review.begin(document, records)
        while review.misspelt is None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _AT_MOST)
        return spelling_findings(spelling, review.misspelt)
    finally:
        review.stop()
        speller.close()

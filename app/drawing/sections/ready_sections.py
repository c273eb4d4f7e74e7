"""All sections that are ready to be inserted, kind by kind."""

from app.drawing.sections import SECTION_KINDS
from app.model.verbs.ready_sections import ReadySection

READY_SECTIONS: tuple[ReadySection, ...] = tuple(ready for kind in SECTION_KINDS for ready in kind.ready)

"""What the sections of each kind hold: one line a kind. How it looks and reads is in `app/drawing/sections/`.

Any record can stand in any section: a section's kind can be changed, and there are kinds that only a newer
version knows. What is said here is what a section of a kind shows, takes and is searched for.
"""

from dataclasses import dataclass

from app.model.records import EmotionPoint, Entry, Note, Section

Held = Note | EmotionPoint | Entry


@dataclass(frozen=True, slots=True)
class SectionContent:
    """What stands in the cells of a kind of section."""

    kind: str
    """The kind's name, as it is in files."""
    holds: type[Note] | type[EmotionPoint] | type[Entry] | None
    fields: tuple[str, ...] = ()
    """The fields of an entry that such a section shows, those first that are read first."""
    searched: tuple[str, ...] = ("text",)
    """The fields of an entry in which words are found, and replaced."""
    is_evidence: bool = False
    """Whether an entry here is something that a stage rests on."""
    is_experience: bool = False
    """Whether it tells how a customer fares, and so never what a company does."""
    is_known: bool = True
    """Whether this version knows the kind, so that something can be put in."""

    @property
    def takes_pictures(self) -> bool:
        """Whether pictures are pasted and dropped into it."""
        return self.holds is Note or "picture" in self.fields


CONTENTS: tuple[SectionContent, ...] = (
    SectionContent("notes", Note),
    SectionContent("emotional-graph", EmotionPoint, is_experience=True),
    SectionContent("text", Entry, ("text",)),
    SectionContent("channels", Entry, ("process", "channels", "text")),
    SectionContent("pictures", Entry, ("picture", "text")),
    SectionContent("metrics", Entry, ("text", "value", "unit", "target", "trend")),
    SectionContent("documents", Entry, ("text", "address", "document_kind"), is_evidence=True),
    SectionContent("interplay", Entry, ("persona", "text")),
    SectionContent("dividing-line", None),
)


def content_of(section_kind: str) -> SectionContent:
    """What a kind holds. One that this version does not know keeps entries, and takes nothing."""
    known = (content for content in CONTENTS if content.kind == section_kind)
    return next(known, None) or SectionContent(section_kind, Entry, is_known=False)


def taken_by(section: Section) -> type[Held] | None:
    """What can be put into a section; None where it takes nothing."""
    content = content_of(section.section_kind)
    return content.holds if content.is_known else None


def kinds_holding(record_type: type[Held]) -> tuple[str, ...]:
    """The kinds that hold records of a type; the first is the plainest."""
    return tuple(content.kind for content in CONTENTS if content.holds is record_type)


def kinds_with_pictures() -> tuple[str, ...]:
    """The kinds into which pictures are pasted and dropped."""
    return tuple(content.kind for content in CONTENTS if content.takes_pictures)

"""Labels of what is done to records of any kind: they are moved, copied, deleted …"""

from app.language.phrases import phrase
from app.model.labels.words import Words

_RECORDS = ("kind", "count")
_IN_CELLS = ("notes", "entries", "emotion_points")

RECORD_LABELS = {
    "add": Words(phrase("Add {what}"), _RECORDS),
    "move": Words(phrase("Move {what}"), _RECORDS),
    "copy": Words(phrase("Copy {what}"), _RECORDS),
    "cut": Words(phrase("Cut {what}"), _RECORDS),
    "paste": Words(phrase("Paste {what}"), _RECORDS),
    "duplicate": Words(phrase("Duplicate {what}"), _RECORDS),
    "duplicate_into": Words(
        phrase("Duplicate {what} into {map}"), (*_RECORDS, "map"), phrase("Duplicated {what} into {map}.")
    ),
    "delete": Words(phrase("Delete {what}"), _RECORDS, phrase("Deleted {what}.")),
    "delete_stage": Words(
        phrase("Delete stage"),
        ("stage", *_IN_CELLS),
        phrase("Deleted {stage}."),
        phrase("Deleted {stage} and its {held}."),
    ),
    "delete_section": Words(
        phrase("Delete section"),
        ("section", *_IN_CELLS),
        phrase("Deleted {section}."),
        phrase("Deleted {section} and its {held}."),
    ),
    "delete_map": Words(
        phrase("Delete map"),
        ("map", "stages", "sections", *_IN_CELLS),
        phrase("Deleted {map}."),
        phrase("Deleted {map} and its {held}."),
    ),
    "delete_persona": Words(phrase("Delete persona"), ("persona",), phrase("Deleted {persona}.")),
    "rename": Words(phrase("Rename {what}"), ("kind",)),
    "resize": Words(phrase("Resize {what}"), ("kind",)),
    "colour": Words(phrase("Colour {what} {colour}"), (*_RECORDS, "colour")),
    "fold": Words(phrase("Fold {what}"), _RECORDS),
    "unfold": Words(phrase("Unfold {what}"), _RECORDS),
    "hide_on_posters": Words(phrase("Hide {what} on posters"), _RECORDS),
    "show_on_posters": Words(phrase("Show {what} on posters"), _RECORDS),
}

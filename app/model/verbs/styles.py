"""Verbs for the style of a project. It has none until one is chosen, and then one."""

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import Label, step_label
from app.model.pictures import NewPicture
from app.model.records import Id, Style, new_id
from app.model.verbs.editing import remove_unshown_pictures
from app.model.verbs.picture_verbs import put_picture
from app.model.words import shortened

LOGOS = ("logo_left", "logo_right", "logo_footer")
"""The fields of a style that name logos."""


def choose_style(document: Document, style: Style, name: str) -> Change:
    """Have the project look so. Its logos and footer stay; they are its own, not the style's."""
    now = document.style
    own = {} if now is None else {field: getattr(now, field) for field in (*LOGOS, "footer")}
    label = step_label("choose_style", text=shortened(name))
    return _put(document, style.changed(**{field: value for field, value in own.items() if value}), label)


def set_style(document: Document, label: Label | None = None, **fields: object) -> Change:
    """Give the project's style other values; a project without a style gets one.

    Raises pydantic's ValidationError for a value out of range.
    """
    now = document.style or Style(id=new_id())
    return _put(document, now.changed(**fields), label or step_label("set_style"))


def set_logo(document: Document, field: str, picture: NewPicture | None) -> Change:
    """Put a picture into one of the places of `LOGOS`, or take it away."""
    draft, now = Draft(document), document.style or Style(id=new_id())
    shown = put_picture(document, draft, picture) if picture is not None else None
    if now.id not in draft:
        draft.insert(now)
    draft.put(now.changed(**{field: shown}))
    remove_unshown_pictures(draft)
    return draft.change(step_label("set_logo"))


def _put(document: Document, style: Style, label: Label) -> Change:
    draft, now = Draft(document), document.style
    if now is None:
        draft.insert(style.changed(id=_free_id(document, style.id)))
    else:
        draft.put(style.changed(id=now.id, position=now.position))
        remove_unshown_pictures(draft)
    return draft.change(label)


def _free_id(document: Document, wished: Id) -> Id:
    return new_id() if wished in document else wished

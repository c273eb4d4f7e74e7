"""Which options make a difference where a deliverable is written in a format."""

from app.formats.format import Format
from app.pages.deliverables.deliverable import Deliverable
from app.pages.options import Setting, settings_of
from app.pages.page_options import PageOptions


def page_settings(format: Format, deliverable: Deliverable) -> dict[str, Setting]:
    """The deliverable's options that a format heeds: one drawing has no pages, and a project no paper."""
    if not format.has_pages:
        return {}
    settings = settings_of(deliverable.options_type)
    return {
        name: setting for name, setting in settings.items() if format.holds == "pages" or not setting.of_pages
    }


def heeded(format: Format, deliverable: Deliverable, options: PageOptions) -> PageOptions:
    """The options without those that make no difference, which are as nobody has changed them."""
    kept = page_settings(format, deliverable)
    chosen = {name: value for name, value in dict(options).items() if name in kept}
    return deliverable.options_type.model_validate(chosen)

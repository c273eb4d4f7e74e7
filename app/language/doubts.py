"""Says what an ambiguous number was taken for."""

from app.language.numbers import Read, typed
from app.language.phrases import tr


def doubt(text: str, found: Read, locale: str | None = None) -> str:
    """A sentence on what an ambiguous text was taken for; empty where there is no doubt."""
    if found.other is None:
        return ""
    value, other = typed(found.value, 3, locale), typed(found.other, 3, locale)
    return tr(
        "“{text}” was taken for {value}. If {other} is meant, type it so.",
        text=text.strip(),
        value=value,
        other=other,
    )

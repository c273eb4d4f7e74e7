"""What languages are called by those who speak them."""

from app.language.phrases import tr_context
from app.language.spoken import speaking


def own_name(language: str) -> str:
    """A language in itself: "Deutsch". Its catalogue says it, so nothing needs to be known of it here."""
    with speaking(language):
        return tr_context("the name of this language", "English")

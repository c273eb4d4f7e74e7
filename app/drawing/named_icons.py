"""Icons that follow from what people call a thing: in the map's language, in the program's, or in English."""

from collections.abc import Mapping
from functools import lru_cache

from app.language.catalogues import ENGLISH
from app.language.phrases import Phrase
from app.language.spoken import program_language, speaking, spoken_language


def icon_among(icons: Mapping[Phrase, str], name: str) -> str:
    """The icon of a name, in whatever case; empty for one that has none."""
    wanted = name.casefold()
    for language in dict.fromkeys((spoken_language(), program_language(), ENGLISH)):
        if icon := _by_name(tuple(icons.items()), language).get(wanted):
            return icon
    return ""


@lru_cache(maxsize=16)
def _by_name(icons: tuple[tuple[Phrase, str], ...], language: str) -> dict[str, str]:
    with speaking(language):
        return {str(name).casefold(): icon for name, icon in icons}

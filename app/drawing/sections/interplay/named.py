"""Which persona is meant by a name that is typed: all of it, or the first name where only one has that."""

from collections import Counter
from collections.abc import Sequence

from app.model.records import Persona


class Named:
    def __init__(self, personas: Sequence[Persona]) -> None:
        first_names = Counter(_first(persona) for persona in personas)
        self._found: dict[str, Persona] = {}
        for persona in personas:
            if first_names[_first(persona)] == 1:
                self._found.setdefault(_first(persona), persona)
        for persona in reversed(personas):
            self._found[persona.name.strip().casefold()] = persona
        self._found.pop("", None)

    def find(self, name: str) -> Persona | None:
        return self._found.get(name.strip().casefold())

    def at_beginning(self, text: str) -> tuple[Persona | None, str]:
        """The persona whose name a text begins with, and what it goes on with."""
        lower = text.strip().casefold()
        for name in sorted(self._found, key=len, reverse=True):
            rest = lower.removeprefix(name)
            if lower.startswith(name) and rest[:1] in (" ", ":", ",", "–", "—"):
                return self._found[name], text.strip()[len(name) :].strip(" :,–—")
        return None, text


def _first(persona: Persona) -> str:
    return persona.name.strip().casefold().partition(" ")[0]

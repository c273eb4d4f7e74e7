"""What paper is called: rolls in words of a language, all else by its name, which all languages share."""

import re

from app.language.phrases import Phrase, as_it_is, phrase

_ROLL = re.compile(r"Roll (\d+(?:\.\d+)?)")
_GAP = "\0"


def paper_title(name: str) -> Phrase:
    """A paper by the name that files and options have for it ("A0", "Roll 914"), as people call it."""
    found = _ROLL.fullmatch(name)
    # A part of a name, so no number to be written as the country writes numbers.
    return phrase("Roll {width}", width=found.group(1)) if found else as_it_is(name)


def paper_meant(text: str) -> str:
    """What was typed for a paper, as files and options have it: "Rolle 914" is "Roll 914"."""
    before, _, after = str(phrase("Roll {width}", width=_GAP)).partition(_GAP)
    spoken = rf"{re.escape(before.strip())}\s*-?\s*(\d.*?)\s*{re.escape(after.strip())}"
    found = re.fullmatch(spoken, text.strip(), re.IGNORECASE)
    return f"Roll {found.group(1)}" if found else text

"""A box for a length in millimetres, which shows it in inches and reads it so where these are preferred.

What it holds is millimetres in either case, so that a poster is the same whoever opens its project.
"""

from app.language.measures import length_unit
from app.language.numbers import read, typed
from app.language.phrases import tr_context
from app.pages.lengths import MILLIMETRES_PER_INCH
from app.widgets.forms.number_box import NumberBox


class LengthBox(NumberBox):
    def __init__(self) -> None:
        super().__init__()
        self._in_inches = length_unit() == "in"
        # Finer than what is shown: 0.59 in is 15 mm, and stays so until another length is typed.
        self.setDecimals(3 if self._in_inches else 1)
        self.setSuffix(f" {tr_context('unit', 'in') if self._in_inches else tr_context('unit', 'mm')}")
        if self._in_inches:
            self.setSingleStep(MILLIMETRES_PER_INCH / 4)

    def textFromValue(self, value: float) -> str:
        return typed(value / MILLIMETRES_PER_INCH, 2) if self._in_inches else super().textFromValue(value)

    def valueFromText(self, text: str) -> float:
        if not self._in_inches:
            return super().valueFromText(text)
        bare = self._bare(text)
        found = read(bare)
        if found is None or bare == self.textFromValue(self.value()):
            return self.value()
        return found.value * MILLIMETRES_PER_INCH

    def _is_within(self, number: float) -> bool:
        if not self._in_inches:
            return super()._is_within(number)
        # What is shown of the shortest and the longest length may be rounded.
        half = MILLIMETRES_PER_INCH / 200
        return self.minimum() - half <= number * MILLIMETRES_PER_INCH <= self.maximum() + half

    def _may_be(self, other: float) -> bool:
        return super()._may_be(other * MILLIMETRES_PER_INCH if self._in_inches else other)

"""How a table in a file of text is written: as a grid or a list, and what parts cells and decimals."""

from typing import Annotated, Literal

from app.formats.json.json_options import JsonOptions
from app.language.numbers import signs_of
from app.language.phrases import phrase, phrase_context
from app.pages.options import TABLES, Choice, Setting

Shape = Literal["grid", "tidy"]
Separator = Literal["language", "comma", "semicolon", "tab"]
Decimal = Literal["language", "point", "comma"]
_BY_LANGUAGE = phrase("as usual in the project’s language")
_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "point": "."}


class CsvOptions(JsonOptions):
    """Of a table with commas."""

    shape: Annotated[
        Shape,
        Setting(
            TABLES,
            phrase("As"),
            phrase("A table as on the map, or a list to reckon with"),
            choices=(
                Choice("grid", phrase("a table: stages side by side")),
                Choice("tidy", phrase("a list: a note a line"), "--tidy", phrase("a note a line (.csv)")),
            ),
        ),
    ] = "grid"
    separator: Annotated[
        Separator,
        Setting(
            TABLES,
            phrase("Between cells"),
            phrase("What parts the cells: spreadsheets take what is usual in their language"),
            "--separator",
            phrase("what parts the cells of a .csv (default: comma)"),
            choices=(
                Choice("language", _BY_LANGUAGE),
                Choice("comma", phrase_context("sign", "comma")),
                Choice("semicolon", phrase_context("sign", "semicolon")),
                Choice("tab", phrase_context("sign", "tab")),
            ),
            unless_asked="comma",
        ),
    ] = "language"
    decimal: Annotated[
        Decimal,
        Setting(
            TABLES,
            phrase("Decimal sign"),
            phrase("What parts the decimals of numbers"),
            "--decimal",
            phrase("what parts decimals in a .csv (default: point)"),
            choices=(
                Choice("language", _BY_LANGUAGE),
                Choice("point", phrase_context("sign", "point")),
                Choice("comma", phrase_context("sign", "comma")),
            ),
            unless_asked="point",
        ),
    ] = "language"

    def decimal_in(self, language: str) -> str:
        """What parts decimals, in a project of a language."""
        return signs_of(language).decimal if self.decimal == "language" else _SIGNS[self.decimal]

    def separator_in(self, language: str) -> str:
        """What parts cells: where a comma parts decimals, spreadsheets take a semicolon."""
        if self.separator != "language":
            return _SIGNS[self.separator]
        return ";" if signs_of(language).decimal == "," else ","

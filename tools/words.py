"""`make words`: finds every sentence that is marked in the code, and brings the catalogues up to date.

A sentence that is new comes into each catalogue untranslated, and is listed; one that is gone leaves it.
Nothing is guessed from similar sentences: a translation fits, or it is missing. `--check` changes nothing and
fails where a catalogue is not up to date; `--compile` makes the files that the program reads, for a quicker
start.
"""

import sys
from argparse import ArgumentParser
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from app.formats.template_words import CONTEXT, words_of
from app.formats.templates import template, template_names
from app.language.catalogues import ENGLISH, FILE, compile_catalogue
from app.language.spoken import speaking
from app.resources import resource
from tools.marked_sentences import marked_sentences

TOP = Path(__file__).resolve().parent.parent
_LEFT_OUT = tuple(
    f'"{name}:'.encode()
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)


def marked() -> Catalog:
    """Every sentence that is marked in `app/` or stands in a bundled template, without translations."""
    found = Catalog(project="Journeywall", charset="utf-8")
    for one in marked_sentences(TOP):
        found.add((one.sentence, one.plural) if one.plural else one.sentence, context=one.context)
    with speaking(ENGLISH):
        for name in template_names(resource("templates")):
            for words in words_of(template(name, resource("templates"))):
                found.add(words, context=CONTEXT)
    return found


def read(source: Path) -> Catalog:
    """A catalogue from its file. Raises babel's PoFileError where it is none."""
    with source.open("rb") as file:
        found = read_po(file, locale=source.parent.name, abort_invalid=True)
    for message in found:
        # Babel takes "20 % off" for a format of its own; ours has braces.
        message.flags.discard("python-format")
    return found


def brought_up(known: Catalog, wanted: Catalog) -> Catalog:
    """The sentences that are wanted, with the translations that are known of just these."""
    made = Catalog(
        locale=known.locale,
        project="Journeywall",
        charset="utf-8",
        header_comment="# What Journeywall says in this language; `make words` brings it up to date.",
        fuzzy=False,
    )
    for message in sorted(
        (each for each in wanted if each.id), key=lambda each: (str(each.id), each.context or "")
    ):
        had = known.get(message.id, message.context)
        translated = had.string if had is not None and had.id == message.id else ""
        added = made.add(message.id, translated, context=message.context)
        added.flags.discard("python-format")
    return made


def missing(catalogue: Catalog) -> list[str]:
    """The sentences without a translation."""
    found = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if message.id and not all(strings):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def write(catalogue: Catalog, target: Path) -> None:
    # Babel writes when it was written, and who is to be asked: of that the repository knows more.
    made = BytesIO()
    write_po(made, catalogue, width=110, no_location=True)
    kept = (line for line in made.getvalue().splitlines(keepends=True) if not line.startswith(_LEFT_OUT))
    target.write_bytes(b"".join(kept))


def sources() -> list[Path]:
    return sorted(resource("languages").glob(f"*/{FILE}.po"))


def main() -> int:
    parser = ArgumentParser(prog="make words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where something is to do")
    parser.add_argument("--compile", action="store_true", help="make the files that the program reads")
    options = parser.parse_args()
    if options.compile:
        for source in sources():
            source.with_suffix(".mo").write_bytes(compile_catalogue(source))
        return 0
    wanted, is_complete = marked(), True
    for source in sources():
        known = read(source)
        made = brought_up(known, wanted)
        lacking = missing(made)
        is_complete &= not lacking
        if options.check:
            is_complete &= {(str(each.id), each.context) for each in known} == {
                (str(each.id), each.context) for each in made
            }
        else:
            write(made, source)
        print(f"{source.parent.name}: {len(made)} sentences, {len(lacking)} without a translation")
        for sentence in lacking:
            print(f"  {sentence}")
    return 0 if is_complete or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())

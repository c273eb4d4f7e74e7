"""The catalogues are whole, up to date with the code, and keep what stands in a sentence."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from app.language.catalogues import languages
from app.language.phrases import tr
from app.language.spoken import speaking
from app.resources import resource
from tools import words

SOURCES = words.sources()
_PLACEHOLDER = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def of_the_code() -> Catalog:
    """Every sentence that is marked, untranslated."""
    return words.marked()


@pytest.fixture(scope="module")
def marked(of_the_code: Catalog) -> set[tuple[str, str | None]]:
    return {(str(each.id), each.context) for each in of_the_code if each.id}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_a_catalogue_has_each_sentence_of_the_code_and_no_other(
    source: Path, marked: set[tuple[str, str | None]]
) -> None:
    known = {(str(each.id), each.context) for each in words.read(source) if each.id}
    assert known == marked, "make words brings the catalogues up to date"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_each_sentence_is_translated_and_keeps_its_values(source: Path) -> None:
    catalogue = words.read(source)
    assert [*catalogue.check()] == []
    assert not [*catalogue.obsolete]
    for message in catalogue:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        sentences = [message.id] if isinstance(message.id, str) else [*message.id]
        strings = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
        wanted = set(_PLACEHOLDER.findall(sentences[-1]))
        for said in strings:
            assert said, f"{message.id} is not translated"
            found = set(_PLACEHOLDER.findall(said))
            # A plural's own number may be left out where it is one: "a note".
            assert found == wanted or (len(strings) > 1 and found == wanted - {"{count}"}), message.id
            said.format_map(dict.fromkeys((name[1:-1] for name in wanted), ""))


def test_a_language_is_one_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "fr"
    folder.mkdir()
    (folder / "journeywall.po").write_text(
        'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=utf-8\\n'
        'Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "“{text}”"\nmsgstr "« {text} »"\n\n'
        'msgid "{count} note"\nmsgid_plural "{count} notes"\nmsgstr[0] "{count} note"\n'
        'msgstr[1] "{count} notes"\n',
        encoding="utf-8",
    )
    from app.language import catalogues

    monkeypatch.setattr(
        catalogues, "resource", lambda name: tmp_path if name == "languages" else resource(name)
    )
    languages.cache_clear()
    try:
        assert languages() == ("en", "fr")
        with speaking("fr"):
            assert tr("“{text}”", text="oui") == "« oui »"
            assert tr("not in it") == "not in it"
    finally:
        languages.cache_clear()


def test_english_sentences_have_one_kind_of_apostrophe_and_of_quotation_mark(of_the_code: Catalog) -> None:
    found = [each.id for each in of_the_code]
    sentences = [text for each in found for text in ((each,) if isinstance(each, str) else each)]
    assert [text for text in sentences if "'" in text or '"' in text] == []

"""The process that asks dictionaries: what it answers, how it ends, what a hostile dictionary does to it."""

import os
import random
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import Queue
from threading import current_thread, main_thread

import pytest

from app.spelling.messages import Answer, Ended, Judge, Judged, Suggest, Suggested
from app.spelling.process import SpellingProcess
from app.spelling.time_limit import TookTooLongError, at_most
from tests.spelling.own_dictionaries import RULES, put

PATIENCE = 90
READS = pytest.mark.slow("it starts the process, which reads the dictionary")


@pytest.fixture
def answers() -> "Queue[Answer]":
    return Queue()


@pytest.fixture
def process(answers: "Queue[Answer]") -> Iterator[SpellingProcess]:
    process = SpellingProcess(answers.put)
    yield process
    process.close()


@READS
def test_it_judges_words_and_suggests_others(process: SpellingProcess, answers: "Queue[Answer]") -> None:
    process.ask(Judge("en", ("Thier", "their", "colour", "color")))
    process.ask(Suggest("en", "Thier"))
    judged = answers.get(timeout=PATIENCE)
    assert isinstance(judged, Judged)
    assert judged.unknown == {"Thier"}
    suggested = answers.get(timeout=PATIENCE)
    assert isinstance(suggested, Suggested)
    assert suggested.suggestions[0] == "Their"


def test_in_a_language_without_a_dictionary_every_word_is_right(
    process: SpellingProcess, answers: "Queue[Answer]"
) -> None:
    process.ask(Judge("xx", ("Thier",)))
    assert answers.get(timeout=PATIENCE) == Judged("xx", ("Thier",), frozenset(), ())


def test_that_it_was_killed_is_heard_once(process: SpellingProcess, answers: "Queue[Answer]") -> None:
    process.ask(Judge("xx", ("Thier",)))
    answers.get(timeout=PATIENCE)
    assert process.number is not None
    os.kill(process.number, signal.SIGKILL)
    assert answers.get(timeout=PATIENCE) == Ended()
    process.ask(Judge("xx", ("Thier",)))
    process.close()
    assert answers.empty()


def test_one_that_is_closed_while_it_begins_says_nothing(answers: "Queue[Answer]") -> None:
    process = SpellingProcess(answers.put)
    process.ask(Judge("xx", ("Thier",)))
    process.close()
    assert answers.empty()
    assert process.number is None


@pytest.mark.slow("so long is waited for a word")
def test_a_dictionary_whose_rules_never_end_does_not_keep_words(
    process: SpellingProcess, answers: "Queue[Answer]", tmp_path: Path
) -> None:
    rules = RULES + "COMPOUNDMIN 1\nCOMPOUNDFLAG x\n"
    put(tmp_path, "xx", "2\na/x\naa/x\n", rules)
    process.ask(Judge("xx", ("a" * 59 + "b", "nonsense"), (tmp_path,)))
    judged = answers.get(timeout=PATIENCE)
    assert judged == Judged("xx", ("a" * 59 + "b",), frozenset(), ("xx",))
    process.ask(Judge("xx", ("nonsense",), (tmp_path,)))
    judged = answers.get(timeout=PATIENCE)
    assert judged == Judged("xx", ("nonsense",), frozenset(("nonsense",)), ("xx",))


@pytest.mark.long("reads a dictionary of two million words")
def test_a_dictionary_that_needs_too_much_memory_is_left_aside(
    process: SpellingProcess, answers: "Queue[Answer]", tmp_path: Path
) -> None:
    draw = random.Random(7)
    words = ("".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=12)) for _ in range(2_000_000))
    put(tmp_path, "xx", "2000000\n" + "\n".join(words) + "\n")
    process.ask(Judge("xx", ("nonsense",), (tmp_path,)))
    assert answers.get(timeout=PATIENCE) == Judged("xx", ("nonsense",), frozenset(), ())
    process.ask(Judge("en", ("Thier", "their"), (tmp_path,)))
    judged = answers.get(timeout=PATIENCE)
    assert isinstance(judged, Judged)
    assert judged.unknown == {"Thier"}


@pytest.fixture
def interrupted() -> Iterator[None]:
    assert current_thread() is main_thread()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    yield
    signal.signal(signal.SIGTERM, before)


def test_what_takes_too_long_is_ended(interrupted: None) -> None:
    def go_on_for_ever() -> None:
        while True:
            pass

    with pytest.raises(TookTooLongError):
        at_most(0.05, go_on_for_ever)


def test_what_is_done_in_time_comes_to_its_end(interrupted: None) -> None:
    assert [at_most(20, partial(int, number)) for number in range(200)] == list(range(200))


def test_no_interrupt_comes_after_what_it_was_meant_for(interrupted: None) -> None:
    """However close to its end the time is over."""
    outcomes = []
    for number in range(300):
        try:
            at_most(0.001, partial(_work, number * 10))
            outcomes.append("done")
        except TookTooLongError:
            outcomes.append("ended")
    assert len(outcomes) == 300


def _work(rounds: int) -> None:
    for _ in range(rounds):
        sum(range(50))

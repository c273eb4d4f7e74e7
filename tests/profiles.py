"""Two profiles: what is tried at every change, and with `--long` all that takes long or needs other programs.

The long one draws many times as many examples, anew at each run, and tries whole cross products. What waits
for it says why (`@pytest.mark.long("…")`). The quick one draws the same examples each time under CI, so that
it fails for a change and not by chance; which of many cases it tries `tests/cases.py` chooses. What takes
more than three seconds there says why (`@pytest.mark.slow("…")`), or is listed at the end.
"""

import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

from app.collector import collector_paused

QUICK, LONG = 20, 500
"""Examples of a property."""
SLOW = 3.0
"""Seconds that a test may take without a reason."""

settings.register_profile("quick", deadline=None, max_examples=QUICK, print_blob=True)
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True)
settings.register_profile("long", settings.get_profile("quick"), max_examples=LONG)

_unexplained: dict[str, float] = {}


def share_of_examples(share: float) -> int:
    """How many examples are a share of what the profile draws, where each takes long."""
    return max(1, round(settings().max_examples * share))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also what takes long or needs other programs")


def pytest_configure(config: pytest.Config) -> None:
    # The tests begin many processes: each would compile the whole program again, and each worker all tests.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    is_long = config.getoption("--long")
    settings.load_profile("long" if is_long else "ci" if os.environ.get("CI") else "quick")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """All modules and tests stay for the whole run: the collector need not look for what of them may go."""
    with collector_paused():
        return (yield)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _begin_with_what_takes_long(items)
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def _begin_with_what_takes_long(items: list[pytest.Item]) -> None:
    """Put files in which a test is slow first: begun last, one would hold a process while the others idle.

    Files stay together, since what their tests share is made once for each.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    explained = any(item.get_closest_marker(name) for name in ("slow", "long"))
    if call.when == "call" and call.duration > SLOW and not explained:
        item.user_properties.append(("unexplained", call.duration))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    found = dict(report.user_properties).get("unexplained")
    if isinstance(found, float):
        _unexplained[report.nodeid] = found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _unexplained:
        terminalreporter.section(f"over {SLOW:g} s without a reason for it")
        for name, seconds in sorted(_unexplained.items(), key=lambda one: -one[1]):
            terminalreporter.write_line(f"{seconds:.1f}s {name}")

# `make run` and `make test` work from a fresh clone; the rest is for those who change the program.

PYTHON ?= $(shell for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$candidate && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt
# One more than the processors of a small machine: a test that waits, for a disk or a process, leaves its own idle.
PYTEST := --quiet --numprocesses 3 --dist worksteal --durations 20 --durations-min 1
CODE := app tests tools $(wildcard benchmarks)

# The tests begin many processes: each would compile the whole program again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test test-long bundle bench torture words format clean
.NOTPARALLEL:

help:
	@echo "make run       open the editor on the sample map (without a display: print its poster)"
	@echo "make test      check format, lint, types and import contracts, then run the tests"
	@echo "make test-long run all tests, also those that take long or need other programs (most of an hour on two cores)"
	@echo "make bundle    build dist/journeywall, a program that needs no Python, and try it"
	@echo "make bench     measure the speed of the program against the floor of this machine"
	@echo "make torture   try for long to make the program lose work (docs/reliability.md)"
	@echo "make words     bring the catalogues of all languages up to date with the code, and list what they lack"
	@echo "make format    put the code into the project's format"
	@echo "make clean     remove everything that make made, except your maps in out/"

run: .venv/installed .venv/languages
	@$(BIN)/python -m tools.run

test: .venv/installed .venv/languages
	@$(BIN)/python -m tools.system_libraries offscreen
	@echo "Format (make format repairs it)" && $(BIN)/ruff format --check --output-format concise $(CODE)
	@echo "Lint" && $(BIN)/ruff check --output-format concise $(CODE)
	@echo "Types" && $(BIN)/mypy $(CODE)
	@echo "Import contracts" && $(BIN)/lint-imports --no-logo
	@echo "Tests" && $(BIN)/python -m pytest $(PYTEST)

test-long: .venv/installed .venv/languages
	@$(BIN)/python -m tools.system_libraries offscreen
	@$(BIN)/python -m pytest $(PYTEST) --long -rs

bundle: .venv/bundle-installed .venv/languages
	@$(BIN)/python -m tools.system_libraries offscreen
	@$(BIN)/pyinstaller --noconfirm --log-level WARN build.spec
	@echo "Trying dist/journeywall/journeywall on its own"
	@env -i HOME="$$(mktemp -d)" LANG=C.UTF-8 dist/journeywall/journeywall --self-test

bench: .venv/installed .venv/languages
	@$(BIN)/python -m tools.system_libraries offscreen
	@$(BIN)/python -m benchmarks

torture: .venv/installed
	@$(BIN)/python -m tools.system_libraries offscreen
	@$(BIN)/python -m benchmarks.torture

words: .venv/installed
	@$(BIN)/python -m tools.words

format: .venv/installed
	@$(BIN)/ruff check --quiet --fix-only $(CODE)
	@$(BIN)/ruff format $(CODE)

clean:
	@rm -rf .venv build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find app tests tools $(wildcard benchmarks) -name __pycache__ -prune -exec rm -rf {} +

.venv/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Journeywall needs Python 3.11 or newer, and there is none here."; exit 1; }
	@$(PYTHON) -m tools.system_libraries venv
	@echo "Installing into .venv (some 200 MB the first time)"
	@$(PYTHON) -m venv .venv
	@$(PIP) --upgrade pip setuptools
	@$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

.venv/bundle-installed: .venv/installed
	@$(PIP) --no-build-isolation --editable '.[bundle]'
	@touch $@

.venv/languages: .venv/installed $(wildcard resources/languages/*/journeywall.po)
	@$(BIN)/python -m tools.words --compile
	@touch $@

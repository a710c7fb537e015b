# install run test check bench gallery lock neo4j: each verb does one thing, and `run`, `test`, `check`, `bench`, `gallery` and `neo4j` begin with `install`.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := install
.PHONY: install run test check bench gallery lock neo4j

PYTHON ?= python3
STORE ?=
PORT ?= 8501

python := .venv/bin/python
stamp := .venv/installed
bundle := layout/browser/vis-network.min.js
checked := $(wildcard graph layout loaders handouts phones commands views server tests bench docs/licences.py docs/gallery.py app.py whoelse.py)

install: $(stamp) $(bundle)

# --no-deps and --no-build-isolation: nothing is taken that the lock does not name with its hash.
$(stamp): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Who Else? needs Python 3.11 or newer; name one with: make install PYTHON=python3.12")'
	test -x $(python) || $(PYTHON) -m venv .venv
	$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(python) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(stamp)

# What the map draws with, out of the pyvis wheel; touched because a copy may keep the date of its original.
$(bundle): $(stamp) $(wildcard layout/bundle.py)
	$(python) -m layout.bundle
	touch -c $(bundle)

run: install
	.venv/bin/whoelse serve --port $(PORT) $(if $(STORE),--store "$(STORE)")

# A worker a core; each file whole in one of them, and all tests of Neo4j in one (tests/servers.py).
test: install
	$(python) -m pytest -q -n auto --maxprocesses 4 --dist loadfile

check: install
	$(python) -m ruff format --check $(checked)
	$(python) -m ruff check $(checked)
	$(python) -m mypy --strict $(checked)

bench: install
	$(python) -m bench

# The pictures of the README, drawn anew.
gallery: install
	$(python) docs/gallery.py

# Refreshes the versions and their hashes, for every Python and system at once.
# The tool lives in a room of its own, as nobody else needs it; the pin of a day is kept until this verb is asked.
lock:
	test -x .venv/lock/bin/uv || { $(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'; }
	.venv/lock/bin/uv pip compile pyproject.toml --extra dev --extra print --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-header --no-annotate --quiet --output-file requirements.txt
	$(MAKE) install
	$(python) docs/licences.py

# Until Ctrl-C; says where it is and how to get in.
neo4j: install
	$(python) -m server.neo4j

# Everything a person or a script does with this project by name. Needs Python 3.11 or later and make.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.locked
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
HAVE_PIP = $(BIN)/python -c 'import pip' 2>/dev/null || $(BIN)/python -m ensurepip >/dev/null

.DEFAULT_GOAL := help
.PHONY: help setup run serve test test-fast check bench evaluate live pictures story pages lock sbom audit clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

setup: $(STAMP) ## make .venv, with exactly the packages of requirements.lock

# uv is in the lock as well, and installs the rest several times faster than pip, which stands in where uv cannot run.
$(STAMP): requirements.lock | $(BIN)/python
	@awk '/^uv==/ { on = 1 } on { print } on && !/\\$$/ { exit }' requirements.lock > .venv/uv.lock
	@$(HAVE_PIP)
	@{ $(PIP) --require-hashes -r .venv/uv.lock && \
		$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock; } || \
		{ echo "uv cannot do it, pip takes over"; $(PIP) --require-hashes -r requirements.lock; }
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed: give its name with PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv --clear .venv || \
		{ rm -rf .venv; echo "Python's venv is missing: on Debian, apt install python3-venv"; exit 1; }

# Settings come from the environment, never from this file or a command line: see .env.example.
run: export DEMO ?= 1
run serve: export PORT ?= 8000
run serve: export REGION ?= US-CA

run: setup ## set up, then try it out on this machine: demo mode, unless DEMO=0
	@exec $(BIN)/python -m bot.server --stop-with-parent

serve: ## run everything for real, as it is set up: Redis unless REDIS_URL is set, web and worker; after make setup
	@test -x $(BIN)/python || { echo "nothing is installed yet: run make setup"; exit 2; }
	@exec $(BIN)/python -m bot.server --stop-with-parent

test: setup ## run all tests
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

test-fast: setup ## the tests of tests/fast.txt, in about a minute: rules of the conversation, without a browser
	@$(BIN)/pytest -n 2 --dist loadfile @tests/fast.txt

check: setup ## lint, format, types, layers, words
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/flask --app app content check

bench: setup ## measure against the floor; QUICK=1 for the short form
	@$(BIN)/python -m tests.bench

evaluate: setup ## how well it understands held-out texts; AGAINST=commit for the reader of before; see --help
	@$(BIN)/python -m tests.evaluate $(if $(AGAINST),--against $(AGAINST))

live: setup ## measure a team at work with many live talks; QUICK=1 for half a minute
	@$(BIN)/python -m tests.bench.live

pictures: setup ## take the README's pictures and drawing anew; needs Chromium
	@$(BIN)/python -m tests.screenshots.readme

story: setup ## play the whole story in a browser; its pictures go to var/story; needs Chromium
	@$(BIN)/python -m tests.screenshots.story

pages: setup ## a picture of every page, at the desk and in the hand, into var/pages; needs Chromium
	@$(BIN)/python -m tests.screenshots.pages

lock: | $(BIN)/python ## take up changed dependencies; UPGRADE=1 for newer versions of all
	@test -x $(BIN)/uv || { $(HAVE_PIP); $(PIP) uv; }
	@echo 'uv>=0.11,<1' | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--group dev $(if $(UPGRADE),--upgrade) --custom-compile-command 'make lock' pyproject.toml - -o requirements.lock

sbom: ## write the bill of materials (CycloneDX) of what is installed to run, into var/warmline.cdx.json
	@mkdir -p var
	@$(PYTHON) -m deploy.bill_of_materials > var/warmline.cdx.json
	@echo "var/warmline.cdx.json"

audit: ## look for known vulnerabilities in the locked packages; needs the network and says so without
	@test -x $(BIN)/uv || { echo "uv is missing: run make setup"; exit 2; }
	@$(PYTHON) -m deploy.audit $(BIN)/uv

clean: ## remove what was made, but not var/, which holds data
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +

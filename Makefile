# docgen: every target makes its own virtual environment when there is none.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := out/demo

.PHONY: all demo test soak lint fmt bench docs clean help

all: lint test ## Check and test everything a change must pass

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "需要 Python 3.11 或更新的版本，现在是 $$($(PYTHON) --version)。"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "建不了虚拟环境。先运行：sudo apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY) ## Make the agreements of every village of a real township, and show them
	@$(BIN)/python -m docgen batch 责任书 examples/responsibility_agreement.roster.csv \
	  --common examples/responsibility_agreement.common.json -o $(DEMO)
	@$(BIN)/python docs/show_document.py $(DEMO)

test: $(READY) ## Run the tests every change must pass
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not soak"

soak: $(READY) ## Run the long tests: mutations by the hundred thousand, kills, the whole county
	$(BIN)/python -m pytest -n auto -m soak

lint: $(READY) ## Check style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(READY) ## Put the code in shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(READY) ## Measure against docxtpl and python-docx, side by side
	$(BIN)/python bench/render.py
	$(BIN)/python bench/check.py

docs: $(READY) ## Write again what is generated: schemas, templates, handbook pages
	$(BIN)/python -m docgen schema -o schemas --force
	for source in templates/source/*.py; do $(BIN)/python $$source || exit 1; done
	$(BIN)/python docs/generate.py

clean: ## Remove what the targets made, but not the virtual environment
	rm -rf out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

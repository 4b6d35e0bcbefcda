# The workbook's commands. Everything that they install in Python goes into .venv beside this file.
#
#   make dashboard   serve the dashboard on this machine, print its address, open a browser where there is one
#                    (make dashboard PORT=9000 DATA=folder-with-your-drafts)
#   make lab         open the notebooks in JupyterLab
#   make test        everything that is checked before a change is accepted
#   make check-office  LibreOffice reads the same texts in our Word files as we do
#   make check-hub   the dashboard behind JupyterHub, as SECURITY.md describes it
#   make fuzz        damaged and hostile files, tried for a minute (make fuzz SECONDS=600)
#   make bench       how fast it is, beside other tools, and in a browser
#   make notebooks   run the notebooks anew and save what they show
#   make pictures    take the README's pictures anew
#
# `make test` is these, in this order, each of which also runs alone:
#   make style  make bundle  make unit  make cells  make browser

PYTHON ?= python3
BIN := .venv/bin
EXPLORER := workbook/show/explorer
NEED := ./.ci/need
OFFICE_PYTHON := /usr/bin/python3
SYSTEM_BROWSER := command -v chromium || command -v chromium-browser || command -v google-chrome
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
NO_NEWS := $(BIN)/jupyter labextension disable --level=sys_prefix \
  @jupyterlab/apputils-extension:announcements >/dev/null 2>&1

.PHONY: dashboard lab test style bundle unit cells browser check-office check-hub fuzz bench notebooks pictures
.DELETE_ON_ERROR:

dashboard: .venv/installed
	@$(BIN)/workbook dashboard $(if $(PORT),--port $(PORT)) $(if $(DATA),--data "$(DATA)")

# JupyterLab asks nothing from the network: no list of extensions here, no news and updates below.
lab: .venv/installed
	@$(BIN)/jupyter lab --LabApp.extension_manager=readonly $(if $(filter 0,$(shell id -u)),--allow-root) \
	  --ServerApp.root_dir=notebooks --LabApp.default_url=/lab/tree/0_start.ipynb

test: style bundle unit cells browser
	@echo "All checks passed."

style: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

# The explorer's files in static/ must be what its sources give.
bundle: $(EXPLORER)/node_modules/.installed
	rm -rf $(EXPLORER)/node_modules/.committed && cp -r $(EXPLORER)/static $(EXPLORER)/node_modules/.committed
	cd $(EXPLORER) && npm run --silent check && npm run --silent build
	diff -r $(EXPLORER)/node_modules/.committed $(EXPLORER)/static

unit: .venv/installed-dev
	$(BIN)/python -m pytest tests --ignore tests/browser --numprocesses logical

cells: .venv/installed-dev
	$(BIN)/python -m pytest --nbval notebooks --nbval-sanitize-with tests/notebooks/sanitize.cfg

browser: .venv/installed-dev $(EXPLORER)/node_modules/.installed
	@$(NEED) chromium "$(SYSTEM_BROWSER)"
	@$(NEED) libatomic1 "$(BIN)/python -m playwright --version"
	$(BIN)/python -m pytest tests/browser --numprocesses logical --maxprocesses 4 --dist loadgroup

# LibreOffice takes half a minute and is no part of `make test`; its files are named so that `make unit` passes them by.
check-office: .venv/installed-dev
	@$(NEED) libreoffice-writer "command -v lowriter"
	@$(NEED) python3-uno "$(OFFICE_PYTHON) -c 'import uno'"
	$(BIN)/python -m pytest --override-ini "python_files=check_*.py" tests/office

# JupyterHub and its proxy are installed for this alone.
check-hub: .venv/installed-dev
	@$(NEED) chromium "$(SYSTEM_BROWSER)"
	@$(NEED) npm "command -v npm"
	@$(PIP) --editable ".[dev,hub]"
	cd tests/hub && npm ci --no-audit --no-fund
	$(BIN)/python -m pytest --override-ini "python_files=check_*.py" tests/hub

fuzz: .venv/installed-dev
	@$(BIN)/python -m tests.fuzz.run $(if $(SECONDS),--seconds $(SECONDS))

bench: .venv/installed-dev
	@$(NEED) chromium "$(SYSTEM_BROWSER)"
	@$(NEED) libatomic1 "$(BIN)/python -m playwright --version"
	@$(BIN)/python tests/bench/run.py
	@$(BIN)/python tests/bench/page.py

notebooks: .venv/installed
	@$(BIN)/python .ci/notebooks.py

pictures: .venv/installed-dev
	@$(NEED) chromium "$(SYSTEM_BROWSER)"
	@$(BIN)/python .ci/pictures.py

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || $(NEED) python3 "command -v $(PYTHON)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "The workbook needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V). Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(NEED) python3-venv "$(PYTHON) -c 'import ensurepip, venv'"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/installed: pyproject.toml | .venv/bin/python
	@echo "Installing the workbook into .venv (the first time this takes a minute) ..."
	@$(PIP) --editable .
	@$(NO_NEWS)
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	@echo "Installing the workbook and its test tools into .venv (the first time this takes a minute) ..."
	@$(PIP) --editable ".[dev]"
	@$(NO_NEWS)
	@touch $@ .venv/installed

$(EXPLORER)/node_modules/.installed: $(EXPLORER)/package-lock.json
	@$(NEED) nodejs "command -v node"
	@$(NEED) npm "command -v npm"
	cd $(EXPLORER) && npm ci --no-audit --no-fund
	@touch $@

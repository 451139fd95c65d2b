# Short verbs. `make report` and `make test` need make and Python 3.11 or later; the rest they
# set up themselves, in a virtual environment, and only once.
# Kept to GNU make 3.81, which macOS still ships, and to POSIX sh.

# Where the virtual environment is. It is made anew when it is broken.
VENV ?= .venv
# The Python to make it with; the newest known one where this is empty.
PYTHON ?=

PY := $(VENV)/bin/python
# Twice quiet: errors still show, and warnings about the machine's own pip settings do not.
PIP := $(PY) -m pip --quiet --quiet --disable-pip-version-check
CLAIMCHECK := $(VENV)/bin/claimcheck
PACKAGE_STAMP := $(VENV)/.claimcheck-package
DEV_STAMP := $(VENV)/.claimcheck-dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The checks run in the order written here, so that the quick ones speak first.
.NOTPARALLEL:
.PHONY: help report test test-all sample schemas columns notebook pictures lint browser java clean

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

report: $(PACKAGE_STAMP) ## check the seeds and write reports/latest/index.html
	@$(CLAIMCHECK) report seeds -o reports/latest
	@echo "The report is at reports/latest/index.html"

test: lint browser java ## every check that CI makes
	$(PY) -m pytest $(IN_PARALLEL) -m "not slow"

test-all: lint browser java ## those, and what takes longer
	$(PY) -m pytest $(IN_PARALLEL)

sample: $(PACKAGE_STAMP) ## write the committed sample report again
	@$(CLAIMCHECK) report seeds -o reports/sample

schemas: $(PACKAGE_STAMP) ## write the JSON Schemas in docs/schemas again
	@$(PY) docs/schemas/generate.py

columns: $(PACKAGE_STAMP) ## write the columns of the tables into docs/tables.md again
	@$(PY) docs/tables.py

notebook: $(DEV_STAMP) ## run docs/analysis.ipynb and keep what it shows
	@$(PY) docs/notebook.py

pictures: $(DEV_STAMP) browser ## take the pictures of the sample report in docs again
	@$(PY) docs/pictures.py

lint: $(DEV_STAMP) ## ruff, mypy and import-linter
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

clean: ## remove what was generated, but for the virtual environment
	rm -rf dist reports/latest .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# loadgroup keeps the tests that share one costly fixture in one process.
IN_PARALLEL := -n auto --maxprocesses 8 --dist loadgroup

# --- set-up ---------------------------------------------------------------------------------

# `apt PACKAGE` installs it where that is possible without asking anybody for a password.
define SHELL_FUNCTIONS
apt() { \
    command -v apt-get >/dev/null || return 1; \
    if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo -n"; fi; \
    $$root true 2>/dev/null || return 1; \
    echo "Installing $$1 with apt-get"; \
    $$root apt-get -qq update >/dev/null; \
    $$root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y install --no-install-recommends "$$1" >/dev/null; \
}; \
new_enough() { "$$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }; \
makes_venvs() { "$$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }; \
find_python() { \
    for python in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
        "$$1" "$$python" && new_enough "$$python" && return; \
    done; \
    return 1; \
}; \
find_browser() { \
    for browser in chromium chromium-browser google-chrome google-chrome-stable; do \
        "$$browser" --version >/dev/null 2>&1 && return; \
    done; \
    return 1; \
}; \
finds_java() { java -version >/dev/null 2>&1; }; \
give_up() { echo "$$1" >&2; exit 1; }
endef

# After an upgrade of the system an environment may be there and not run. Everything in it is
# made again then, whatever the age of its files.
ifneq ($(shell $(PY) -c 'print("runs")' 2>/dev/null),runs)
.PHONY: $(PY) $(PACKAGE_STAMP) $(DEV_STAMP)
endif

# Debian and Ubuntu split venv off from Python, so a Python that has it comes before a newer one.
# A name on the path is tried, not trusted: version managers leave names that run nothing.
$(PY):
	@$(SHELL_FUNCTIONS); \
	find_python makes_venvs || { \
	    find_python new_enough \
	        || give_up "claimcheck needs Python 3.11 or later: install it, or name it with make PYTHON=…"; \
	    version=$$("$$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])'); \
	    apt "$$version-venv" && makes_venvs "$$python" \
	        || give_up "$$python cannot make virtual environments: install $$version-venv"; \
	}; \
	echo "Setting up $(VENV) with $$("$$python" --version)"; \
	if [ -e "$(VENV)/pyvenv.cfg" ]; then clear=--clear; else clear=""; fi; \
	"$$python" -m venv $$clear "$(VENV)"

# An editable install copies the metadata, so it is made again when pyproject.toml changes.
# A set-up that was killed half-way can leave an environment without pip.
$(PACKAGE_STAMP): pyproject.toml $(PY)
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null
	@echo "Installing claimcheck and what it needs"
	@$(PIP) install --editable .
	@touch $@

$(DEV_STAMP): pyproject.toml $(PY)
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null
	@echo "Installing claimcheck and what its tests need"
	@$(PIP) install --editable '.[dev]'
	@touch $(PACKAGE_STAMP) $@

browser:
	@$(SHELL_FUNCTIONS); \
	find_browser || { apt chromium && find_browser; } \
	    || give_up "The tests of the report need a browser on the path: install chromium or google-chrome"

java:
	@$(SHELL_FUNCTIONS); \
	finds_java || { apt default-jre-headless && finds_java; } \
	    || give_up "The test of the report's HTML needs Java 11 or later on the path: install default-jre-headless"

# make run     installs what is needed, opens the program on a practice store
# make test    installs what is needed, runs every check and every test
# make setup | check | tests | papers | bench | bundle | look | clean
#
# As root, or as a user with sudo; a second time each step is skipped when nothing changed.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
WORKERS ?= 2
SHOT ?= build/hallclient.png

# What Qt needs to draw (offscreen, X11), what Python needs for a private environment, and fonts we bring ourselves.
FOR_RUN := python3 python3-venv libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 \
	libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libcups2 ca-certificates
# A screen for tests, eyes and fingers for it, PDF tools, what the bundler cuts with, and a database server for the hub.
FOR_TEST := xvfb xauth xdotool x11-utils poppler-utils binutils libpython3.11 postgresql cups-daemon cups-client

.PHONY: setup system run look test check tests papers bench bundle clean

setup: $(BIN)/.installed

system:
	@command -v apt-get >/dev/null || { echo "Not a Debian: please see to these libraries yourself: $(FOR_RUN)" >&2; exit 0; }; \
	missing=""; \
	for package in $(FOR_RUN) $(FOR_TEST); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	as_root=""; \
	if [ "$$(id -u)" != 0 ]; then \
		command -v sudo >/dev/null || { \
			echo "Ask the machine's administrator to run: apt-get install -y --no-install-recommends$$missing" >&2; exit 1; }; \
		as_root=sudo; \
	fi; \
	echo "Installing system packages:$$missing"; \
	$$as_root mkdir -p /etc/postgresql-common; \
	[ -e /etc/postgresql-common/createcluster.conf ] || \
		echo "create_main_cluster = false" | $$as_root tee /etc/postgresql-common/createcluster.conf >/dev/null; \
	$$as_root apt-get update -qq || echo "Some package lists could not be refreshed; trying with those at hand." >&2; \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold $$missing >/dev/null

$(BIN)/.installed: pyproject.toml .ci/constraints.txt | system
	@python=$$(command -v python3.11 || command -v python3); \
	$$python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Python 3.11 is needed." >&2; exit 1; }; \
	[ -x $(BIN)/python ] || $$python -m venv .venv
	@echo "Installing Python packages into .venv"
	@PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore $(BIN)/python -m pip install -q -c .ci/constraints.txt -e '.[dev]'
	@touch $@

# With no screen the program says so itself, and how to look all the same.
run: setup
	@$(BIN)/hallclient --demo

look: setup
	@mkdir -p "$$(dirname "$(SHOT)")"
	@xvfb-run -a -s "-screen 0 1366x768x24 -nolisten tcp" .ci/look "$(SHOT)"

check: setup
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format -q --check .
	@$(BIN)/mypy --no-error-summary
	@mkdir -p build; $(BIN)/lint-imports --no-cache >build/lint-imports.txt || { cat build/lint-imports.txt; exit 1; }
	@$(BIN)/python -m hallclient.ui.i18n --check
	@echo "Checks passed: style, format, types, floors, translations."

tests: setup
	@$(BIN)/pytest -n $(WORKERS) --dist loadgroup

# One after the other, so that pytest's closing line is the last thing said.
test: setup
	@$(MAKE) check
	@$(MAKE) tests

# Every document with invented facts, a PDF and a picture each, to be looked at before its words are signed off.
papers: setup
	@$(BIN)/python -m hallclient.documents.contact_sheet build/papers >/dev/null && echo "build/papers"

bench: setup
	@$(BIN)/pytest -n 0 -m benchmark -s tests/benchmarks

bundle: setup
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller build.spec
	@echo "dist/hallclient: $$(du -sm dist/hallclient | cut -f1) MB; start dist/hallclient/hallclient"

clean:
	@rm -rf build dist .venv hallclient.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis

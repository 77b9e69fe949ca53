# Everything a newcomer needs: `make demo` shows what Contingent does, `make test` proves that it works.

# The oldest version that is supported is preferred, because it is the one that the lock file was made with.
PYTHON ?= $(firstword $(shell command -v python3.11 2>/dev/null) python3)
VENV := .venv
BIN := $(VENV)/bin
REGISTER := demo.db
DEMO_OPERATION := NATO Mission Iraq
DEMO_FIRST_DAY := 2021-03-20
DEMO_SECOND_DAY := 2021-10-20

.PHONY: demo test check bench clean

# The stamp is newer than what it was made of, so a changed lock file installs again.
$(VENV)/installed: pyproject.toml requirements/development.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Contingent needs Python 3.11 or later; say make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/development.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: $(VENV)/installed
	@rm -f $(REGISTER) $(REGISTER)-wal $(REGISTER)-shm
	@$(BIN)/contingent add examples --register $(REGISTER)
	@echo
	@$(BIN)/contingent show "$(DEMO_OPERATION)" --on $(DEMO_FIRST_DAY) --register $(REGISTER)
	@echo
	@$(BIN)/contingent show "$(DEMO_OPERATION)" --on $(DEMO_SECOND_DAY) --register $(REGISTER)
	@echo
	@echo "The register is $(REGISTER). Ask it something else:"
	@echo "  $(BIN)/contingent show Denmark --on 2021-10-20 --register $(REGISTER)"
	@echo "  $(BIN)/contingent documents --register $(REGISTER)"
	@echo "  $(BIN)/contingent verify --register $(REGISTER)"

test: check
	$(BIN)/python -m pytest

check: $(VENV)/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed
	failed=0; for script in benchmarks/*.py; do PYTHONPATH=. $(BIN)/python $$script || failed=1; done; exit $$failed

clean:
	rm -rf $(VENV) $(REGISTER)*

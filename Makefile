# Everything starts here: `make serve` to see the site, `make test` to test it. Both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One commit always gives the same bytes: dates are judged on the day of the commit.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := $(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help serve site test test-engines check types bench format guide keys routes release-ids lock zensical clean

help: ## List what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "make %-12s %s\n", $$1, $$2}'

serve: $(VENV)/site ## Show the site and reload it at each edit
	@$(BIN)/python -m building.serve

site: $(VENV)/site ## Check the guide and build the site into site/
	@$(BIN)/python -m building

guide: $(VENV)/site ## Check the guide alone, in a second or two: what to run before each commit
	@$(BIN)/python -m decision_tree check

check: $(VENV)/test ## Check the guide, the code's style and its types
	@echo "Checking the guide ..."
	@$(BIN)/python -m decision_tree check
	@echo "Checking the code ..."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory types; \
	else echo "Node.js is not here: the types of the scripts are not checked."; fi

types: node_modules/.package-lock.json ## Check the types of the site's scripts (needs Node.js)
	@npm run --silent check

test: $(VENV)/test ## Run all tests, in a real browser too
	@sh tests/browser/install.sh $(BIN)/playwright
	@sh tests/publish/install.sh
	@$(MAKE) --no-print-directory check
	@echo "Testing on every core ..."
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadgroup

test-engines: $(VENV)/test ## Walk the path finder in Firefox and WebKit as Debian packages them
	@sh tests/engines/install.sh
	xvfb-run --auto-servernum $(BIN)/python -m pytest tests/engines

bench: $(VENV)/test ## Measure, each beside its alternative
	@for file in tests/bench/bench_*.py; do $(BIN)/python $$file; done

format: $(VENV)/test ## Put the code into its usual form
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

routes: $(VENV)/site ## Write every route, in ids, into decision_tree/routes.txt
	@mkdir -p .build
	$(BIN)/python -m decision_tree routes > .build/routes && mv .build/routes decision_tree/routes.txt

release-ids: $(VENV)/site ## At a release: write every id that links depend on, which must never vanish
	@mkdir -p .build
	$(BIN)/python -m decision_tree ids > .build/ids && mv .build/ids decision_tree/released_ids.txt

keys: $(VENV)/site ## Write what every key and every rule means, and the schema of local.yml
	@mkdir -p .build
	$(BIN)/python -m decision_tree keys > .build/keys && mv .build/keys decision_tree/KEYS.md
	$(BIN)/python -m decision_tree keys --rules > .build/keys && mv .build/keys decision_tree/RULES.md
	$(BIN)/python -m decision_tree keys --local > .build/keys && mv .build/keys decision_tree/local.schema.json

zensical: $(VENV)/test ## Build the site with the second engine, into .build/zensical/
	@rm -rf .build/zensical
	@$(BIN)/python -m decision_tree palette
	SITE_DIR=.build/zensical $(BIN)/python -m zensical build --clean
	@$(BIN)/python -m publish .build/zensical

lock: $(VENV)/test ## Choose the newest versions of all dependencies, with hashes
	$(BIN)/python -m pip install --quiet pip-tools
	for file in requirements requirements-test; do \
	  $(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file $$file.txt $$file.in; \
	done

clean: ## Remove everything that was built or installed
	rm -rf $(VENV) node_modules .build site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

node_modules/.package-lock.json: package-lock.json
	@echo "Setting up TypeScript, which checks types ..."
	@npm ci --silent

$(VENV)/site: requirements.txt
	@echo "Setting up Python packages for the site ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test: requirements.txt requirements-test.txt
	@echo "Setting up Python packages for the tests ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	@touch $(VENV)/site $@

# What can be done here; `make` alone lists it. Longer steps are scripts in tools/.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-fast bench check format lock clean
PORT ?= 8000
SERVE ?= 1
unexport PYTHONDONTWRITEBYTECODE # else every command compiles every module again
BIN := .venv/bin
CORES ?= 2
TEMPLATES := find templates -name '*.html' -print0 | xargs -0
quietly = said=$$({ $(1); } 2>&1) || (echo "$$said" && false)
LOCK := $(BIN)/uv pip compile --quiet pyproject.toml --no-header --no-annotate --python-version 3.11 --upgrade

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 12

setup: ## install what the portal needs, as far as it has changed
	@tools/setup

demo: ## load the demonstration and serve it on 127.0.0.1 (PORT=8000; SERVE=0 to load only)
	@$(if $(filter-out 0,$(SERVE)),FREE_PORT="$(PORT)") tools/setup
	@exec $(BIN)/python manage.py demo $(if $(filter-out 0,$(SERVE)),--serve "$(PORT)")

test: dev-setup lint ## every check and every test
	@$(BIN)/pytest -n $(CORES) --dist worksteal

test-fast: dev-setup ## the tests that need no browser and print no PDF
	@$(BIN)/pytest -n $(CORES) --dist worksteal -m "not browser and not pdf"

bench: dev-setup ## compare the portal's speed with what it stands on, as ratios
	@$(BIN)/pytest -s benchmarks

check: dev-setup lint ## formatting, lint, rooms, types and missing migrations
	@echo "Nothing to mend."

format: dev-setup ## put Python and templates into the house style
	@$(BIN)/ruff check --quiet --fix --exit-zero . && $(BIN)/ruff format --quiet .
	@$(TEMPLATES) $(BIN)/djade

lock: dev-setup ## renew the locked versions in requirements/
	@$(LOCK) -o requirements/base.txt
	@$(LOCK) -o requirements/dev.txt --extra dev

clean: ## take away all that was installed and built, but no data
	@rm -rf .venv node_modules static/build staticfiles .*_cache .hypothesis .benchmarks

.PHONY: dev-setup lint
dev-setup:
	@tools/setup dev

lint:
	@$(call quietly,$(BIN)/ruff format --check --output-format concise . || (echo "Run make format." && false))
	@$(call quietly,$(BIN)/ruff check --quiet --output-format concise .)
	@$(call quietly,$(TEMPLATES) $(BIN)/djade --check || (echo "Run make format." && false))
	@$(call quietly,$(BIN)/lint-imports --no-logo)
	@$(call quietly,TESTING=1 SECRET_KEY=unused ALLOWED_HOSTS=localhost DATABASE_URL=postgres://localhost/unused $(BIN)/mypy)
	@$(call quietly,$(BIN)/python manage.py makemigrations --check --dry-run)

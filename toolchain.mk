# What the build needs, at which version, and how it gets here.
#
# These lines are the one place where versions are chosen. Trunk.toml, Cargo.toml, tests/e2e/package.json and the sites in
# tests/sites have to repeat some of them; tests/tidy.rs fails when they disagree.
RUST_VERSION         := 1.95
TRUNK_VERSION        := 0.21.14
WASM_BINDGEN_VERSION := 0.2.129
BINARYEN_VERSION     := 132
CARGO_FUZZ_VERSION   := 0.13.2
VALIDATE_VERSION     := 1.37.0
JSONSCHEMA_VERSION   := 4.26.0
MDBOOK_VERSION       := 0.5.4
MATERIAL_VERSION     := 9.8.2
DOCUSAURUS_VERSION   := 3.10.2
# The release of Debian that the registry of tests/lab is from, and those whose containerd and podman are asked there.
LAB_REGISTRY         := bookworm
LAB_SUITES           := bookworm trixie sid

# What is built here comes first on PATH. A program of the right version that is on PATH already is used as it is.
TOOLS := $(CURDIR)/.tools
E2E   := tests/e2e
SITES := tests/sites
export PATH := $(TOOLS)/bin:$(CURDIR)/$(E2E)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

# The browser and its driver, for the tests: from the environment, else from PATH.
CHROME       ?= $(firstword $(shell command -v chromium chromium-browser google-chrome 2>/dev/null))
CHROMEDRIVER ?= $(firstword $(shell command -v chromedriver 2>/dev/null))
FIREFOX      ?= $(firstword $(shell command -v firefox-esr firefox 2>/dev/null))
export CHROME CHROMEDRIVER FIREFOX

# The speed of these tools does not matter here, the time to build them does: minutes instead of a quarter of an hour.
QUICK := CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
         CARGO_PROFILE_RELEASE_CODEGEN_UNITS=32 CARGO_PROFILE_RELEASE_DEBUG=0
INSTALL := $(QUICK) cargo install --quiet --locked --root $(TOOLS)

.PHONY: rust wasm-target trunk wasm-bindgen cargo-fuzz kubernetes-validate jsonschema crates mdbook mkdocs docusaurus generators \
        system-to-build system-to-pack system-to-validate system-to-test system-for-sites system-for-lab

rust:
	@command -v cargo >/dev/null || { echo "cargo is missing. Install Rust with rustup: https://rustup.rs"; exit 1; }
	@have=$$(rustc --version | cut -d' ' -f2); \
	oldest=$$(printf '%s\n' $(RUST_VERSION) "$$have" | sort -V | head -n1); \
	[ "$$oldest" = "$(RUST_VERSION)" ] || { \
	  echo "Rust $(RUST_VERSION) or newer is needed, this is $$have. Get it with: rustup update stable"; exit 1; }

wasm-target: rust
	@target=wasm32-unknown-unknown; \
	[ -d "$$(rustc --print sysroot)/lib/rustlib/$$target/lib" ] || { \
	  echo "Adding the Rust target $$target (seconds)"; \
	  rustup target add $$target || { echo "Add it by hand: rustup target add $$target"; exit 1; }; }

trunk: rust system-to-build
	@[ "$$(trunk --version 2>/dev/null)" = "trunk $(TRUNK_VERSION)" ] || { \
	  echo "Building trunk $(TRUNK_VERSION) into .tools (once; about 2 minutes on 2 cores)"; \
	  $(INSTALL) trunk@$(TRUNK_VERSION) --no-default-features --features rustls; }

wasm-bindgen: rust system-to-build
	@[ "$$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $(WASM_BINDGEN_VERSION)" ] && \
	[ "$$(wasm-bindgen-test-runner --version 2>/dev/null)" = "wasm-bindgen-test-runner $(WASM_BINDGEN_VERSION)" ] || { \
	  echo "Building wasm-bindgen $(WASM_BINDGEN_VERSION) into .tools (once; about 1 minute on 2 cores)"; \
	  $(INSTALL) wasm-bindgen-cli@$(WASM_BINDGEN_VERSION); }

# For `make fuzz` alone, which has to instrument the code.
cargo-fuzz: rust system-to-build
	@rustup toolchain list | grep -q ^nightly || { \
	  echo "Adding the nightly toolchain (seconds)"; rustup toolchain install nightly --profile minimal; }
	@[ "$$(cargo-fuzz --version 2>/dev/null)" = "cargo-fuzz $(CARGO_FUZZ_VERSION)" ] || { \
	  echo "Building cargo-fuzz $(CARGO_FUZZ_VERSION) into .tools (once; about 2 minutes on 2 cores)"; \
	  $(INSTALL) cargo-fuzz@$(CARGO_FUZZ_VERSION); }

# The JSON schemas of Kubernetes with a program that applies them, for the tests of edited manifests.
kubernetes-validate: system-to-validate
	@[ "$$(kubernetes-validate --version 2>/dev/null)" = "$(VALIDATE_VERSION)" ] || { \
	  echo "Installing kubernetes-validate $(VALIDATE_VERSION) into .tools (seconds)"; \
	  python3 -m venv $(TOOLS)/python && \
	  $(TOOLS)/python/bin/pip install --quiet --disable-pip-version-check kubernetes-validate==$(VALIDATE_VERSION) && \
	  mkdir -p $(TOOLS)/bin && ln -sf ../python/bin/kubernetes-validate $(TOOLS)/bin/kubernetes-validate; }

# The validator of JSON schemas that the one above brings along, for the schema of the questions.
jsonschema: kubernetes-validate
	@[ "$$(jsonschema --version 2>/dev/null)" = "$(JSONSCHEMA_VERSION)" ] || { \
	  echo "Installing jsonschema $(JSONSCHEMA_VERSION) into .tools (seconds)"; \
	  { [ -x $(TOOLS)/python/bin/pip ] || python3 -m venv $(TOOLS)/python; } && \
	  $(TOOLS)/python/bin/pip install --quiet --disable-pip-version-check jsonschema==$(JSONSCHEMA_VERSION) && \
	  mkdir -p $(TOOLS)/bin && ln -sf ../python/bin/jsonschema $(TOOLS)/bin/jsonschema; }

# All crates, so that everything after this works without a network.
crates: rust
	@cargo fetch --locked

# --- the generators of tests/sites ---

generators: mdbook mkdocs docusaurus system-for-sites

mdbook: rust system-to-build
	@[ "$$(mdbook --version 2>/dev/null)" = "mdbook v$(MDBOOK_VERSION)" ] || { \
	  echo "Building mdBook $(MDBOOK_VERSION) into .tools (once; about 1 minute on 2 cores)"; \
	  $(INSTALL) mdbook@$(MDBOOK_VERSION) --no-default-features --features search; }

# A folder for each version: what is in it came whole, or `mkdocs` is not there.
MKDOCS := $(TOOLS)/material-$(MATERIAL_VERSION)
mkdocs: system-to-validate
	@[ -x $(TOOLS)/bin/mkdocs ] && [ "$$(readlink $(TOOLS)/bin/mkdocs)" = "$(MKDOCS)/bin/mkdocs" ] || { \
	  echo "Installing Material for MkDocs $(MATERIAL_VERSION) into .tools (seconds)"; \
	  python3 -m venv $(MKDOCS) && \
	  $(MKDOCS)/bin/pip install --quiet --disable-pip-version-check -r $(SITES)/mkdocs-material/requirements.txt && \
	  mkdir -p $(TOOLS)/bin && ln -sf $(MKDOCS)/bin/mkdocs $(TOOLS)/bin/mkdocs; }

docusaurus: $(SITES)/docusaurus/node_modules/.package-lock.json
$(SITES)/docusaurus/node_modules/.package-lock.json: $(SITES)/docusaurus/package.json $(SITES)/docusaurus/package-lock.json | system-to-pack
	@node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' || { \
	  echo "Docusaurus needs Node.js 20 or newer, this is $$(node --version): https://nodejs.org"; exit 1; }
	@echo "Installing Docusaurus $(DOCUSAURUS_VERSION) (once; up to 2 minutes)"
	@cd $(SITES)/docusaurus && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Programs that only the system's package manager can bring.
system-to-build:
	@tests/setup.sh cc

system-to-pack:
	@tests/setup.sh cc node npm

system-to-validate:
	@tests/setup.sh python3

system-to-test:
	@tests/setup.sh cc node npm chromium chromedriver kubectl pdftotext

system-for-sites:
	@tests/setup.sh node npm chromium firefox hugo jekyll minima

# The runtimes themselves come with debootstrap, into .tools: installed here they would start, and stand in the way of others.
system-for-lab:
	@tests/setup.sh debootstrap grpc ip openssl yaml

# The packages of tests/e2e: the end-to-end tests, and wasm-opt.
NPM := $(E2E)/node_modules/.package-lock.json
$(NPM): $(E2E)/package.json $(E2E)/package-lock.json | system-to-pack
	@echo "Installing the packages of $(E2E) (seconds)"
	@cd $(E2E) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

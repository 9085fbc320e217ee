// <image-pull-guide>: the guide as an element in somebody else's page. One classic script, loaded once, under a name that
// stays; it finds the rest of the release beside itself. `src/site` puts the names in place of the words in capitals.
// docs/embedding/element.md says what the element offers.
(() => {
  if (customElements.get("image-pull-guide")) return;

  const base = document.currentScript.src;
  const beside = (name) => new URL(name, base).href;
  const CODE = beside("__CODE__");
  const WASM = beside("__WASM__");
  const STYLE = beside("__STYLE__");
  const WORDS = __WORDS__;

  // --- one load for all guides of the page ---------------------------------------------------------------------------

  // Style sheets made by script need no `style-src`, and all guides share one.
  const looks = new CSSStyleSheet();
  let loading;
  // `told` hears which part of 1 has come.
  const load = (told) => (loading ??= bring(told).catch((error) => {
    loading = undefined;
    throw error;
  }));

  async function bring(told) {
    const ask = async (file) => {
      const answer = await fetch(file);
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      return answer;
    };
    const [code, answer, style] = await Promise.all([import(CODE), ask(WASM), ask(STYLE).then((answer) => answer.text())]);
    looks.replaceSync(style);
    let come = 0;
    // Counted on the way, and given the right type, which not every server knows.
    const counter = new TransformStream({
      transform(piece, out) {
        told((come += piece.length) / __WASM_BYTES__);
        out.enqueue(piece);
      },
    });
    const typed = { headers: { "content-type": "application/wasm" } };
    await code.default({ module_or_path: new Response(answer.body.pipeThrough(counter), typed) });
    return code.Embedded;
  }

  // --- light or dark, as the page is ---------------------------------------------------------------------------------

  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const MDBOOK = { light: "light", rust: "light", coal: "dark", navy: "dark", ayu: "dark" };
  const watching = new Set();

  function pageScheme() {
    const body = document.body?.dataset;
    const said = root.dataset.theme ?? root.dataset.mdColorScheme ?? body?.mdColorScheme;
    if (said === "slate" || said === "dark") return "dark";
    if (said) return "light";
    for (const name of root.classList) if (MDBOOK[name]) return MDBOOK[name];
    return system.matches ? "dark" : "light";
  }

  const repaint = () => watching.forEach((guide) => guide.paint());
  const observer = new MutationObserver(repaint);
  function watch(guide) {
    if (watching.size === 0) {
      const what = { attributeFilter: ["class", "data-theme", "data-md-color-scheme"] };
      observer.observe(root, what);
      if (document.body) observer.observe(document.body, what);
      system.addEventListener("change", repaint);
    }
    watching.add(guide);
  }
  function unwatch(guide) {
    watching.delete(guide);
    if (watching.size > 0) return;
    observer.disconnect();
    system.removeEventListener("change", repaint);
  }

  // --- the element ---------------------------------------------------------------------------------------------------

  // As much space as the first view takes at each width is kept before anything is drawn, so that the page does not move.
  const frame = new CSSStyleSheet();
  frame.replaceSync(`
    :host { display: block; container-type: inline-size; }
    :host([hidden]) { display: none; }
    ${[[0, 2060], [320, 1900], [400, 1600], [480, 1430], [600, 1330], [770, 1160], [800, 970]]
      .map(([wide, high]) => `@container (min-width: ${wide}px) { .kept { min-block-size: ${high}px; } }`).join("")}
    .bar { display: block; inline-size: 12rem; max-inline-size: 100%; }
    .open { font: inherit; padding: .5em 1em; min-block-size: 44px; cursor: pointer; }
    [hidden] { display: none; }`);

  // The framework never lets go of an element that it has drawn into: what was taken out of the page waits here, emptied,
  // for the next element.
  const parked = [];
  let count = 0;

  const START = ["start", "case", "mode"];

  class ImagePullGuide extends HTMLElement {
    static observedAttributes = ["theme", "heading-level", ...START];
    #parts;
    #guide;
    #drawn;
    #home;
    #near;
    #waiting = [];
    #orders = [];
    // Counts the comings and goings: what was begun before the last of them is over.
    #turn = 0;

    constructor() {
      super();
      // What is pressed inside is nobody else's business: pages turn leaves and open searches by single keys.
      for (const kind of ["keydown", "keypress", "keyup"]) this.addEventListener(kind, (event) => event.stopPropagation());
      const shadow = this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [frame, looks];
      this.#parts = { all: shadow.appendChild(document.createElement("div")) };
      const make = this.#make;
      Object.assign(this.#parts, {
        line: make("p", { hidden: true, role: "alert" }),
        slot: make("slot"),
        open: make("button", { className: "open", hidden: true, type: "button", textContent: WORDS.open }),
        bar: make("progress", { className: "bar", hidden: true, max: 1, ariaLabel: WORDS.loading }),
      });
      this.#parts.line.part = "alert";
      this.#parts.open.part = "open";
      this.#parts.open.addEventListener("click", () => this.#load());
      // From the first touch on the guide is as high as it is: what moves then was asked to.
      for (const kind of ["pointerdown", "keydown"]) this.#parts.all.addEventListener(kind, () => this.#guide && this.#space(false));
    }

    #make = (tag, fill = {}) => this.#parts.all.appendChild(Object.assign(document.createElement(tag), fill));

    connectedCallback() {
      // Moved within the page: everything is still there.
      if (this.#guide) return;
      watch(this);
      if (this.hasAttribute("deep-link")) addEventListener("popstate", this.#moved);
      const how = this.getAttribute("loading");
      if (how === "eager") this.#load();
      else if (how === "visible") {
        this.#space(true);
        this.#near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#load(), { rootMargin: "200px" });
        this.#near.observe(this);
      } else if (!this.dataset.state) {
        this.dataset.state = "waiting";
        this.#parts.open.hidden = false;
      }
    }

    disconnectedCallback() {
      // A page that moves the element takes it out first.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#turn++;
        this.#near?.disconnect();
        this.#take();
        unwatch(this);
        removeEventListener("popstate", this.#moved);
        delete this.dataset.state;
      });
    }

    attributeChangedCallback(name) {
      if (name === "theme") this.paint();
      else if (name === "heading-level") this.#guide?.level(this.#level());
      else if (this.#guide) this.#guide.go(this.#fragment());
    }

    paint() {
      if (!this.#drawn) return;
      const theme = this.getAttribute("theme");
      this.#drawn.root.dataset.scheme = theme === "light" || theme === "dark" ? theme : pageScheme();
    }

    // --- what the page can call ---

    // Diagnoses `text` as if it were pasted. Resolves to the ids of the causes.
    diagnose(text) {
      if (!String(text).trim()) return this.reset(), Promise.resolve([]);
      return new Promise((done, failed) => {
        this.#waiting.push({ done, failed });
        this.#order((guide) => guide.diagnose(String(text)));
        this.#load();
      });
    }

    // Forgets what was pasted and answered.
    reset() {
      this.#orders = [];
      this.#guide?.reset(this.#fragment());
    }

    #order(order) {
      if (this.#guide) order(this.#guide);
      else this.#orders.push(order);
    }

    // --- coming and going ---

    async #load() {
      if (this.#guide || this.dataset.state === "loading") return;
      const { bar, line, open, slot } = this.#parts;
      this.#near?.disconnect();
      this.dataset.state = "loading";
      open.hidden = line.hidden = true;
      this.#space(true);
      const turn = ++this.#turn;
      const slow = setTimeout(() => (bar.hidden = false), 300);
      try {
        const Embedded = await load((part) => (bar.value = part));
        if (turn !== this.#turn) return;
        this.#draw(Embedded);
        slot.hidden = true;
        this.dataset.state = "ready";
        this.#guide.example(this.getAttribute("case") ?? "");
        for (const order of this.#orders.splice(0)) order(this.#guide);
      } catch (error) {
        console.error(error);
        if (turn === this.#turn) this.#fail(WORDS.failed);
      } finally {
        clearTimeout(slow);
        if (turn === this.#turn) bar.hidden = true;
      }
    }

    #draw(Embedded) {
      // Where it begins needs no fragment in the address.
      this.#home = Embedded.place(this.#start());
      const drawn = parked.pop() ?? { root: Object.assign(document.createElement("div"), { className: "ipg-root" }) };
      const place = [this.#fragment(), this.#level()];
      this.#drawn = Object.assign(drawn, { owner: this });
      this.#parts.all.append(drawn.root);
      this.paint();
      if (drawn.guide) {
        drawn.guide.level(place[1]);
        drawn.guide.reset(place[0]);
      } else {
        const went = (fragment) => drawn.owner?.#went(fragment);
        const diagnosed = (causes) => drawn.owner?.#diagnosed(causes);
        drawn.guide = new Embedded(drawn.root, ++count, ...place, went, diagnosed);
      }
      this.#guide = drawn.guide;
    }

    // The words that were there before are there again, with one line that says why.
    #fail(words) {
      this.dataset.state = "failed";
      this.#space(false);
      this.#parts.slot.hidden = this.#parts.line.hidden = false;
      this.#parts.line.textContent = words;
      this.#refuse(words);
    }

    #refuse(words) {
      for (const { failed } of this.#waiting.splice(0)) failed(new Error(words));
    }

    // After a panic: what was typed stays, so that it can be copied.
    stop() {
      if (this.dataset.state === "ready") this.#fail(WORDS.stopped);
    }

    #take() {
      if (this.#drawn) {
        this.#drawn.root.remove();
        this.#drawn.owner = undefined;
        // After a panic there is nobody to ask any more.
        if (this.dataset.state === "ready") {
          this.#guide.reset("");
          parked.push(this.#drawn);
        }
        this.#guide = this.#drawn = undefined;
      }
      this.#parts.slot.hidden = false;
      this.#parts.bar.hidden = true;
      this.#space(false);
      this.#refuse(WORDS.gone);
    }

    #space(kept) {
      this.#parts.all.className = kept ? "kept" : "";
    }

    // --- what goes in and out ---

    #level() {
      const level = Number(this.getAttribute("heading-level") ?? 2);
      return level >= 1 && level <= 4 ? level : 2;
    }

    #fragment() {
      return this.hasAttribute("deep-link") && location.hash.startsWith("#v1") ? location.hash : this.#start();
    }

    #start() {
      return START.map((name) => this.getAttribute(name)).join(" ");
    }

    #moved = () => this.#guide?.go(this.#fragment());

    #went(fragment) {
      if (!this.hasAttribute("deep-link")) return;
      const hash = fragment === this.#home ? "" : `#${fragment}`;
      if (hash !== location.hash) history.pushState(null, "", hash || location.pathname + location.search);
    }

    #diagnosed(causes) {
      for (const { done } of this.#waiting.splice(0)) done(causes);
      this.dispatchEvent(new CustomEvent("diagnosed", { bubbles: true, composed: true, detail: { causes, version: "__VERSION__" } }));
    }
  }

  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, ({ error, reason }) => {
      // A panic of the guide, and not of other WebAssembly that the page may have.
      const ours = (error ??= reason) instanceof WebAssembly.RuntimeError && String(error.stack).includes(CODE);
      if (ours) watching.forEach((guide) => guide.stop());
    });
  }
  customElements.define("image-pull-guide", ImagePullGuide);
})();

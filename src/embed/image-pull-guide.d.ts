/** What `embed.js` defines. docs/embedding/element.md explains each. */

/** Attributes of `<image-pull-guide>`, as a page writes them. */
export interface ImagePullGuideAttributes {
  /** Where it begins: a view, the id of a cause, or a whole fragment (`v1&view=guide&tag=yes`). */
  start?: "start" | "paste" | "guide" | "causes" | "manifest" | "tree" | "practice" | "handout" | (string & {});
  /** What it opens with: an example, by the id of its cause, or a practice case, by its own. `start` may name a step of it. */
  case?: "tag-not-found" | "access-denied" | "credentials-missing" | (string & {});
  /** `auto` follows the page's own switch, then the system. */
  theme?: "auto" | "light" | "dark";
  /** The level of its first heading. 2 where nothing is said. */
  "heading-level"?: 1 | 2 | 3 | 4 | "1" | "2" | "3" | "4";
  /** How it is used: by one person, before a room (with a practice case), or for paper. */
  mode?: "guide" | "present" | "handout";
  /** Whether the page's address follows the guide's place, and the guide the address. */
  "deep-link"?: boolean | "";
  /** When the WebAssembly is fetched: on a press of its button, when it comes into view, or at once. */
  loading?: "click" | "visible" | "eager";
}

/** What became of a text. */
export interface Diagnosed {
  /** The ids of the causes, worst failure first; never anything of the text. */
  causes: string[];
  /** The version of the guide. */
  version: string;
}

/** The element. */
export interface ImagePullGuideElement extends HTMLElement {
  /** What it is at: see `data-state` in the documentation. */
  readonly dataset: DOMStringMap & { state?: "waiting" | "loading" | "ready" | "failed" };
  /** Diagnoses a text as if it were pasted, and shows it. Resolves to the ids of the causes. */
  diagnose(text: string): Promise<string[]>;
  /** Forgets what was pasted, answered and typed. */
  reset(): void;
  addEventListener(type: "diagnosed", listener: (event: CustomEvent<Diagnosed>) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "image-pull-guide": ImagePullGuideElement;
  }
}

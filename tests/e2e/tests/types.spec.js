// The types of the element, read by a real compiler: they are whole, and say what may be written.
import ts from "typescript";
import { expect, test } from "@playwright/test";
import { dist } from "../server.js";

/** What the compiler objects to in a page's script. */
function objections(script) {
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, types: [] };
  const host = ts.createCompilerHost(options);
  const file = `${dist}/page.ts`;
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? script : readFile.call(host, name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, script, ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const types = 'import type { Diagnosed, ImagePullGuideAttributes } from "./image-pull-guide";\n';

test("what the documentation shows compiles", () => {
  const script = `${types}
    const guide = document.querySelector("image-pull-guide")!;
    const causes: Promise<string[]> = guide.diagnose("ErrImagePull");
    guide.addEventListener("diagnosed", ({ detail }: CustomEvent<Diagnosed>) => console.log(detail.causes.length, detail.version));
    guide.addEventListener("click", (event) => event.clientX);
    guide.reset();
    const attributes: ImagePullGuideAttributes[] = [
      { start: "paste", loading: "visible", theme: "auto", "heading-level": 2, "deep-link": "" },
      { case: "wrong-tag", mode: "present", start: "cause" },
      { mode: "handout" },
    ];
    export { attributes, causes };`;
  expect(objections(script)).toEqual([]);
});

test("what the element does not know does not compile", () => {
  // In one script: the compiler takes its time to start. It objects once to each line.
  const wrong = [
    'export const a: ImagePullGuideAttributes = { loading: "soon" };',
    'export const b: ImagePullGuideAttributes = { mode: "slides" };',
    'export const c: ImagePullGuideAttributes = { colour: "blue" };',
    'document.querySelector("image-pull-guide")!.diagnose(1);',
    'document.querySelector("image-pull-guide")!.addEventListener("diagnosed", (event) => event.detail.text);',
  ];
  expect(objections(types + wrong.join("\n"))).toHaveLength(wrong.length);
});

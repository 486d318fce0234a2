// Makes the next version of what .changeset/ notes: npm run version. Changesets sets the versions and writes the changelogs of
// the packages; here the same notes become a section of CHANGELOG.md, for those who read one for all, and the starter asks for
// the new version.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(path(name), "utf8");

/** The notes in `.changeset/`, each with its text and the largest step of the version that it asks for. */
export function notes() {
  const files = readdirSync(path(".changeset")).filter(
    (name) => name.endsWith(".md") && name !== "README.md",
  );
  return files.map((name) => {
    const [, head, text] = /^---\n(.*?)---\n(.*)$/s.exec(read(`.changeset/${name}`));
    const step = ["major", "minor", "patch"].find((step) => head.includes(`: ${step}`));
    return { step, text: text.trim() };
  });
}

const HEADINGS = { major: "Breaking changes", minor: "New", patch: "Fixed" };

/** The section of a version: a lone note as it is, otherwise a list by what changes. */
export function section(version, notes) {
  const item = (text) => `- ${text.replaceAll("\n", "\n  ").replaceAll("\n  \n", "\n\n")}`;
  const lists = Object.entries(HEADINGS).flatMap(([step, heading]) => {
    const texts = notes.filter((note) => note.step === step).map(({ text }) => text);
    return texts.length === 0 ? [] : [`### ${heading}\n\n${texts.map(item).join("\n")}`];
  });
  return `## ${version}\n\n${notes.length === 1 ? notes[0].text : lists.join("\n\n")}\n`;
}

/** A changelog with a new section, which comes first. */
export function withSection(changelog, text) {
  const first = changelog.search(/^## /m);
  const end = first === -1 ? changelog.length : first;
  return `${changelog.slice(0, end).trimEnd()}\n\n${text}${first === -1 ? "" : `\n${changelog.slice(end)}`}`;
}

function main() {
  const released = notes();
  const changesets = path("node_modules/@changesets/cli/bin.js");
  const { status } = spawnSync(process.execPath, [changesets, "version"], {
    cwd: path(""),
    stdio: "inherit",
  });
  if (status !== 0 || released.length === 0) process.exit(status ?? 1);
  const { version } = JSON.parse(read("packages/rxnetlink/package.json"));
  writeFileSync(path("CHANGELOG.md"), withSection(read("CHANGELOG.md"), section(version, released)));
  const starter = "examples/starter/package.json";
  writeFileSync(path(starter), read(starter).replace(/("rxnetlink": )"[^"]*"/, `$1"^${version}"`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

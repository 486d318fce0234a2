// Describes a declared layout as the kernel describes its families (YNL), with the documentation of our declarations:
//   node tools/describe.mjs route nexthopMessage
//   node tools/describe.mjs netfilter/conntrack conntrackMessage
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeLayout } from "../packages/ynl/dist/index.js";
import { docsOf } from "./member-docs.mjs";

const packages = fileURLToPath(new URL("../packages/", import.meta.url));
/** Returns the description of a layout that a door of a package exports. */
export async function description(door, exported) {
  const [name] = door.split("/");
  const { exports } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
  const entry = exports[`.${door.slice(name.length)}`];
  if (entry === undefined) throw new Error(`no such door: ${door}`);
  const { [exported]: layout } = await import(join(packages, name, entry.default));
  if (layout === undefined) throw new Error(`${door} exports no ${exported}`);
  const docs = docsOf(name);
  return describeLayout(layout, { docOf: (owner, key) => docs.get(`${owner}.${key}`) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [door, exported] = process.argv.slice(2);
  if (exported === undefined) throw new Error("which layout? such as: route nexthopMessage");
  console.log(JSON.stringify(await description(door, exported), undefined, 2));
}

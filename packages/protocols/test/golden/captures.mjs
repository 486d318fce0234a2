// The messages that `npm run golden` captures; each file in `captures` lists those of one protocol.
import { readdirSync } from "node:fs";

const folder = new URL("captures/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".mjs"));
const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));

/** What is captured, in the order of the protocols. */
export const captures = modules.flatMap((module) => module.captures);

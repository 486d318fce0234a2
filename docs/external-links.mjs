// Lists the addresses outside of the documentation with the pages that name them, for somebody with a network to try:
// node docs/external-links.mjs
import { readdirSync } from "node:fs";
import { pagesOf, read, root } from "./snippets.mjs";

const folders = readdirSync(`${root}/docs`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...["docs", ...folders.map(({ name }) => `docs/${name}`)].flatMap(pagesOf),
];
const places = new Map();
for (const page of pages)
  for (const [address] of read(page).matchAll(/https?:\/\/[^\s)"'`<>]+/g))
    places.set(address, [...(places.get(address) ?? []), page]);
for (const [address, pages] of [...places].sort()) console.log(address, "in", [...new Set(pages)].join(", "));

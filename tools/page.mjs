// Builds the page of `rxnl web` into folders: its files are served as they are, and users build nothing.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = new URL("../packages/web/", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, web));
/** Straight from the sources: in a fresh clone nothing is compiled yet when the command is built. */
const alias = { "@rxnetlink/core/internal": path("../core/src/internal.ts") };
/** Files that are served as they are written. */
const PLAIN = ["index.html", "icon.svg"];
/** Fonts, whose licences go with them. */
const FONTS = ["inter", "jetbrains-mono"];

/** Builds the page into a folder. */
export async function writePage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { page: path("src/page/main.tsx") },
    outdir: folder,
    alias,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "file" },
    assetNames: "[name]",
    legalComments: "eof",
    tsconfig: path("tsconfig.page.json"),
    logLevel: "warning",
  });
  for (const name of PLAIN) copyFileSync(path(`src/page/${name}`), `${folder}/${name}`);
  for (const name of FONTS)
    copyFileSync(path(`node_modules/@fontsource-variable/${name}/LICENSE`), `${folder}/${name}-LICENSE.txt`);
}

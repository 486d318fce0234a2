import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Folders of the page, seen from the file that the package is imported by: compiled, or bundled. */
const FOLDERS = ["page/", "../page/"];

/** Reads the files of the page, by their paths. Nothing else can be asked for. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const folder = FOLDERS.map((path) => new URL(path, import.meta.resolve("@rxnetlink/web"))).find((one) =>
    existsSync(new URL("index.html", one)),
  );
  if (folder === undefined) throw new Error("the page is not built");
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const type = TYPES[extname(name)];
      const bytes = () => new Uint8Array(readFileSync(new URL(name, folder)));
      return type === undefined ? [] : [[name === "index.html" ? "/" : `/${name}`, { type, bytes: bytes() }]];
    }),
  );
}

// How large the packages are: npm run sizes writes the table in README.md. The tests check that no package is larger than the
// table says, which leaves it a tenth to grow.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { pack, run } from "./packed.mjs";

const README = fileURLToPath(new URL("../README.md", import.meta.url));
const TABLE = /(?<=<!-- sizes -->\n)(.*?)(?=<!-- \/sizes -->)/s;

/** Returns the sizes of a tarball, in bytes: of itself, and of the code in it, gzipped, as a server sends it to a browser. */
export function sizesOf(tarball) {
  const code = run(".", "tar", "-xzOf", tarball, "--wildcards", "package/dist/bundle/*.js");
  return { download: statSync(tarball).size, code: gzipSync(code).length };
}

/** Returns the limits that the table in README.md sets, in bytes, by the names of the packages. */
export function limits() {
  const [table = ""] = TABLE.exec(readFileSync(README, "utf8")) ?? [];
  const rows = [...table.matchAll(/^\| `([^`]+)` *\| *([\d ]+) kB *\| *([\d ]+) kB *\|$/gm)];
  const bytes = (text) => Number(text.replaceAll(" ", "")) * 1000;
  return new Map(
    rows.map(([, name, download, code]) => [name, { download: bytes(download), code: bytes(code) }]),
  );
}

/** Returns a limit that leaves a size a tenth to grow, in kB of two digits. */
function limitOf(size) {
  const roomy = (size * 1.1) / 1000;
  const step = 10 ** Math.max(Math.floor(Math.log10(roomy)) - 1, 0);
  return `${Math.ceil(roomy / step) * step}`.replace(/(?<=\d)(?=(\d{3})+$)/g, " ");
}

function table(tarballs) {
  const rows = [...tarballs].map(([name, tarball]) => {
    const { download, code } = sizesOf(tarball);
    return [`\`${name}\``, `${limitOf(download)} kB`, `${limitOf(code)} kB`];
  });
  const all = [["package", "download", "code, gzipped"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column].length)));
  const line = ([name, ...sizes]) =>
    `| ${name.padEnd(widths[0])} | ${sizes.map((size, i) => size.padStart(widths[i + 1])).join(" | ")} |`;
  const rule = `| ${"-".repeat(widths[0])} | ${"-".repeat(widths[1] - 1)}: | ${"-".repeat(widths[2] - 1)}: |`;
  return [line(all[0]), rule, ...rows.map(line)].join("\n");
}

function main() {
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-sizes-"));
  try {
    const text = `\n${table(pack(folder))}\n\n`;
    writeFileSync(README, readFileSync(README, "utf8").replace(TABLE, text));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

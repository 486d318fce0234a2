// Bundled programs: everything is in one file, except koffi's binary, which is installed where the bundle runs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "rxnetlink-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `
  import { kernelTransport, rtnetlink } from "#src/index.js";
  const { link, connection, transport } = rtnetlink();
  const error = ({ message }) => console.log(message);
  link.watch$({ ifname: "lo" }).subscribe({
    error,
    next(event) {
      if (event.type !== "synced") return;
      link.get$({ ifname: "lo" }).subscribe(({ type }) => { console.log(type); transport.close(); });
    },
  });`;

/** Number of bundles written, each into an otherwise empty folder. */
let outputs = 0;

async function bundle(format: "esm" | "cjs", minify: boolean): Promise<string> {
  const outfile = join(folder, `${outputs++}`, format === "esm" ? "app.mjs" : "app.cjs");
  const resolveDir = dirname(fileURLToPath(import.meta.url));
  const stdin = { contents: PROGRAM, resolveDir };
  const options = { bundle: true, platform: "node", target: "node20", logLevel: "error" } as const;
  await build({ ...options, stdin, format, minify, outfile });
  return outfile;
}

/** Installs koffi's binary as a package manager would. */
function install(outfile: string): void {
  const transport = createRequire(import.meta.resolve("@rxnetlink/transport"));
  const name = `@koromix/koffi-${process.platform}-${process.arch}`;
  const modules = join(dirname(outfile), "node_modules/@koromix");
  mkdirSync(modules, { recursive: true });
  symlinkSync(dirname(transport.resolve(name)), join(dirname(outfile), "node_modules", name));
}

function run(outfile: string): string {
  // Neither where ours are, nor as pnpm starts programs: they would be found.
  const { NODE_PATH: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [outfile], { cwd: "/", env, encoding: "utf8" });
  return stdout + stderr;
}

describe.each([
  ["esm", false],
  ["esm", true],
  ["cjs", false],
  ["cjs", true],
] as const)("a bundle by esbuild, %s, minified: %s", (format, minify) => {
  it("talks to the kernel, or reports the package to install", async ({ skip }) => {
    const text = fileURLToPath(new URL("pump/pump-text.js", import.meta.resolve("@rxnetlink/transport")));
    if (readFileSync(text, "utf8").length < 1000) skip("tools/bundle.mjs has not run");
    const outfile = await bundle(format, minify);
    expect(run(outfile)).toMatch(/^dlopen: ELIBACC \(the package @koromix\/koffi-.* is not installed/);
    install(outfile);
    expect(run(outfile)).toBe("loopback\n");
  });
});

// What a user gets: the tarballs as they are published, looked into, judged by two linters, and installed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Measures, measure } from "./support/measures.js";

interface Manifest {
  readonly name: string;
  /** Doors, each with its files by condition. */
  readonly exports: Record<string, Record<string, string>>;
  readonly dependencies: Record<string, string>;
  /** Pages of the manual. */
  readonly man?: readonly string[];
}

/** The aids in `tools/packed.mjs`. */
interface Packed {
  readonly manifests: readonly Manifest[];
  readonly doors: readonly string[];
  run(cwd: string, program: string, ...args: string[]): string;
  pack(folder: string): ReadonlyMap<string, string>;
  install(folder: string, packages: readonly string[], ...flags: string[]): void;
  whyUnreachable(step: () => unknown): string | undefined;
}

/** Sizes in bytes. */
interface Sizes {
  readonly download: number;
  readonly code: number;
}

/** The aids in `tools/sizes.mjs`. */
interface SizesModule {
  sizesOf(tarball: string): Sizes;
  limits(): ReadonlyMap<string, Sizes>;
}

const tools = new URL("../../../../tools/", import.meta.url);
const packed = (await import(new URL("packed.mjs", tools).href)) as Packed;
const sizes = (await import(new URL("sizes.mjs", tools).href)) as SizesModule;
const { doors: imports, manifests, run } = packed;
const root = fileURLToPath(new URL("..", tools));
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-packed-"));
const installed = join(folder, "installed");
const names = manifests.map(({ name }) => name);
let tarballs: ReadonlyMap<string, string> = new Map();
const tarball = (name: string) => tarballs.get(name)!;

const contents = (name: string) =>
  run(folder, "tar", "-tzf", tarball(name))
    .trim()
    .split("\n")
    .map((path) => path.replace("package/", ""));

const packedManifest = (name: string) =>
  JSON.parse(run(folder, "tar", "-xzOf", tarball(name), "package/package.json")) as Manifest;

/** The least version that the types promise to be read by, without `skipLibCheck`. */
const OLD_TYPESCRIPT = "old-typescript@npm:typescript@5.4";

/** Does what may need the package registry. Returns why it could not be reached, where that is what failed. */
function reached(step: () => unknown): string | undefined {
  const reason = packed.whyUnreachable(step);
  if (reason !== undefined) console.log(`skipped: ${reason}`);
  return reason;
}

let whyNotPacked: string | undefined;
beforeAll(() => {
  whyNotPacked = reached(() => {
    tarballs = packed.pack(folder);
  });
}, 120_000);
beforeEach(({ skip }) => {
  if (whyNotPacked !== undefined) skip(whyNotPacked);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(names)("the tarball of %s", (name) => {
  it("holds what it should, and no tests", () => {
    const files = contents(name);
    const { exports, man = [] } = packedManifest(name);
    const ofDoors = Object.values(exports).flatMap((door) => Object.values(door));
    expect(files).toEqual(
      expect.arrayContaining([
        "README.md",
        "LICENSE",
        "package.json",
        ...[...ofDoors, ...man].map((path) => path.replace("./", "")),
      ]),
    );
    expect(files.filter((file) => /\.test\.|tsbuildinfo|^(dist-)?test\//.test(file))).toEqual([]);
  });

  it("holds nothing whose source is gone", () => {
    const files = contents(name);
    const types = files.filter((file) => /^dist\/.*\.d\.ts$/.test(file));
    const sources = types.map((file) => file.replace("dist/", "src/").replace(/\.d\.ts$/, ".ts"));
    expect(sources.filter((source) => !files.includes(source))).toEqual([]);
  });

  it("asks for versions that can be installed", () => {
    for (const range of Object.values(packedManifest(name).dependencies ?? {}))
      expect(range).toMatch(/^[~^]\d+\.\d+\.\d+$/);
  });

  it("is no larger than README.md says (npm run sizes)", () => {
    const [limit, size] = [sizes.limits().get(name)!, sizes.sizesOf(tarball(name))];
    expect(size.download).toBeLessThanOrEqual(limit.download);
    expect(size.code).toBeLessThanOrEqual(limit.code);
  });

  it("has no fault that publint finds", async () => {
    const { buffer, byteOffset, length } = readFileSync(tarball(name));
    const pack = { tarball: buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer };
    const { messages, pkg } = await publint({ pack, level: "warning", strict: true });
    const found = messages.map((message) => formatMessage(message, pkg, { color: false }));
    expect(found).toEqual([]);
  });

  it("has types that are found wherever modules are", { timeout: 300_000 }, () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    // No door: what our other packages import at run time.
    const options = ["--profile", "esm-only", "--no-color", "--exclude-entrypoints", "./whole"];
    run(folder, process.execPath, attw, tarball(name), ...options);
  });
});

describe("the tarballs, installed in an empty folder", () => {
  let whyNotInstalled: string | undefined;
  beforeAll(() => {
    if (whyNotPacked !== undefined) return;
    const packages = [...tarballs.values(), OLD_TYPESCRIPT];
    // Resolving a name asks rtnetlink for addresses.
    whyNotInstalled =
      process.env.RXNETLINK_NO_NAMESPACES ??
      reached(() => packed.install(installed, packages, "--fetch-retries=0"));
  }, 120_000);
  beforeEach(({ skip }) => {
    if (whyNotInstalled !== undefined) skip(whyNotInstalled);
  });

  it("can be imported", { timeout: 60_000 }, () => {
    const program = `
      for (const door of ${JSON.stringify(imports)})
        if (Object.keys(await import(door)).length === 0) console.log(door, "is empty");
    `;
    expect(run(installed, process.execPath, "--input-type=module", "-e", program)).toBe("");
  });

  it("let the starter be compiled and run, as it is", { timeout: 120_000 }, async ({ skip }) => {
    const reason = whyNoNamespaces();
    if (reason !== undefined) skip(reason);
    const home = join(installed, "starter");
    cpSync(join(root, "examples/starter"), home, { recursive: true });
    run(
      home,
      process.execPath,
      join(root, "node_modules/typescript/bin/tsc"),
      "--typeRoots",
      join(root, "node_modules/@types"),
    );
    const program = spawn("unshare", ["--net", process.execPath, "dist/index.js"], { cwd: home });
    const lines: string[] = [];
    for await (const line of createInterface(program.stdout))
      if (lines.push(line) === 2) program.kill("SIGINT");
    expect(lines).toEqual(["+ lo is down", "1 links; changes follow"]);
    expect(program.exitCode ?? (await once(program, "exit"))[0]).toBe(0);
  });

  it("can be imported with few descriptors", { timeout: 60_000 }, () => {
    const program = `await import("rxnetlink"); console.log("imported")`;
    const limited = ["-c", 'ulimit -n 40; exec "$0" "$@"', process.execPath, "--input-type=module", "-e"];
    expect(run(installed, "sh", ...limited, program)).toBe("imported\n");
  });

  it("can be required, where Node has that for modules", { timeout: 60_000 }, ({ skip }) => {
    const features = process.features as { require_module?: boolean };
    if (features.require_module !== true) skip(`Node ${process.version} cannot require() modules`);
    const program = `
      for (const door of ${JSON.stringify(imports)})
        if (Object.keys(require(door)).length === 0) console.log(door, "is empty");
    `;
    expect(run(installed, process.execPath, "--no-warnings", "-e", program)).toBe("");
  });

  it("ask this machine's kernel", { timeout: 60_000 }, () => {
    const program = `
      import { rtnetlink } from "rxnetlink";
      rtnetlink().link.list$({ ifname: "lo" }).subscribe(({ ifname, type }) => console.log(ifname, type));
    `;
    expect(run(installed, process.execPath, "--input-type=module", "-e", program)).toBe("lo loopback\n");
  });

  it.each([
    ['import { tcHandle as one } from "rxnetlink/tc"', ["IFLA_", "recvmmsg"]],
    ['import { one } from "rxnetlink/promises"', ["IFLA_", "recvmmsg"]],
    ['import { u32 as one } from "rxnetlink/schema"', ["IFLA_", "recvmmsg"]],
    ['import { kernelTransport as one } from "rxnetlink/transport"', ["IFLA_"]],
  ])("leave what is unused out of a bundle: %s", async (line, unused) => {
    const stdin = { contents: `${line}; console.log(one);`, resolveDir: installed };
    const options = { bundle: true, write: false, format: "esm", platform: "node" } as const;
    const { outputFiles } = await build({ ...options, stdin, external: ["rxjs"] });
    const { text } = outputFiles[0]!;
    expect(text).toContain("console.log");
    expect(unused.filter((word) => text.includes(word))).toEqual([]);
  });

  it("have types that TypeScript 5.4 reads, without skipLibCheck", { timeout: 120_000 }, () => {
    const lines = imports.map((name, i) => `import * as all${i} from "${name}"; void all${i};`);
    writeFileSync(join(installed, "old.mts"), lines.join("\n"));
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib"];
    const tsc = join(installed, "node_modules/old-typescript/bin/tsc");
    expect(run(installed, process.execPath, tsc, ...options, "es2023,dom", "old.mts")).toBe("");
  });

  it("share their classes, whatever door they come through", { timeout: 60_000 }, () => {
    const program = `
      import { EncodeError, waitFor } from "rxnetlink";
      import * as core from "@rxnetlink/core";
      import * as operators from "rxnetlink/operators";
      import { u8, Writer } from "rxnetlink/schema";
      try { u8.write(new Writer(), 256); } catch (error) {
        console.log(error instanceof EncodeError, core.EncodeError === EncodeError, operators.waitFor === waitFor);
      }
    `;
    expect(run(installed, process.execPath, "--input-type=module", "-e", program)).toBe("true true true\n");
  });

  it.each([
    ["nodenext", ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ["bundler", ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ])(
    "bring all the types that they need, resolved as %s",
    { timeout: 120_000 },
    (_, module, moduleResolution) => {
      const file = join(installed, "program.mts");
      const lines = imports.map((name, i) => `import * as all${i} from "${name}"; void all${i};`);
      writeFileSync(file, lines.join("\n"));
      const program = ts.createProgram([file], {
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2023,
        // The types of rxjs want timers.
        lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
        module,
        moduleResolution,
        types: [],
        skipLibCheck: false,
      });
      const found = ts.getPreEmitDiagnostics(program);
      expect(
        found.map(({ file, messageText }) => [
          file?.fileName.replace(installed, ""),
          ts.flattenDiagnosticMessageText(messageText, "\n"),
        ]),
      ).toEqual([]);
    },
  );

  describe("an editor", () => {
    let measured: Measures;
    beforeAll(() => {
      if (whyNotPacked === undefined && whyNotInstalled === undefined) measured = measure(installed);
    }, 120_000);

    it("shows every verb of every object on one line of at most 200 characters", () => {
      const long = [...measured.verbs].filter(([, text]) => text.length > 200 || /\n/.test(text));
      const longest = Math.max(...[...measured.verbs.values()].map((text) => text.length));
      console.log(`${measured.verbs.size} verbs, the longest hover has ${longest} characters`);
      expect(measured.verbs.size).toBeGreaterThan(150);
      expect([...measured.verbs].filter(([, text]) => !/^\(method\) .*: Observable<.+>$/.test(text))).toEqual(
        [],
      );
      expect(long).toEqual([]);
    });

    it("shows enumerations as unions of their words", () => {
      expect(measured.members.size).toBeGreaterThan(400);
      expect(measured.members.get("route.scope")).toMatch(/number \| "|" \| number/);
      expect([...measured.members].filter(([, text]) => text === "" || /NameOf|\{/.test(text))).toEqual([]);
    });

    it("suggests the right key for a misspelt one, whatever the verb", () => {
      expect(measured.misspelt.size).toBeGreaterThan(100);
      expect([...measured.misspelt].filter(([, text]) => !text.includes("Did you mean"))).toEqual([]);
    });
  });
});

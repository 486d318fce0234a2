// What each door of the umbrella exports, types included, from the declaration files as published.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

/** The declaration file behind each door of a package, by what is imported. */
function doorsOf(folder: string): [door: string, file: string][] {
  const { name, exports } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, "utf8")) as {
    name: string;
    exports: Record<string, { types: string }>;
  };
  return Object.entries(exports).map(([door, { types }]) => [
    name + door.slice(1),
    `${packages}${folder}/${types.slice(2)}`,
  ]);
}

const doors = new Map(readdirSync(packages).flatMap((folder) => doorsOf(folder)));
const ofRxjs = fileURLToPath(import.meta.resolve("rxjs")).replace(/dist\/.*/, "dist/types/index.d.ts");
const program = ts.createProgram([...doors.values(), ofRxjs], {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: [],
  skipLibCheck: true,
});
const checker = program.getTypeChecker();

/** All names that a module exports, those of types too. */
function namesIn(file: string): string[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  return checker.getExportsOfModule(module).map(({ name }) => name);
}
const namesOf = (door: string) => namesIn(doors.get(door)!);

describe("the main door", () => {
  const names = namesOf("rxnetlink");

  it("has few enough names to read", () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.length).toBeLessThanOrEqual(150);
  });

  it("has no name of RxJS", () => {
    const rxjs = new Set(namesIn(ofRxjs));
    expect(rxjs.size).toBeGreaterThan(200);
    expect(names.filter((name) => rxjs.has(name))).toEqual([]);
  });

  it("lists them one by one", () => {
    const source = readFileSync(`${packages}rxnetlink/src/index.ts`, "utf8");
    expect(source).not.toMatch(/export \*/);
  });
});

describe("the doors of the umbrella", () => {
  const own = [...doors.keys()].filter((door) => /^rxnetlink/.test(door));

  it("export everything public of the packages behind it", () => {
    const all = new Set(own.flatMap(namesOf));
    /** For families of one's own, and for transports and fake kernels of one's own; what has peers of its own; and the page. */
    const apart = [
      "@rxnetlink/capture/internal",
      "@rxnetlink/core",
      "@rxnetlink/core/internal",
      "@rxnetlink/opentelemetry",
      "@rxnetlink/testing/fake",
      "@rxnetlink/testing/gates",
      "@rxnetlink/testing/golden",
      "@rxnetlink/web",
    ];
    const behind = [...doors.keys()].filter((door) => !own.includes(door) && !apart.includes(door));
    expect(behind.length).toBeGreaterThan(10);
    for (const door of behind)
      expect([door, namesOf(door).filter((name) => !all.has(name))]).toEqual([door, []]);
  });

  it("export the same thing by the same name", () => {
    /** The umbrella's own `rtnetlink` knows the kernel of this machine; the others are words of nft, too. */
    const twice = ["rtnetlink", "ip", "jump"];
    const declared = new Map<string, ts.Symbol>();
    for (const door of own) {
      const module = checker.getSymbolAtLocation(program.getSourceFile(doors.get(door)!)!)!;
      for (const symbol of checker.getExportsOfModule(module)) {
        const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        const first = declared.get(symbol.name) ?? target;
        declared.set(symbol.name, first);
        if (!twice.includes(symbol.name))
          expect([door, symbol.name, target === first]).toEqual([door, symbol.name, true]);
      }
    }
  });
});

describe("a door of no family", () => {
  /** What importing a door loads, by package. */
  async function loaded(door: string): Promise<Set<string>> {
    const stdin = { contents: `import ${JSON.stringify(door)}`, resolveDir: `${packages}rxnetlink` };
    const options = { bundle: true, write: false, metafile: true, treeShaking: false } as const;
    const { metafile } = await build({
      ...options,
      stdin,
      platform: "node",
      format: "esm",
      logLevel: "error",
    });
    return new Set(
      Object.keys(metafile.inputs).map((path) => /packages\/([^/]+)\/dist\//.exec(path)?.[1] ?? "other"),
    );
  }

  it.each([
    ["rxnetlink/schema", ["core", "rxnetlink"]],
    ["rxnetlink/operators", ["core", "rxnetlink"]],
    ["rxnetlink/promises", ["core", "rxnetlink"]],
    ["rxnetlink/transport", ["core", "rxnetlink", "transport"]],
  ])("loads no family: %s", async (door, packages) => {
    expect([...(await loaded(door))].filter((name) => name !== "other").sort()).toEqual(packages);
  });
});

describe("a bundler", () => {
  it.each([...doors.keys()])("finds all that %s needs", async (door) => {
    const stdin = { contents: `import ${JSON.stringify(door)}`, resolveDir: `${packages}rxnetlink` };
    const options = { bundle: true, write: false, platform: "node", logLevel: "silent" } as const;
    const { errors, warnings } = await build({ ...options, stdin, format: "esm" });
    expect([...errors, ...warnings].filter(({ text }) => !/Ignoring this import/.test(text))).toEqual([]);
  });
});

describe.each(["core", "generic", "route", "testing", "transport", "fake-route"])(
  "the doors of %s",
  (folder) => {
    it("have no name in common", () => {
      const names = doorsOf(folder)
        .filter(([door]) => !door.endsWith("/golden"))
        .flatMap(([, file]) => namesIn(file));
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    });
  },
);

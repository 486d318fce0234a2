// Bundles, straight from the sources: the command rxnl (with the argument "command", nothing else), each package as it is
// published, and the code of the pump thread as text, for bundles of users. Loading hundreds of small files would take most
// of the time of a command that lists and exits, and a descriptor each, all at once.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { writeManual } from "./manual.mjs";
import { docsOf } from "./member-docs.mjs";
import { writePage } from "./page.mjs";
import { pure } from "./pure.mjs";

const packages = new URL("../packages/", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, packages));
const require = createRequire(path("rxnetlink/package.json"));
/** The entries of a package that are published: the import specifier, and the module behind it. */
const doorsOf = (name) => {
  const { exports, publishConfig } = JSON.parse(readFileSync(path(`${name}/package.json`), "utf8"));
  const published = Object.entries(exports).filter(([door]) => door in publishConfig.exports);
  return published.map(([door, { default: file }]) => [
    door.slice(1),
    file.slice("./dist/".length, -".js".length),
  ]);
};
/** Our packages by import specifier; `$` ends a name, so that it does not match its other entries. */
const ours = [
  "backup",
  "capture",
  "core",
  "diag",
  "events",
  "generic",
  "netfilter",
  "protocols",
  "route",
  "testing",
  "transport",
  "web",
  "xfrm",
  "ynl",
].flatMap((name) =>
  doorsOf(name).map(([door, module]) => [`@rxnetlink/${name}${door}$`, path(`${name}/src/${module}.ts`)]),
);
const options = {
  external: [/^node:/],
  platform: "node",
  tsconfig: fileURLToPath(new URL("../tsconfig.base.json", import.meta.url)),
  resolve: {
    // For Node, rxjs resolves to its CommonJS files, which cannot be tree-shaken.
    alias: {
      rxjs: join(dirname(require.resolve("rxjs/package.json")), "dist/esm/index.js"),
      ...Object.fromEntries(ours),
    },
    extensionAlias: { ".js": [".ts", ".js"] },
  },
  logLevel: "warn",
  experimental: { nativeMagicString: true },
};
const output = { format: "esm", chunkFileNames: "[name].js" };
// Names are kept for stack traces; whitespace and comments are not.
const minify = { compress: true, mangle: false, codegen: true };

/** The code that the pump thread runs. */
async function pumpText() {
  const bundle = await rolldown({ ...options, input: path("transport/src/pump/pump-alone.ts") });
  const { output } = await bundle.generate({ format: "cjs", minify });
  await bundle.close();
  return `export const PUMP_TEXT = ${JSON.stringify(output[0].code)};\n`;
}

const text = await pumpText();
const plugins = [{ name: "pump-text", load: (id) => (id.endsWith("/pump/pump-text.ts") ? text : undefined) }];

async function write(dir, input, how, more) {
  rmSync(dir, { recursive: true, force: true });
  const bundle = await rolldown({ ...options, plugins, input, ...how });
  const { output: files } = await bundle.write({ ...output, dir, ...more });
  await bundle.close();
  return new Set(files[0].exports);
}

/** The file with the whole code of a package, which only our other packages import; its doors export parts of it. */
const WHOLE = "whole";

/** Has our packages import the whole code of others instead of their doors, unless they pass on a door. */
const siblings = {
  name: "siblings",
  resolveId(id, importer) {
    const [scope, name] = id.split("/");
    if (scope !== "@rxnetlink") return undefined;
    const passesOn = /^export \* from/m.test(readFileSync(importer, "utf8"));
    return { id: passesOn ? id : `${scope}/${name}/${WHOLE}`, external: true };
  },
};

/** Packages of others. */
const outside = /^(?!@rxnetlink\/|whole$)@?[a-z]/;
const sources = { extensionAlias: options.resolve.extensionAlias };
// Names are kept for stack traces, and so are classes for `error.name`.
const published = { sourcemap: true, minify: { compress: false, mangle: false, codegen: true } };

/**
 * Bundles a package into one file, of which each door exports its part; other packages stay external. Node takes longer
 * to find, read and link a small module than to run it.
 */
async function writePackage(name) {
  const doors = doorsOf(name).map(([, module]) => module);
  const all = doors.map((door) => `export * from ${JSON.stringify(path(`${name}/src/${door}.ts`))};`);
  const entry = {
    name: "entry",
    resolveId: (id) => (id === WHOLE ? id : undefined),
    load: (id) => (id === WHOLE ? all.join("\n") : undefined),
  };
  const dir = path(`${name}/dist/bundle`);
  const how = {
    resolve: sources,
    external: [/^node:/, outside],
    plugins: [...plugins, entry, siblings, pure],
  };
  const exported = await write(dir, { [WHOLE]: WHOLE }, how, published);
  for (const door of doors) {
    const names = Object.keys(await import(path(`${name}/dist/${door}.js`)));
    const lost = names.filter((one) => !exported.has(one));
    if (lost.length > 0) throw new Error(`${name}: doors disagree on ${lost.join(", ")}`);
    const whole = `./${"../".repeat(door.split("/").length - 1)}${WHOLE}.js`;
    mkdirSync(dirname(join(dir, door)), { recursive: true });
    writeFileSync(join(dir, `${door}.js`), `export { ${names.join(", ")} } from "${whole}";\n`);
  }
}

/** Bundles the umbrella, whose doors are small. */
async function writeUmbrella() {
  const doors = doorsOf("rxnetlink").map(([, module]) => module);
  const input = Object.fromEntries(doors.map((door) => [door, path(`rxnetlink/src/${door}.ts`)]));
  const how = { resolve: sources, external: [/^node:/, outside], plugins: [siblings, pure] };
  await write(path("rxnetlink/dist/bundle"), input, how, published);
}

/** Bundles the program of the pool's threads, which loads nothing else. */
async function writePump() {
  const input = { "pump-thread": path("transport/src/pump/pump-thread.ts") };
  await write(path("transport/dist/bundle/pump"), input, {}, published);
}

/** The modules that a program loads in any case. */
async function loadedBy(input) {
  const later = { name: "later", resolveDynamicImport: (id) => ({ id: String(id), external: true }) };
  const bundle = await rolldown({ ...options, plugins: [...plugins, later], input });
  const { output: files } = await bundle.generate(output);
  await bundle.close();
  return new Set(files.flatMap((file) => file.moduleIds ?? []));
}

/** Bundles the command. What it loads in any case is one file: node takes longer to find a small one than to run it. */
async function writeCommand() {
  const program = path("rxnetlink/src/rxnl.ts");
  const first = await loadedBy(program);
  const groups = [{ name: "first", test: (id) => first.has(id) }];
  await write(path("rxnetlink/dist/bin"), { rxnl: program }, {}, { minify, codeSplitting: { groups } });
}

await writeCommand();
await writePage(path("web/dist/page"));
const docs = ["diag", "events", "generic", "netfilter", "protocols", "route", "xfrm"].flatMap((name) => [
  ...docsOf(name),
]);
writeFileSync(path("rxnetlink/dist/bin/members.json"), JSON.stringify(Object.fromEntries(docs)));
if (process.argv[2] !== "command") {
  writeManual();
  mkdirSync(path("transport/dist/pump"), { recursive: true });
  writeFileSync(path("transport/dist/pump/pump-text.js"), text);
  for (const name of readdirSync(packages))
    await (name === "rxnetlink" ? writeUmbrella() : writePackage(name));
  await writePump();
}

// Bundles, straight from the sources: the command rxnl (with the argument "command", nothing else), each package as it is
// published, and the code of the pump thread as text, for bundles of users. Loading hundreds of small files would take most
// of the time of a command that lists and exits, and a descriptor each, all at once.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const packages = new URL("../packages/", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, packages));
const require = createRequire(path("rxnetlink/package.json"));
/** The entries of a package: the import specifier, and the module behind it. */
const doorsOf = (name) => {
  const { exports } = JSON.parse(readFileSync(path(`${name}/package.json`), "utf8"));
  return Object.entries(exports).map(([door, { default: file }]) => [
    door.slice(1),
    file.slice("./dist/".length, -".js".length),
  ]);
};
/** Our packages by import specifier; `$` ends a name, so that it does not match its other entries. */
const ours = ["core", "route", "transport"].flatMap((name) =>
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
  await bundle.write({ ...output, dir, ...more });
  await bundle.close();
}

/** Bundles the entries of a package; other packages stay external. */
async function writePackage(name) {
  const entries = doorsOf(name).map(([, module]) => module);
  // The pool's threads begin with a file of their own.
  if (name === "transport") entries.push("pump/pump-thread");
  const input = Object.fromEntries(entries.map((entry) => [entry, path(`${name}/src/${entry}.ts`)]));
  const resolve = { extensionAlias: options.resolve.extensionAlias };
  const how = { resolve, external: [/^node:/, /^@?[a-z]/] };
  // Code shared by entries is in separate files, so that each class exists once.
  await write(path(`${name}/dist/bundle`), input, how, {
    sourcemap: true,
    chunkFileNames: "shared/[name].js",
  });
}

await write(path("rxnetlink/dist/bin"), { rxnl: path("rxnetlink/src/rxnl.ts") }, {}, { minify });
if (process.argv[2] !== "command") {
  mkdirSync(path("transport/dist/pump"), { recursive: true });
  writeFileSync(path("transport/dist/pump/pump-text.js"), text);
  for (const name of readdirSync(packages)) await writePackage(name);
}

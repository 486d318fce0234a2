// Bundles the command rxnl, straight from the sources: loading hundreds of small files would take most of the time of a
// command that lists and ends. The pump's thread is a second entry, since it starts from a file of its own beside the
// program.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const packages = new URL("../packages/", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, packages));
const require = createRequire(path("rxnetlink/package.json"));
const out = path("rxnetlink/dist/bin");
const ours = ["core", "route", "transport"].map((name) => [
  `@rxnetlink/${name}`,
  path(`${name}/src/index.ts`),
]);

rmSync(out, { recursive: true, force: true });
const bundle = await rolldown({
  input: { rxnl: path("rxnetlink/src/rxnl.ts"), "pump-thread": path("transport/src/pump-thread.ts") },
  external: [/^node:/, "koffi", "piscina"],
  platform: "node",
  tsconfig: fileURLToPath(new URL("../tsconfig.base.json", import.meta.url)),
  resolve: {
    // For node rxjs names its CommonJS files, of which nothing can be left out.
    alias: {
      rxjs: join(dirname(require.resolve("rxjs/package.json")), "dist/esm/index.js"),
      ...Object.fromEntries(ours),
    },
    extensionAlias: { ".js": [".ts", ".js"] },
  },
  logLevel: "warn",
});
// Names stay, for stacks of errors; what Node need not read goes.
await bundle.write({
  dir: out,
  format: "esm",
  chunkFileNames: "[name].js",
  minify: { compress: true, mangle: false, codegen: true },
});
await bundle.close();

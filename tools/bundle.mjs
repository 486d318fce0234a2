// Makes what is one piece, straight from the sources: the program of the pump's thread, as a text that bundles of users
// hold, and the command rxnl, since loading hundreds of small files would take most of the time of a command that lists
// and ends.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const packages = new URL("../packages/", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, packages));
const require = createRequire(path("rxnetlink/package.json"));
const ours = ["core", "route", "transport"].map((name) => [
  `@rxnetlink/${name}`,
  path(`${name}/src/index.ts`),
]);
const options = {
  external: [/^node:/],
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
};
// Names stay, for stacks of errors; what Node need not read goes.
const minify = { compress: true, mangle: false, codegen: true };

/** The module whose text the pump's thread runs. */
async function pumpText() {
  const bundle = await rolldown({ ...options, input: path("transport/src/pump-alone.ts") });
  const { output } = await bundle.generate({ format: "cjs", minify });
  await bundle.close();
  return `export const PUMP_TEXT = ${JSON.stringify(output[0].code)};\n`;
}

const text = await pumpText();
mkdirSync(path("transport/dist"), { recursive: true });
writeFileSync(path("transport/dist/pump-text.js"), text);

const out = path("rxnetlink/dist/bin");
rmSync(out, { recursive: true, force: true });
const bundle = await rolldown({
  ...options,
  input: { rxnl: path("rxnetlink/src/rxnl.ts") },
  plugins: [{ name: "pump-text", load: (id) => (id.endsWith("/pump-text.ts") ? text : undefined) }],
});
await bundle.write({ dir: out, format: "esm", chunkFileNames: "[name].js", minify });
await bundle.close();

// Makes of what was compiled what is one piece: the program of the pump's thread, as a text that bundles of users hold,
// and the command rxnl, since loading hundreds of small files would take most of the time of a command that lists and
// ends.
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const packages = new URL("../packages/", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, packages));
const require = createRequire(path("rxnetlink/package.json"));
// Names stay, for stacks of errors; what Node need not read goes.
const minify = { compress: true, mangle: false, codegen: true };

async function bundled(input, output) {
  const bundle = await rolldown({
    input,
    external: [/^node:/],
    platform: "node",
    // For node rxjs names its CommonJS files, of which nothing can be left out.
    resolve: { alias: { rxjs: join(dirname(require.resolve("rxjs/package.json")), "dist/esm/index.js") } },
    logLevel: "warn",
  });
  const { output: files } = await (output.dir === undefined ? bundle.generate(output) : bundle.write(output));
  await bundle.close();
  return files[0].code;
}

const text = await bundled(path("transport/dist/pump-alone.js"), { format: "cjs", minify });
const module = `export const PUMP_TEXT = ${JSON.stringify(text)};\n`;
writeFileSync(path("transport/dist/pump-text.js"), module);

const bin = path("rxnetlink/dist/bin");
rmSync(bin, { recursive: true, force: true });
await bundled(
  { rxnl: path("rxnetlink/dist/rxnl.js") },
  { dir: bin, format: "esm", chunkFileNames: "[name].js", minify },
);

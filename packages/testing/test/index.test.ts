import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";

/** Imports a module with Node reporting another system, and returns the native libraries that it loads. */
function nativeOf(platform: string, module: string, then = ""): string[] {
  const program = `
    Object.defineProperty(process, "platform", { value: ${JSON.stringify(platform)} });
    const loaded = [];
    const { dlopen } = process;
    process.dlopen = (module, path, ...rest) => { loaded.push(path); return dlopen(module, path, ...rest); };
    const all = await import(${JSON.stringify(import.meta.resolve(module))});
    ${then}
    console.log(JSON.stringify(loaded));`;
  return JSON.parse(`${execFileSync(process.execPath, ["--input-type=module", "--eval", program])}`);
}

describe("the entry that needs no kernel", () => {
  test.for(["linux", "darwin", "win32"])("loads nothing native on %s", (platform) => {
    expect(nativeOf(platform, "#src/index.js")).toEqual([]);
  });

  test("is separate from the entry that needs one", () => {
    const open = `const sandbox = await all.openSandbox().catch(() => undefined); await sandbox?.close();`;
    expect(nativeOf("linux", "#src/kernel.js", open)).toEqual([expect.stringContaining("koffi")]);
  });
});

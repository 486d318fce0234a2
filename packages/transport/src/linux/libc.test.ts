import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findKoffi, PROCESSORS } from "#src/linux/koffi.js";
import { runProgram } from "../../test/support/child.js";

// These tests cover the dependencies that are declared and installed: the package manager installs only the binary of
// this machine's processor. Those of others are tested on such machines.

const manifest = new URL("../../../package.json", import.meta.url);
const { optionalDependencies } = JSON.parse(readFileSync(manifest, "utf8"));

/** Creates a 64-bit ELF file that names its loader, which koffi takes for Node to detect the C library. */
const NODE_OF = (loader: string) => `
  import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
  const name = Buffer.from(${JSON.stringify(`${loader}\0`)});
  const elf = Buffer.alloc(512);
  elf.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  elf.writeUInt32LE(64, 32); elf.writeUInt16LE(56, 54); elf.writeUInt16LE(1, 56);
  elf.writeUInt32LE(3, 64); elf.writeBigUInt64LE(256n, 72); elf.writeBigUInt64LE(BigInt(name.length), 96);
  elf.set(name, 256);
  const folder = mkdtempSync("/tmp/rxnetlink-node-");
  writeFileSync(folder + "/node", elf);
  process.execPath = folder + "/node";
  process.on("exit", () => rmSync(folder, { recursive: true }));`;

describe("the binaries of koffi", () => {
  it("come with dependencies, one for each processor", () => {
    const names = [...PROCESSORS].map((arch) => `@koromix/koffi-linux-${arch}`);
    expect(Object.keys(optionalDependencies)).toEqual(names.sort());
  });

  const { arch } = process;
  const file = PROCESSORS.has(arch) ? findKoffi() : undefined;
  const has = file !== undefined && existsSync(file);
  if (!has) console.log("skipped: koffi has no binary for this processor");

  it.skipIf(!has).each([
    ["glibc", `/lib64/ld-linux-${arch}.so.2`, `linux_${arch}`],
    ["musl", `/lib/ld-musl-${arch}.so.1`, `musl_${arch}`],
  ])("for %s is chosen by the loader that Node names", async (_, loader, folder) => {
    const [loaded] = await runProgram<string[]>(`
      ${NODE_OF(loader)}
      import Module, { createRequire } from "node:module";
      const loaded = [];
      // A binary for another C library could not be loaded here.
      Module._extensions[".node"] = (module, file) => { loaded.push(file); module.exports = { version: "any" }; };
      createRequire("/")(${JSON.stringify(file)});
      report(loaded);`);
    expect(loaded).toHaveLength(1);
    expect(loaded![0]).toContain(`/${folder}/koffi.node`);
    expect(readFileSync(loaded![0]!).includes(`libc.musl-`)).toBe(folder.startsWith("musl"));
  });

  it("are reported by name when missing", async () => {
    const [error] = await runProgram(`
      Object.defineProperty(process, "arch", { value: "vax" });
      report(await failure(() => opened(kernelTransport(), {})));`);
    expect(error).toMatchObject({
      name: "SystemError",
      code: "ELIBACC",
      hint: "there is no binary for this processor, vax",
    });
  });
});

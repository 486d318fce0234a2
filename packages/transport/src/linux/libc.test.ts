import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findKoffi, PROCESSORS } from "#src/linux/koffi.js";
import { told } from "../../test/support/child.js";

// What can be seen here is what is asked for and what is installed: the package manager installs the binaries of this
// machine's processor alone. Whether those of others work is seen on such machines.

const manifest = new URL("../../../package.json", import.meta.url);
const { optionalDependencies } = JSON.parse(readFileSync(manifest, "utf8"));

/** An ELF file of 64 bits that names its loader: what koffi takes for Node to learn which C library there is. */
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
  it("come with packages that it depends on, one for each processor", () => {
    const names = [...PROCESSORS].map((arch) => `@koromix/koffi-linux-${arch}`);
    expect(Object.keys(optionalDependencies)).toEqual(names.sort());
  });

  const { arch } = process;
  const file = PROCESSORS.has(arch) ? findKoffi() : undefined;
  const has = file !== undefined && existsSync(file);
  if (!has) console.log("koffi's binaries are not looked at: there is none for this processor");

  it.skipIf(!has).each([
    ["glibc", `/lib64/ld-linux-${arch}.so.2`, `linux_${arch}`],
    ["musl", `/lib/ld-musl-${arch}.so.1`, `musl_${arch}`],
  ])("for %s is found by the loader that Node names", async (_, loader, folder) => {
    const [loaded] = await told<string[]>(`
      ${NODE_OF(loader)}
      import Module, { createRequire } from "node:module";
      const loaded = [];
      // Of another C library it could not be loaded here.
      Module._extensions[".node"] = (module, file) => { loaded.push(file); module.exports = { version: "any" }; };
      createRequire("/")(${JSON.stringify(file)});
      tell(loaded);`);
    expect(loaded).toHaveLength(1);
    expect(loaded![0]).toContain(`/${folder}/koffi.node`);
    expect(readFileSync(loaded![0]!).includes(`libc.musl-`)).toBe(folder.startsWith("musl"));
  });

  it("are missed by name where there is none", async () => {
    const [error] = await told(`
      Object.defineProperty(process, "arch", { value: "vax" });
      tell(await failure(() => opened(kernelTransport(), {})));`);
    expect(error).toMatchObject({
      name: "SystemError",
      code: "ELIBACC",
      hint: "there is no binary for this processor, vax",
    });
  });
});

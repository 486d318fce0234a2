import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { told } from "./child.test.util.js";

// What can be seen here is koffi's lookup and what is installed: the package manager installs the binaries of this
// machine's processor alone, so that those of others are known only by the names that koffi asks for. Whether they
// work is seen on such machines.

const require = createRequire(import.meta.url);
const koffi = dirname(require.resolve("koffi"));
const { optionalDependencies } = JSON.parse(readFileSync(join(koffi, "package.json"), "utf8"));

/** Loads koffi on a make-believe processor, and tells which modules it asks for and what becomes of it. */
const LOOKUP = (arch: string) => `
  import Module, { createRequire } from "node:module";
  Object.defineProperty(process, "arch", { value: ${JSON.stringify(arch)} });
  const asked = [];
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) { asked.push(request); return resolve.call(this, request, ...rest); };
  await failure(() => createRequire(${JSON.stringify(import.meta.url)})("koffi"));
  tell(asked.filter((name) => name.includes("@koromix/koffi-")));`;

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
  it.each(["x64", "arm64", "riscv64"])("for %s come with a package that it depends on", async (arch) => {
    expect(optionalDependencies).toHaveProperty(`@koromix/koffi-linux-${arch}`);
    const [asked] = await told<string[]>(LOOKUP(arch));
    expect(asked?.[0]).toBe(`@koromix/koffi-linux-${arch}`);
  });

  const { arch } = process;
  const installed = join(koffi, `../@koromix/koffi-linux-${arch}`);
  const has = existsSync(installed);
  if (!has) console.log(`koffi's binaries are not looked at: ${installed} is not there`);

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
      createRequire(${JSON.stringify(join(koffi, "package.json"))})(${JSON.stringify(installed)});
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
      hint: "koffi finds no binary here; it comes with @koromix/koffi-linux-vax",
    });
  });
});

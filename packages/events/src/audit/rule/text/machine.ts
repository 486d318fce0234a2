import type { AuditArch } from "../../arch.js";

/** Machine by whose ABIs `b64`, `b32` and system calls without an architecture are read and written. */
export type AuditMachine = "x86_64" | "i386" | "aarch64" | "arm";

const ABIS: Readonly<Record<AuditMachine, { readonly b64?: AuditArch; readonly b32: AuditArch }>> = {
  x86_64: { b64: "x86_64", b32: "i386" },
  i386: { b32: "i386" },
  aarch64: { b64: "aarch64", b32: "arm" },
  arm: { b32: "arm" },
};

/** Machines by the names that Node.js has for them. */
const OF_NODE: Readonly<Record<string, AuditMachine>> = {
  x64: "x86_64",
  ia32: "i386",
  arm64: "aarch64",
  arm: "arm",
};

/** Names of 32-bit machines that `auditctl` also takes. */
const SYNONYMS: Readonly<Record<string, AuditArch>> = {
  i486: "i386",
  i586: "i386",
  i686: "i386",
  armv7l: "arm",
};

/** Returns the machine that the program runs on, if it is known. */
export function ownMachine(): AuditMachine {
  const { process } = globalThis as { process?: { arch?: string } };
  return OF_NODE[process?.arch ?? ""] ?? "x86_64";
}

/** Returns the architecture that a word stands for on a machine: `"b64"`, `"i686"`. */
export function archNamed(word: string, machine: AuditMachine): string | undefined {
  if (word === "b64" || word === "b32") return ABIS[machine][word];
  return SYNONYMS[word] ?? word;
}

/** Returns the word for an architecture on a machine. */
export function archWord(arch: string | number, machine: AuditMachine): string {
  if (typeof arch === "number") return `0x${arch.toString(16).toUpperCase()}`;
  const { b64, b32 } = ABIS[machine];
  return arch === b64 ? "b64" : arch === b32 ? "b32" : arch;
}

/** Returns the ABI of system calls of rules without an architecture. */
export const nativeArch = (machine: AuditMachine): AuditArch => ABIS[machine].b64 ?? ABIS[machine].b32;

import { AARCH64_SYSCALLS } from "./aarch64.js";
import { I386_SYSCALLS } from "./i386.js";
import { X86_64_SYSCALLS } from "./x86-64.js";

/** An ABI whose system calls are known by name. */
export type AuditSyscallAbi = "x86_64" | "i386" | "aarch64";

/** Other names of `auditctl`, and older ones. */
const ALIASES: Readonly<Record<string, string>> = {
  getdents: "getdents64",
  newfstat: "fstat",
  pread: "pread64",
  pwrite: "pwrite64",
  sched_rr_get_interval64: "sched_rr_get_interval_time64",
  sys_kexec_load: "kexec_load",
};

/** The names of an ABI by number, and the numbers by name. */
interface Table {
  readonly names: readonly (string | undefined)[];
  readonly numbers: ReadonlyMap<string, number>;
}

function tableOf(text: string): Table {
  const names: string[] = [];
  let next = 0;
  for (const word of text.trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) next = Number(word);
    else names[next++] = word;
  }
  const numbers = new Map<string, number>();
  // Unlike a loop, it skips the numbers without a name.
  names.forEach((name, number) => {
    numbers.set(name, number);
  });
  for (const [alias, name] of Object.entries(ALIASES)) {
    const number = numbers.get(name);
    if (number !== undefined && !numbers.has(alias)) numbers.set(alias, number);
  }
  return { names, numbers };
}

const TABLES: Readonly<Record<AuditSyscallAbi, Table>> = {
  x86_64: tableOf(X86_64_SYSCALLS),
  i386: tableOf(I386_SYSCALLS),
  aarch64: tableOf(AARCH64_SYSCALLS),
};

function tableFor(abi: unknown): Table | undefined {
  return typeof abi === "string" && Object.hasOwn(TABLES, abi) ? TABLES[abi as AuditSyscallAbi] : undefined;
}

/**
 * Returns the name of a system call by its number; `undefined` for one that is not known, or of another ABI.
 *
 * @param abi - The ABI, as the `arch` of a record or rule: `"x86_64"`, `"i386"` or `"aarch64"`.
 *
 * @example
 * auditSyscallName("x86_64", 257); // "openat"
 */
export function auditSyscallName(
  abi: AuditSyscallAbi | (string & {}) | number,
  number: number,
): string | undefined {
  return tableFor(abi)?.names[number];
}

/** Returns the number of a system call by its name; `undefined` for one that is not known, or of another ABI. */
export function auditSyscallNumber(
  abi: AuditSyscallAbi | (string & {}) | number,
  name: string,
): number | undefined {
  return tableFor(abi)?.numbers.get(name);
}

/** Returns the names of all system calls of an ABI, for "did you mean". */
export function auditSyscallNames(abi: string): string[] {
  return [...(tableFor(abi)?.numbers.keys() ?? [])];
}

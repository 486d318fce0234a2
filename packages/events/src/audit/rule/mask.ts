import { EncodeError } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import { auditSyscallName, auditSyscallNames, auditSyscallNumber } from "../syscall/syscalls.js";
import { AUDIT_BITMASK_SIZE } from "./layout.js";

/** System calls by name or number. */
export type AuditSyscalls = "all" | (string | number)[];

const ALL = 0xffff_ffff;
const BITS = AUDIT_BITMASK_SIZE * 32;
const LAST = AUDIT_BITMASK_SIZE - 1;
/** The last word without the classes of system calls, which the kernel takes out: rules are found by what is left. */
const LAST_OF_ALL = 0xffff;

const every = () =>
  Array.from({ length: AUDIT_BITMASK_SIZE }, (_, word) => (word < LAST ? ALL : LAST_OF_ALL));

/** Returns the system calls of a mask, by name where the architecture is known. */
export function syscallsOf(mask: readonly number[], arch: string | number): AuditSyscalls {
  if (mask.every((word, i) => i === LAST || word === ALL)) return "all";
  const syscalls: (string | number)[] = [];
  for (const [at, word] of mask.entries())
    for (let bit = 0, left = word; left !== 0; bit++, left >>>= 1)
      if ((left & 1) === 1) syscalls.push(auditSyscallName(arch, at * 32 + bit) ?? at * 32 + bit);
  return syscalls;
}

function numberOfSyscall(syscall: unknown, arch: string | number): number {
  if (typeof syscall === "number" && Number.isInteger(syscall) && syscall >= 0 && syscall < BITS)
    return syscall;
  if (typeof syscall !== "string") throw new EncodeError(`${String(syscall)} is not a system call`);
  const number = auditSyscallNumber(arch, syscall);
  if (number !== undefined) return number;
  const hint =
    arch === "" ? 'without the field arch, only numbers mean anything: add { field: "arch", … }' : undefined;
  const where = arch === "" ? "a rule for no architecture" : `the system calls of ${arch}`;
  throw new EncodeError(`${JSON.stringify(syscall)} is not one of ${where}`, {
    hint: hint ?? didYouMean(syscall, auditSyscallNames(String(arch))),
  });
}

/**
 * Returns the mask of system calls.
 *
 * @throws EncodeError for one that is not known.
 */
export function maskOf(syscalls: AuditSyscalls, arch: string | number): number[] {
  if (syscalls === "all") return every();
  if (!Array.isArray(syscalls) || syscalls.length > BITS)
    throw new EncodeError(`is neither "all" nor an array of system calls`);
  const mask: number[] = Array.from({ length: AUDIT_BITMASK_SIZE }, () => 0);
  for (const [i, syscall] of syscalls.entries())
    try {
      const number = numberOfSyscall(syscall, arch);
      mask[number >> 5] = (mask[number >> 5]! | (1 << (number & 31))) >>> 0;
    } catch (error) {
      throw error instanceof EncodeError ? error.at(`[${i}]`) : error;
    }
  return mask;
}

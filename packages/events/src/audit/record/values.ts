import { auditArch } from "../arch.js";
import { decoded } from "./text.js";

/** An id of a user, group or session; `"unset"` if there is none, such as the login user of a service. */
export type AuditId = number | "unset";

/** Returns the value that a text stands for; `undefined` if it has no such form. */
export type Reader<T> = (text: string) => T | undefined;

/** Reads a decimal number. */
export const decimal: Reader<number> = (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined);

/** Reads an octal number. */
export const octal: Reader<number> = (text) => (/^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined);

/** Reads an id; the kernel writes -1 as a large number, and tools as -1. */
export const id: Reader<AuditId> = (text) =>
  text === "4294967295" || text === "-1" || text === "unset" ? "unset" : decimal(text);

/** Reads an outcome: true if it succeeded. */
export const outcome: Reader<boolean> = (text) =>
  /^(yes|success|1)$/.test(text) ? true : /^(no|failed|fail|0)$/.test(text) ? false : undefined;

/** Reads a text that others have chosen, in quotes or in hexadecimal. */
export const chosen: Reader<string> = decoded;

/** Reads a text as it stands. */
export const plain: Reader<string> = (text) => decoded(text.startsWith('"') ? text : `"${text}"`);

/** Reads a number in hexadecimal, and leaves it text, as it may have 64 bits: `"0x7ffe"`. */
export const hexadecimal: Reader<string> = (text) =>
  /^(0x)?[0-9a-f]+$/i.test(text) ? `0x${text.replace(/^0x/i, "")}` : undefined;

/** Reads keys, which a character of control separates. */
export const keys: Reader<string[]> = (text) => decoded(text).split("\x01");

/** Reads a command line, whose words NUL separates; the kernel cuts it after 128 bytes. */
export const commandLine: Reader<string[]> = (text) => decoded(text).replace(/\0$/, "").split("\0");

const ARCHS = new Map(Object.entries(auditArch.values).map(([name, number]) => [number as number, name]));

/** Reads an architecture; one that is not known stays a number. */
export const arch: Reader<keyof typeof auditArch.values | number> = (text) => {
  if (Object.hasOwn(auditArch.values, text)) return text as keyof typeof auditArch.values;
  const number = /^[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : undefined;
  return number === undefined ? undefined : ((ARCHS.get(number) as never) ?? number);
};

/** Reads a system call, whose name follows from the architecture. */
export const syscall: Reader<string | number> = (text) => decimal(text) ?? text;

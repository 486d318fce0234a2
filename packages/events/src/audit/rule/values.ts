import { EncodeError } from "@rxnetlink/core";
import { enumeration, refine, s32, type Type, u32, Writer } from "@rxnetlink/core/schema";
import { auditArch } from "../arch.js";
import { auditRecordType } from "../record/types.js";
import { type AuditField, auditCompare, auditField } from "./layout.js";

/** A value that is a number on the wire. */
type Value = Type<number | string>;

/** An id that is not set (`AUDIT_UID_UNSET`). */
export const AUDIT_UID_UNSET = 0xffff_ffff;

/** A user or a session: a number, or `"unset"`. */
const orUnset = refine<number, number | string>(u32, {
  read(view, at, end) {
    const id = u32.read(view, at, end);
    return id === AUDIT_UID_UNSET ? "unset" : id;
  },
  write: (out, value) => u32.write(out, value === "unset" ? AUDIT_UID_UNSET : (value as number)),
});

/** Letters of `perm` in the order of `auditctl`, with their bits (`AUDIT_PERM_*`). */
const PERMISSIONS = { r: 4, w: 2, x: 1, a: 8 } as const;

/** Accesses as letters: `"wa"`. Bits that have no letter stay a number. */
const permissions = refine<number, number | string>(u32, {
  read(view, at, end) {
    const bits = u32.read(view, at, end);
    const letters = Object.entries(PERMISSIONS).filter(([, bit]) => (bits & bit) !== 0);
    return bits === 0 || bits > 15 ? bits : letters.map(([letter]) => letter).join("");
  },
  write(out, value) {
    if (typeof value === "number") return u32.write(out, value);
    if (typeof value !== "string" || !/^[rwxa]+$/.test(value))
      throw new EncodeError(`${String(value)} is not made of the letters r, w, x and a`);
    const bits = [...value].reduce((sum, letter) => sum | PERMISSIONS[letter as keyof typeof PERMISSIONS], 0);
    u32.write(out, bits);
  },
});

/** Types of files, by the bits of their mode. */
const fileType = enumeration("", u32, {
  fifo: 0o010000,
  character: 0o020000,
  dir: 0o040000,
  block: 0o060000,
  file: 0o100000,
  link: 0o120000,
  socket: 0o140000,
});

/** Fields whose values are not plain numbers. */
const TYPES: { readonly [F in AuditField]?: Value } = {
  uid: orUnset,
  euid: orUnset,
  suid: orUnset,
  fsuid: orUnset,
  loginuid: orUnset,
  objUid: orUnset,
  sessionid: orUnset,
  arch: auditArch,
  msgtype: auditRecordType,
  exit: s32 as Value,
  perm: permissions,
  filetype: fileType,
  fieldCompare: auditCompare,
};

const TEXTS: ReadonlySet<unknown> = new Set<AuditField>([
  "subjUser",
  "subjRole",
  "subjType",
  "subjSen",
  "subjClr",
  "objUser",
  "objRole",
  "objType",
  "objLevLow",
  "objLevHigh",
  "watch",
  "dir",
  "exe",
  "filterkey",
]);

/** Returns a field by its name. */
const named = (field: AuditField | number) => (typeof field === "string" ? field : nameOf(field));

function nameOf(number: number): AuditField | undefined {
  const found = Object.entries(auditField.values).find(([, value]) => value === number);
  return found?.[0] as AuditField | undefined;
}

/** True if the value of a field is text. */
export const isText = (field: AuditField | number): boolean => TEXTS.has(named(field));

/** Returns the type of the value of a field that is no text. */
function typeOfValue(field: AuditField | number): Value {
  return TYPES[named(field) as AuditField] ?? (u32 as Value);
}

/** Returns a value by its number on the wire. */
export function valueFrom(field: AuditField | number, number: number): number | string {
  const out = new Writer(4);
  u32.write(out, number);
  return typeOfValue(field).read(out.view, 0, 4);
}

/**
 * Returns the number of a value on the wire.
 *
 * @throws EncodeError
 */
export function numberOf(field: AuditField | number, value: number | string): number {
  const out = new Writer(4);
  typeOfValue(field).write(out, value);
  return u32.read(out.view, 0, 4);
}

import { type AuditRecordType, auditRecordType } from "./types.js";

const BY_WORD = new Map(
  Object.keys(auditRecordType.values).map((key) => [
    key.replace(/[A-Z]/g, "_$&").toUpperCase(),
    key as AuditRecordType,
  ]),
);
const BY_NUMBER = new Map<number, AuditRecordType>(
  Object.entries(auditRecordType.values).map(([key, number]) => [number, key as AuditRecordType]),
);

/** Returns the type of a record by the number of its message. */
export const auditTypeOf = (number: number): AuditRecordType | number => BY_NUMBER.get(number) ?? number;

/** Returns the number of the message that a type of record has. */
export const auditTypeNumber = (type: AuditRecordType | number): number =>
  typeof type === "number" ? type : auditRecordType.values[type];

/** Returns a type as log files and `ausearch` write it: `"USER_LOGIN"`, or `"UNKNOWN[1999]"`. */
export function auditTypeWord(type: AuditRecordType | number): string {
  return typeof type === "number" ? `UNKNOWN[${type}]` : type.replace(/[A-Z]/g, "_$&").toUpperCase();
}

/** Returns the type that a word stands for: `"USER_LOGIN"`, `"UNKNOWN[1999]"` or `"1999"`; `undefined` if none. */
export function auditTypeNamed(word: string): AuditRecordType | number | undefined {
  const number = /^(?:UNKNOWN\[)?(\d+)\]?$/.exec(word)?.[1];
  return number === undefined ? BY_WORD.get(word.toUpperCase()) : auditTypeOf(Number(number));
}

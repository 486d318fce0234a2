import { errnoName, errnoOf } from "@rxnetlink/core";
import { auditTypeNamed, auditTypeWord } from "../../record/type-words.js";
import type { AuditField } from "../layout.js";
import { AUDIT_UID_UNSET, isText } from "../values.js";
import { type AuditMachine, archNamed, archWord } from "./machine.js";

/** Facts about the machine that a rule is read or written for. */
export interface RuleWords {
  readonly machine: AuditMachine;
  readonly users: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
}

/** File systems by name, as far as rules name them. */
const FILE_SYSTEMS: Readonly<Record<string, number>> = { debugfs: 0x6462_6720, tracefs: 0x7472_6163 };

const USERS: ReadonlySet<string> = new Set(["uid", "euid", "suid", "fsuid", "loginuid", "objUid"]);
const GROUPS: ReadonlySet<string> = new Set(["gid", "egid", "sgid", "fsgid", "objGid"]);

/** Returns a number as C reads it: decimal, octal after `0`, hexadecimal after `0x`. */
function numberIn(text: string): number | undefined {
  const [, minus, digits] = /^(-?)(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const octal = /^0\d/.test(digits);
  const value = octal ? Number.parseInt(digits, 8) : Number(digits);
  return minus === "-" ? -value : value;
}

const unsigned = (number: number | undefined) => (number === undefined ? undefined : number >>> 0);

function errnoIn(text: string): number | undefined {
  const number = errnoOf(text.replace("-", ""));
  return number === undefined ? undefined : text.startsWith("-") ? -number : number;
}

function idIn(text: string, names: ReadonlyMap<string, number>): number | string | undefined {
  const id = unsigned(numberIn(text)) ?? names.get(text);
  return text === "unset" || id === AUDIT_UID_UNSET ? "unset" : id;
}

/** Returns the value that a text stands for; `undefined` if none. */
export function valueIn(text: string, field: AuditField, words: RuleWords): number | string | undefined {
  if (isText(field)) return text;
  if (USERS.has(field)) return idIn(text, words.users);
  if (GROUPS.has(field)) return unsigned(numberIn(text)) ?? words.groups.get(text);
  if (field === "sessionid") return idIn(text, new Map());
  if (field === "arch") return unsigned(numberIn(text)) ?? archNamed(text, words.machine);
  if (field === "msgtype") return auditTypeNamed(text);
  if (field === "exit") return numberIn(text) ?? errnoIn(text);
  if (field === "perm") return text.toLowerCase();
  if (field === "filetype") return numberIn(text) ?? text;
  if (field === "fstype" && Object.hasOwn(FILE_SYSTEMS, text)) return FILE_SYSTEMS[text];
  return unsigned(numberIn(text));
}

const fileSystem = (number: unknown) =>
  Object.entries(FILE_SYSTEMS).find(([, value]) => value === number)?.[0];

function exitText(value: number): string {
  const name = value < 0 ? errnoName(-value) : "";
  return /^E[A-Z]/.test(name) ? `-${name}` : String(value);
}

/** Returns a value as `auditctl -l` writes it. */
export function valueText(field: AuditField | number, value: number | string, machine: AuditMachine): string {
  if (field === "arch") return archWord(value, machine);
  if (field === "msgtype") return typeof value === "number" ? String(value) : auditTypeWord(value as never);
  if (value === "unset") return "-1";
  if (typeof value === "string") return value;
  if (field === "exit") return exitText(value);
  if (field === "fstype") return fileSystem(value) ?? `0x${value.toString(16)}`;
  if (typeof field === "string" && field.startsWith("arg")) return `0x${value.toString(16).toUpperCase()}`;
  return String(field === "inode" ? value : value | 0);
}

import { auditSyscallName } from "../syscall/syscalls.js";
import { ARGUMENTS, type AuditFields, type AuditValue, READERS } from "./fields.js";
import { decoded } from "./text.js";
import type { AuditRecordType } from "./types.js";
import type { Reader } from "./values.js";

/** Character before the fields that the daemon adds. */
const ENRICHED = "\u001d";
/** A name, and a value: in quotes, or up to a blank. */
const FIELD = new RegExp(`([A-Za-z][\\w[\\]-]*)=("[^"]*"|'[^']*'|[^\\s${ENRICHED}]*)`, "g");
/** Message of a program: the last quote ends it. */
const MESSAGE = /\bmsg='(.*)'/s;
/** Decision of a security module. */
const DECISION = /\bavc:\s+(denied|granted)\s+\{([^}]*)\}/;
/** Values of fields without one. */
const NOTHING: ReadonlySet<string> = new Set(["(null)", "(none)", "?", ""]);

const camel = (name: string) => name.replace(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const readerOf = (name: string): Reader<AuditValue> | undefined =>
  Object.hasOwn(READERS, name) ? (READERS[name as keyof typeof READERS] as Reader<AuditValue>) : undefined;

const unquoted: Reader<string> = (text) => (/^["']/.test(text) ? text.slice(1, -1) : text);

/** Returns the reader of a field, which may depend on the type of its record. */
function readerIn(type: AuditRecordType | number, name: string): Reader<AuditValue> {
  if (type === "execve" && /^a\d+(\[\d+\])?$/.test(name)) return decoded;
  if (type !== "execve" && Object.hasOwn(ARGUMENTS, name)) return ARGUMENTS[name as keyof typeof ARGUMENTS];
  return readerOf(name) ?? unquoted;
}

function readInto(fields: Record<string, AuditValue>, type: AuditRecordType | number, text: string): void {
  for (const [, given, value] of text.matchAll(FIELD)) {
    if (NOTHING.has(value!)) continue;
    const name = camel(given!);
    fields[name] = readerIn(type, name)(value!) ?? unquoted(value!)!;
  }
}

/** Returns the fields of the text of a record, after its time and number. */
export function fieldsIn(type: AuditRecordType | number, text: string): AuditFields {
  const fields: Record<string, AuditValue> = {};
  const message = MESSAGE.exec(text);
  readInto(fields, type, message === null ? text : text.replace(message[0], ""));
  if (message !== null) fields.msg = fieldsIn(type, message[1]!);
  const decision = DECISION.exec(text);
  if (decision !== null && message === null) {
    fields.seresult = decision[1]!;
    fields.seperms = decision[2]!.trim().split(/\s+/);
  }
  const { arch, syscall } = fields as AuditFields;
  if (typeof syscall === "number" && arch !== undefined)
    fields.syscall = auditSyscallName(arch, syscall) ?? syscall;
  return fields as AuditFields;
}

import type { AuditFields } from "./fields.js";
import { fieldsIn } from "./parse-fields.js";
import { auditTypeNamed, auditTypeWord } from "./type-words.js";
import type { AuditRecordType } from "./types.js";

/** A record. Those of one event have the same serial and time. */
export interface AuditRecordOf<T extends AuditRecordType | number, F> {
  /** Discriminates records: the type, or the number of one that is not known. */
  readonly type: T;
  /** Number of the event, unique until the machine restarts. */
  readonly serial: number;
  /** Time of the event, in milliseconds since 1970. */
  readonly time: number;
  /** Text of the record, after its time and serial. */
  readonly text: string;
  /** What the text says. */
  readonly fields: F;
}

/** A system call, which begins most events. */
export interface AuditSyscall
  extends AuditRecordOf<
    "syscall",
    Pick<
      AuditFields,
      | "arch"
      | "syscall"
      | "success"
      | "exit"
      | "a0"
      | "a1"
      | "a2"
      | "a3"
      | "items"
      | "ppid"
      | "pid"
      | "auid"
      | "uid"
      | "gid"
      | "euid"
      | "suid"
      | "fsuid"
      | "egid"
      | "sgid"
      | "fsgid"
      | "tty"
      | "ses"
      | "comm"
      | "exe"
      | "subj"
      | "key"
    >
  > {}

/** A path that a system call used. */
export interface AuditPath
  extends AuditRecordOf<
    "path",
    Pick<AuditFields, "item" | "name" | "inode" | "dev" | "mode" | "ouid" | "ogid" | "nametype" | "obj">
  > {}

/** The working directory of a system call. */
export interface AuditCwd extends AuditRecordOf<"cwd", Pick<AuditFields, "cwd">> {}

/** The arguments of a command, `a0` to `a…`; see {@link auditArguments}. */
export interface AuditExecve
  extends AuditRecordOf<
    "execve",
    Pick<AuditFields, "argc"> & Readonly<Record<`a${number}`, string | undefined>>
  > {}

/** The command line of the task, which the kernel cuts after 128 bytes. */
export interface AuditProctitle extends AuditRecordOf<"proctitle", Pick<AuditFields, "proctitle">> {}

/** The address that a system call used. */
export interface AuditSockaddr extends AuditRecordOf<"sockaddr", Pick<AuditFields, "saddr">> {}

/** The end of an event of several records. */
export interface AuditEoe extends AuditRecordOf<"eoe", object> {}

/** Records of common types, by type. */
export interface AuditRecordTypes {
  /** A system call. */
  readonly syscall: AuditSyscall;
  /** A path. */
  readonly path: AuditPath;
  /** The working directory. */
  readonly cwd: AuditCwd;
  /** The arguments of a command. */
  readonly execve: AuditExecve;
  /** The command line. */
  readonly proctitle: AuditProctitle;
  /** The address of a socket. */
  readonly sockaddr: AuditSockaddr;
  /** The end of an event. */
  readonly eoe: AuditEoe;
}

/** A record of another type. */
export interface AuditOtherRecord
  extends AuditRecordOf<Exclude<AuditRecordType, keyof AuditRecordTypes> | number, AuditFields> {}

/** A record; `type` tells which. */
export type AuditRecord = AuditRecordTypes[keyof AuditRecordTypes] | AuditOtherRecord;

const HEAD = /^audit\((\d+)\.(\d{3}):(\d+)\):? ?/;

/** Returns the record in a message; `undefined` if its text has no time and number. */
export function auditRecord(type: AuditRecordType | number, message: string): AuditRecord | undefined {
  const [head, seconds, milliseconds, serial] = HEAD.exec(message) ?? [];
  if (head === undefined) return undefined;
  const text = message.slice(head.length).replace(/[\n\0]+$/, "");
  const time = Number(seconds) * 1000 + Number(milliseconds);
  return { type, serial: Number(serial), time, text, fields: fieldsIn(type, text) } as AuditRecord;
}

/**
 * Returns the record in a line of a log of the audit daemon: `type=SYSCALL msg=audit(…): …`, perhaps after `node=…`;
 * `undefined` if it is none.
 *
 * @example
 * readFileSync("/var/log/audit/audit.log", "utf8").split("\n").map(parseAuditLine);
 */
export function parseAuditLine(line: string): AuditRecord | undefined {
  const [, word, message] = /^(?:node=\S+ )?type=(\S+) msg=(audit\(.*)$/s.exec(line) ?? [];
  const type = word === undefined ? undefined : auditTypeNamed(word);
  return type === undefined ? undefined : auditRecord(type, message!);
}

const digits = (number: number, count: number) => String(number).padStart(count, "0");

/** Returns a record as the audit daemon writes it to its log, which `ausearch` reads. */
export function formatAuditLine({ type, time, serial, text }: AuditRecord): string {
  const stamp = `${Math.floor(time / 1000)}.${digits(time % 1000, 3)}:${serial}`;
  return `type=${auditTypeWord(type)} msg=audit(${stamp}): ${text}`;
}

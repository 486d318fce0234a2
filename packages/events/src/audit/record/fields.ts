import type { Infer } from "@rxnetlink/core/schema";
import { socketAddress } from "./sockaddr.js";
import {
  arch,
  chosen,
  commandLine,
  decimal,
  hexadecimal,
  id,
  keys,
  octal,
  outcome,
  plain,
  type Reader,
  syscall,
} from "./values.js";

/** What some readers read. */
type ReadBy<R> = { readonly [K in keyof R]?: R[K] extends Reader<infer V> ? V : never };

/** Readers of fields, from which the type of what they read is inferred. */
interface Readers<R> {
  readonly readers: R;
  read(): ReadBy<R>;
}

const readersOf = <R extends Readonly<Record<string, Reader<unknown>>>>(readers: R): Readers<R> => ({
  readers,
  read: () => ({}),
});

/** Fields that are not plain text, by their names in records. */
const known = readersOf({
  /** Account. */
  acct: chosen,
  /** Architecture of the system call. */
  arch,
  /** Number of arguments. */
  argc: decimal,
  /** Login user: who logged in first, also after `su`. */
  auid: id,
  /** Command of `sudo` and the like. */
  cmd: chosen,
  /** Name of the task. */
  comm: chosen,
  /** Working directory. */
  cwd: chosen,
  /** What was typed. */
  data: chosen,
  /** Name of a device, or its number. */
  dev: plain,
  /** Directory. */
  dir: chosen,
  /** Effective group. */
  egid: id,
  /** Number of entries of a table. */
  entries: decimal,
  /** Effective user. */
  euid: id,
  /** Executable file. */
  exe: chosen,
  /** Result of a system call: a value, or a negative errno. */
  exit: decimal,
  /** Family of addresses (`AF_*`). */
  family: decimal,
  /** File descriptor. */
  fd: decimal,
  /** First file descriptor of a pair. */
  fd0: decimal,
  /** Second file descriptor of a pair. */
  fd1: decimal,
  /** File. */
  file: chosen,
  /** Group of access to files. */
  fsgid: id,
  /** User of access to files. */
  fsuid: id,
  /** Group. */
  gid: id,
  /** User that a program is about. */
  id,
  /** Inode. */
  inode: decimal,
  /** Inode, in records of security modules. */
  ino: decimal,
  /** Number of a path. */
  item: decimal,
  /** Number of paths. */
  items: decimal,
  /** Keys of the rules that the event met. */
  key: keys,
  /** List of rules. */
  list: decimal,
  /** Type and permissions of a file (`S_IF*`). */
  mode: octal,
  /** Path. */
  name: chosen,
  /** Process id of another task. */
  opid: decimal,
  /** Login user of another task. */
  oauid: id,
  /** Name of another task. */
  ocomm: chosen,
  /** Group of a file. */
  ogid: id,
  /** Session of another task. */
  oses: id,
  /** User of a file, or of another task. */
  ouid: id,
  /** Path. */
  path: chosen,
  /** Process id. */
  pid: decimal,
  /** Process id of the parent. */
  ppid: decimal,
  /** Flags of a link in promiscuous mode; 0 if it left it. */
  prom: decimal,
  /** Command line. */
  proctitle: commandLine,
  /** Success. */
  res: outcome,
  /** Address of a socket. */
  saddr: socketAddress,
  /** Session. */
  ses: id,
  /** Saved group. */
  sgid: id,
  /** Signal. */
  sig: decimal,
  /** Success of a system call. */
  success: outcome,
  /** Saved user. */
  suid: id,
  /** System call: its name if it is known, else its number. */
  syscall,
  /** User. */
  uid: id,
  /** Virtual machine. */
  vm: chosen,
  /** Watched path. */
  watch: chosen,
  /** Login user before. */
  oldAuid: id,
  /** Session before. */
  oldSes: id,
  /** Flags of a link before. */
  oldProm: decimal,
  /** Group of a message queue and the like. */
  iuid: id,
});

/** Readers of the fields that are not plain text. */
export const READERS = known.readers;

/** Readers of the arguments of a system call. */
export const ARGUMENTS = { a0: hexadecimal, a1: hexadecimal, a2: hexadecimal, a3: hexadecimal } as const;

/** Fields of records that are not plain text. */
export interface AuditKnownFields extends Infer<typeof known> {}

/** Value of a field. */
export type AuditValue = AuditKnownFields[keyof AuditKnownFields] | readonly string[] | AuditFields;

/** Fields by name, in camel case: `old-auid` is `oldAuid`. Those without a value (`(null)`, `(none)`, `?`) are absent. */
export interface AuditFields extends AuditKnownFields {
  /** Action that a program did, or a change of configuration: `"PAM:session_open"`, `"add_rule"`. */
  readonly op?: string;
  /** Terminal. */
  readonly tty?: string;
  /** Terminal, in messages of programs. */
  readonly terminal?: string;
  /** Host that a program was used from. */
  readonly hostname?: string;
  /** Address that a program was used from. */
  readonly addr?: string;
  /** Security context of the task. */
  readonly subj?: string;
  /** Security context of the object. */
  readonly obj?: string;
  /** Relation of a path to the system call: `"NORMAL"`, `"PARENT"`, `"CREATE"`, `"DELETE"`. */
  readonly nametype?: string;
  /** First argument: of a system call a number in hexadecimal, of a command a text. */
  readonly a0?: string;
  /** Second argument. */
  readonly a1?: string;
  /** Third argument. */
  readonly a2?: string;
  /** Fourth argument. */
  readonly a3?: string;
  /** Result of a security module: `"denied"`, `"granted"`. */
  readonly seresult?: string;
  /** Permissions that a security module was asked for. */
  readonly seperms?: readonly string[];
  /** Fields of the message of a program. */
  readonly msg?: AuditFields;
  /** Any other field. */
  readonly [name: string]: AuditValue | undefined;
}

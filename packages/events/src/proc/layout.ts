import { DecodeError } from "@rxnetlink/core";
import {
  type AnyType,
  binary,
  chars,
  choice,
  enumeration,
  flags,
  type Infer,
  s32,
  struct,
  type Type,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Identity of a user of the connector (`struct cb_id`). */
const cbId = struct("cb_id", {
  /** Index, which is also the group. */
  idx: u32,
  /** Value. */
  val: u32,
});

/** Header of the connector (`struct cn_msg`). */
export const cnMsg = struct("cn_msg", {
  /** User of the connector. */
  id: cbId,
  /** Number of the event among those of its processor; of a request as the sender likes. */
  seq: u32,
  /** In the reply to a request its number plus 1; 0 in events. */
  ack: u32,
  /** Size of what follows, in bytes. */
  len: u16,
  /** Always 0. */
  flags: u16,
});

/** Size of `struct cn_msg`, in bytes. */
const CN_MSG = 20;

/** Requests (`PROC_CN_MCAST_*`). */
export const procMcastOp = enumeration("PROC_CN_MCAST_", u32, { listen: 1, ignore: 2 });

/** Kinds of events (`PROC_EVENT_*`), and the reply to a request. */
const procEventType = enumeration("PROC_EVENT_", u32, {
  none: 0,
  fork: 1,
  exec: 2,
  uid: 4,
  gid: 0x40,
  sid: 0x80,
  ptrace: 0x100,
  comm: 0x200,
  nonzeroExit: 0x2000_0000,
  coredump: 0x4000_0000,
  exit: 0x8000_0000,
});

/** The same kinds as a set, for requests. */
export const procEventMask = flags("PROC_EVENT_", u32, {
  fork: 1,
  exec: 2,
  uid: 4,
  gid: 0x40,
  sid: 0x80,
  ptrace: 0x100,
  comm: 0x200,
  nonzeroExit: 0x2000_0000,
  coredump: 0x4000_0000,
  exit: 0x8000_0000,
});

/** Request for some kinds of events (`struct proc_input`). Since 6.6. */
export const procInput = struct("proc_input", {
  /** Operation. */
  mcastOp: procMcastOp,
  /** Kinds. */
  eventType: procEventMask,
});

/** Beginning of all events (`struct proc_event`). */
const procEventHeader = struct("proc_event", {
  /** Kind. */
  what: procEventType,
  /** Processor that it happened on. */
  cpu: u32,
  /** Time since the start of the system, in nanoseconds. */
  timestampNs: u64,
});

/** Size of what all events begin with, in bytes. */
const HEADER = 16;

/** Reply to a request. */
export const procAck = struct("ack", {
  /** Errno; 0 if it was accepted. */
  err: u32,
});

/** A new thread, of an existing process or of a new one (`struct fork_proc_event`). */
const forkProcEvent = struct("fork_proc_event", {
  /** Thread that the new one is a child of. */
  parentPid: s32,
  /** Its process. */
  parentTgid: s32,
  /** The new thread. */
  childPid: s32,
  /** Its process. */
  childTgid: s32,
});

/** A process runs another program (`struct exec_proc_event`). */
const execProcEvent = struct("exec_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
});

/** A thread has other user or group ids (`struct id_proc_event`). */
const idProcEvent = struct("id_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
  /** Real id. */
  r: u32,
  /** Effective id. */
  e: u32,
});

/** A process leads a new session (`struct sid_proc_event`). */
const sidProcEvent = struct("sid_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
});

/** A thread is traced, or no longer (`struct ptrace_proc_event`). */
const ptraceProcEvent = struct("ptrace_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
  /** Thread that traces it; 0 if none does any longer. */
  tracerPid: s32,
  /** Process of that thread. */
  tracerTgid: s32,
});

/** A thread has another name (`struct comm_proc_event`). */
const commProcEvent = struct("comm_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
  /** Name. */
  comm: chars(16),
});

/** A process dumps core (`struct coredump_proc_event`). */
const coredumpProcEvent = struct("coredump_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
  /** Parent thread. Since 4.18. */
  parentPid: s32,
  /** Parent process. Since 4.18. */
  parentTgid: s32,
});

/** A thread ends (`struct exit_proc_event`). */
const exitProcEvent = struct("exit_proc_event", {
  /** Thread. */
  pid: s32,
  /** Process. */
  tgid: s32,
  /** Status as `waitpid()` returns it. */
  exitCode: u32,
  /** Signal that its parent gets. */
  exitSignal: u32,
  /** Parent thread. Since 4.18. */
  parentPid: s32,
  /** Parent process. Since 4.18. */
  parentTgid: s32,
});

/** Layouts of what follows the beginning, by the kind of the event. */
const FORMATS = {
  none: procAck,
  fork: forkProcEvent,
  exec: execProcEvent,
  uid: idProcEvent,
  gid: idProcEvent,
  sid: sidProcEvent,
  ptrace: ptraceProcEvent,
  comm: commProcEvent,
  coredump: coredumpProcEvent,
  exit: exitProcEvent,
} as const;

type Known = typeof FORMATS;

/** What follows the beginning of an event, by its kind. */
export type ProcEventData = { readonly [K in keyof Known]: Infer<Known[K]> };

/** What follows the beginning of an event. */
type Data = { [K in keyof Known]: { readonly what: K; readonly data: ProcEventData[K] } }[keyof Known];

/** An event of the kernel. */
export type ProcMessage = Omit<Infer<typeof procEventHeader>, "what"> & {
  /** Header of the connector. */
  readonly msg: Infer<typeof cnMsg>;
} & (Data | { readonly what: number | "nonzeroExit"; readonly data: Infer<typeof newer> });

/** What an event of a kind says that is newer than this library. */
const newer = struct("newer", {
  /** All of it. */
  bytes: binary,
});

/** What follows the beginning of an event, as the kind says. */
export const procEventData = choice("what", FORMATS, newer);

const MEMBERS: Readonly<Record<string, AnyType>> = {
  msg: cnMsg,
  ...procEventHeader.fields,
  data: procEventData,
};

/** An event of the kernel: the header of the connector, the beginning of an event, and what follows. */
export const procMessage: Type<ProcMessage> & { readonly header: typeof procEventHeader } = {
  name: "proc_event",
  header: procEventHeader,
  member: (key) => (Object.hasOwn(MEMBERS, key) ? MEMBERS[key] : undefined),
  keys: () => Object.keys(MEMBERS),
  read(view, at, end) {
    const msg = cnMsg.read(view, at, end);
    const from = at + CN_MSG;
    const stop = from + msg.len;
    if (stop > end) throw new DecodeError(`${end - from} bytes are too short for ${msg.len}`).at("msg");
    const header = procEventHeader.read(view, from, stop);
    const around = { value: header, parent: undefined, depth: 0 };
    const { what, cpu, timestampNs } = header;
    const data = procEventData.read(view, from + HEADER, stop, around);
    return { msg, what, cpu, timestampNs, data } as ProcMessage;
  },
  write(out, { msg, data: what, ...header }) {
    cnMsg.write(out, msg);
    const start = out.at;
    procEventHeader.write(out, header as never);
    procEventData.write(out, what as never, { value: header, parent: undefined, depth: 0 });
    out.zero(Math.max(0, start + msg.len - out.at));
  },
};

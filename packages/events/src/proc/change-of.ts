import type { ProcChange, ProcDetails, ProcExit, ProcThread } from "./events.js";
import type { ProcEventData, ProcMessage } from "./layout.js";

/** Returns the parts of a wait status. */
function endOf(exitCode: number): Pick<ProcExit, "status" | "termSignal" | "coreDumped"> {
  const coreDumped = (exitCode & 0x80) !== 0;
  const termSignal = exitCode & 0x7f;
  return termSignal === 0 ? { status: (exitCode >> 8) & 0xff, coreDumped } : { termSignal, coreDumped };
}

/** Returns the thread of an event. */
const threadOf = (
  { pid, tgid }: { readonly pid: number; readonly tgid: number },
  at: ProcDetails,
): ProcThread => ({
  pid,
  tgid,
  thread: pid !== tgid,
  cpu: at.cpu,
  timestampNs: at.timestampNs,
});

/** Changes by kind. All members are written out, since spreading the kernel's struct costs half of the time of an event. */
const CHANGES: {
  readonly [K in Exclude<keyof ProcEventData, "none">]: (
    data: ProcEventData[K],
    at: ProcDetails,
  ) => ProcChange;
} = {
  fork: ({ parentPid, parentTgid, childPid, childTgid }, { cpu, timestampNs }) => ({
    type: "fork",
    parentPid,
    parentTgid,
    childPid,
    childTgid,
    thread: childPid !== childTgid,
    cpu,
    timestampNs,
  }),
  exec: (data, at) => ({ type: "exec", ...threadOf(data, at) }),
  uid: (data, at) => ({ type: "uid", ...threadOf(data, at), ruid: data.r, euid: data.e }),
  gid: (data, at) => ({ type: "gid", ...threadOf(data, at), rgid: data.r, egid: data.e }),
  sid: (data, at) => ({ type: "sid", ...threadOf(data, at) }),
  ptrace(data, at) {
    const { tracerPid, tracerTgid } = data;
    const traced = { type: "ptrace", ...threadOf(data, at) } as const;
    return tracerPid === 0 ? traced : { ...traced, tracerPid, tracerTgid };
  },
  comm: (data, at) => ({ type: "comm", ...threadOf(data, at), comm: data.comm }),
  coredump: (data, at) => ({
    type: "coredump",
    ...threadOf(data, at),
    parentPid: data.parentPid,
    parentTgid: data.parentTgid,
  }),
  exit({ pid, tgid, exitCode, exitSignal, parentPid, parentTgid }, { cpu, timestampNs }) {
    const { status, termSignal, coreDumped } = endOf(exitCode);
    const exit = {
      type: "exit",
      pid,
      tgid,
      thread: pid !== tgid,
      exitCode,
      coreDumped,
      exitSignal,
      parentPid,
      parentTgid,
      cpu,
      timestampNs,
    } as const;
    return status === undefined ? { ...exit, termSignal: termSignal! } : { ...exit, status };
  },
};

/** Returns the change that a message reports; `undefined` for the reply to a request. */
export function changeOf(message: ProcMessage): ProcChange | undefined {
  const { what, data } = message;
  if (what === "none") return undefined;
  if ("bytes" in data) {
    const { cpu, timestampNs } = message;
    return { type: "other", what: Number(what), bytes: data.bytes, cpu, timestampNs };
  }
  return CHANGES[what as keyof typeof CHANGES](data as never, message);
}

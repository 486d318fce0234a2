import { readFile, readlink } from "node:fs/promises";

/** Facts about a process that were read in procfs. */
export interface ProcessFacts {
  /** Discriminates details. */
  readonly type: "read";
  /** Name: at most 15 bytes. */
  readonly comm: string;
  /** Command line; empty for a thread of the kernel and for a process that has ended. */
  readonly cmdline: readonly string[];
  /** Path of the program; absent for a thread of the kernel, and if this process may not know it. */
  readonly exe?: string;
  /** Parent process; 0 if it lies outside of the PID namespace. */
  readonly ppid: number;
  /** State, in one letter: `"R"` runs, `"S"` sleeps, `"Z"` has ended. */
  readonly state: string;
  /** Number of threads. */
  readonly threads: number;
  /** Time of its start in clock ticks since that of the system, by which processes of one number differ. */
  readonly startTime: bigint;
  /** Control group: `"/system.slice/ssh.service"`; absent without cgroup version 2. */
  readonly cgroup?: string;
}

/** A process that ended before it could be read. */
export interface ProcessGone {
  /** Discriminates details. */
  readonly type: "gone";
}

/** A process that was not read: too many others were being read, or reading took too long. */
export interface ProcessSkipped {
  /** Discriminates details. */
  readonly type: "skipped";
}

/** Facts about a process, or the reason why there are none; discriminated by `type`. */
export type ProcessDetails = ProcessFacts | ProcessGone | ProcessSkipped;

/** Returns the contents of a file; `undefined` if it cannot be read. */
const contents = (path: string) => readFile(path, "utf8").catch(() => undefined);

/** Returns the arguments in a `cmdline` file. */
const argumentsIn = (text = "") => (text === "" ? [] : text.replace(/\0$/, "").split("\0"));

/** Returns the group in a `cgroup` file that is of version 2. */
const cgroupIn = (text = "") => /^0::(.*)$/m.exec(text)?.[1];

/** Returns facts in a `stat` file: `pid (comm) state ppid …`; a name may have parentheses, too. */
function statIn(text: string): Pick<ProcessFacts, "comm" | "state" | "ppid" | "threads" | "startTime"> {
  const [from, to] = [text.indexOf("(") + 1, text.lastIndexOf(")")];
  const fields = text.slice(to + 2).split(" ");
  return {
    comm: text.slice(from, to),
    state: fields[0] ?? "",
    ppid: Number(fields[1]),
    threads: Number(fields[17]),
    startTime: BigInt(fields[19] ?? 0),
  };
}

/** Reads a process in procfs; `undefined` if it is gone. */
export async function readProcess(procfs: string, pid: number): Promise<ProcessFacts | undefined> {
  const path = `${procfs}/${pid}`;
  const [stat, cmdline, exe, cgroup] = await Promise.all([
    contents(`${path}/stat`),
    contents(`${path}/cmdline`),
    readlink(`${path}/exe`).catch(() => undefined),
    contents(`${path}/cgroup`),
  ]);
  if (stat === undefined || stat === "") return undefined;
  const group = cgroupIn(cgroup);
  return {
    type: "read",
    ...statIn(stat),
    cmdline: argumentsIn(cmdline),
    ...(exe !== undefined && { exe }),
    ...(group !== undefined && { cgroup: group }),
  };
}

import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";

/** Codes of errors of a process that has ended meanwhile. */
const ENDED: readonly string[] = ["ENOENT", "ESRCH"];

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

/** Calls a function; returns `undefined` if the process that it reads of has ended. */
function ofLiving<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (ENDED.includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** True if an error says that reading something of a process is not permitted. */
export const isForbidden = (error: unknown): boolean => ["EACCES", "EPERM"].includes(codeOf(error));

/** Reads of a `/proc`, each without waiting. */
export class Proc {
  constructor(readonly folder: string) {}

  /** Returns the identifiers of all processes. */
  pids(): number[] {
    return readdirSync(this.folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  }

  /** Returns the descriptors of a process; throws if that is not permitted. */
  descriptors(pid: number): number[] {
    return ofLiving(() => readdirSync(`${this.folder}/${pid}/fd`).map(Number)) ?? [];
  }

  /** Returns the inode of a descriptor that is a socket. */
  socketInode(pid: number, fd: number): number | undefined {
    const target = ofLiving(() => readlinkSync(`${this.folder}/${pid}/fd/${fd}`));
    return target?.startsWith("socket:[") ? Number(target.slice(8, -1)) : undefined;
  }

  /** Returns the name of a process's command, at most 15 characters. */
  command(pid: number): string | undefined {
    return ofLiving(() => readFileSync(`${this.folder}/${pid}/comm`, "utf8").trimEnd());
  }

  /** Returns the user of a process. */
  uid(pid: number): number | undefined {
    return ofLiving(() => statSync(`${this.folder}/${pid}`).uid);
  }

  /** True if it shows users only their own processes (`hidepid`). */
  hidesOthers(): boolean {
    const mounts = ofLiving(() => readFileSync(`${this.folder}/self/mountinfo`, "utf8")) ?? "";
    return mounts
      .split("\n")
      .some((line) => line.includes(` ${this.folder} `) && /[ ,]hidepid=[^0]/.test(line));
  }
}

import { readFileSync } from "node:fs";
import { aString, checkOptions } from "@rxnetlink/core/internal";
import { defer, finalize, from, type Observable } from "rxjs";
import { isForbidden, Proc } from "./proc.js";
import { Turns } from "./turns.js";

/** A process that has a socket open. */
export interface SocketProcess {
  /** Identifier of the process. */
  readonly pid: number;
  /** Name of its command, at most 15 characters. */
  readonly command: string;
  /** Number of its user. */
  readonly uid: number;
  /** Name of its user; absent if `/etc/passwd` lacks it. */
  readonly user?: string;
  /** Descriptor of the socket in the process. */
  readonly fd: number;
}

/** Processes that have sockets open. */
export interface SocketProcesses {
  /** Processes by the inode of a socket, as sockets have it in `inode`. */
  readonly byInode: ReadonlyMap<number, readonly SocketProcess[]>;
  /**
   * Processes whose sockets could not be read: those of other users, without `CAP_SYS_PTRACE`. Sockets of which no
   * process is known may be theirs.
   */
  readonly unreadable: readonly number[];
  /** True if all processes were read: none is unreadable, or hidden by the option `hidepid` of `/proc`. */
  readonly complete: boolean;
}

/** Options of {@link socketProcesses$}. */
export interface SocketProcessesOptions {
  /** The `/proc` to read; those of other PID namespaces show their processes. By default `/proc`. */
  readonly proc?: string;
}

/** Returns the names of users by their number. */
function userNames(): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  try {
    for (const [, name, uid] of readFileSync("/etc/passwd", "utf8").matchAll(/^([^:\n]+):[^:]*:(\d+):/gm))
      if (!names.has(Number(uid))) names.set(Number(uid), name!);
  } catch {
    // A machine may have no users with names.
  }
  return names;
}

/** Reads the processes of a `/proc` once. */
class Pass {
  readonly byInode = new Map<number, SocketProcess[]>();
  readonly unreadable: number[] = [];
  readonly #turns = new Turns();
  readonly #users = userNames();

  constructor(
    readonly proc: Proc,
    /** Ends the pass early. */
    readonly signal: AbortSignal,
  ) {}

  async read(): Promise<SocketProcesses> {
    for (const pid of this.proc.pids()) {
      await this.#turns.call();
      if (this.signal.aborted) break;
      await this.#readProcess(pid);
    }
    const { byInode, unreadable } = this;
    return { byInode, unreadable, complete: unreadable.length === 0 && !this.proc.hidesOthers() };
  }

  async #readProcess(pid: number): Promise<void> {
    let about: Omit<SocketProcess, "fd"> | undefined;
    try {
      for (const fd of this.proc.descriptors(pid)) {
        await this.#turns.call();
        const inode = this.proc.socketInode(pid, fd);
        if (inode === undefined) continue;
        about ??= this.#about(pid);
        if (about === undefined) return;
        const others = this.byInode.get(inode);
        if (others === undefined) this.byInode.set(inode, [{ ...about, fd }]);
        else others.push({ ...about, fd });
      }
    } catch (error) {
      if (!isForbidden(error)) throw error;
      this.unreadable.push(pid);
    }
  }

  #about(pid: number): Omit<SocketProcess, "fd"> | undefined {
    const [command, uid] = [this.proc.command(pid), this.proc.uid(pid)];
    if (command === undefined || uid === undefined) return undefined;
    const user = this.#users.get(uid);
    return { pid, command, uid, ...(user !== undefined && { user }) };
  }
}

/**
 * Reads which processes have which sockets open, in one pass over `/proc`. Emits once.
 *
 * @example
 * const { byInode } = await firstValueFrom(socketProcesses$());
 * diag.tcp.list$().pipe(map(({ inode }) => byInode.get(inode)));
 */
export function socketProcesses$(options: SocketProcessesOptions = {}): Observable<SocketProcesses> {
  return defer(() => {
    const { proc = "/proc" } = checkOptions("socketProcesses$", options, { proc: aString });
    const ended = new AbortController();
    return from(new Pass(new Proc(proc), ended.signal).read()).pipe(finalize(() => ended.abort()));
  });
}

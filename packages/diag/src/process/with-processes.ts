import { concatMap, map, mergeAll, type OperatorFunction, toArray } from "rxjs";
import {
  type SocketProcess,
  type SocketProcesses,
  type SocketProcessesOptions,
  socketProcesses$,
} from "./socket-processes.js";

/** The processes of a socket. */
export interface WithProcesses {
  /**
   * Processes that have the socket open; none if it belongs to the kernel, or its process has closed it. Absent if it may
   * belong to a process that could not be read: see {@link SocketProcesses.unreadable}.
   */
  readonly processes?: readonly SocketProcess[];
}

/** A socket with an inode, by which processes have it open. */
export interface SocketWithInode {
  /** Inode of a socket of the internet protocols; 0 if no process has it open. */
  readonly inode?: number;
  /** Inode of a socket of another family. */
  readonly ino?: number;
}

function found<T extends SocketWithInode>(socket: T, all: SocketProcesses): T & WithProcesses {
  const inode = socket.inode ?? socket.ino ?? 0;
  // No process has open what has no inode, such as a connection that has ended.
  const processes = all.byInode.get(inode) ?? (inode === 0 || all.complete ? [] : undefined);
  return processes === undefined ? socket : { ...socket, processes };
}

/**
 * Adds to sockets the processes that have them open. Waits for the end of the list, and then reads `/proc` in one pass;
 * poll lists to follow changes.
 *
 * @example
 * diag.tcp.list$({ states: ["listen"] }).pipe(
 *   withProcesses(),
 *   map(({ sport, processes }) => `${sport}: ${processes?.map(({ command }) => command).join(", ") ?? "not permitted"}`),
 * );
 */
export function withProcesses<T extends SocketWithInode>(
  options: SocketProcessesOptions = {},
): OperatorFunction<T, T & WithProcesses> {
  return (source) =>
    source.pipe(
      toArray(),
      concatMap((sockets) =>
        socketProcesses$(options).pipe(map((all) => sockets.map((it) => found(it, all)))),
      ),
      mergeAll(),
    );
}

import { readdirSync, readFileSync, statSync } from "node:fs";
import { concatMap, defer, from, map, mergeAll, type Observable, type OperatorFunction, toArray } from "rxjs";
import { Turns } from "./turns.js";

/** Returns where the unified hierarchy of control groups is mounted; `undefined` if it is not. */
function mountPoint(): string | undefined {
  const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  const line = mounts.find((it) => it.includes(" - cgroup2 "));
  return line
    ?.split(" ")[4]
    ?.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** Returns the folders in a folder; none if the group has ended. */
function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

async function readPaths(): Promise<ReadonlyMap<bigint, string>> {
  const paths = new Map<bigint, string>();
  const root = mountPoint();
  const turns = new Turns();
  const left = root === undefined ? [] : [""];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    await turns.call();
    const id = statSync(`${root}${path}/`, { bigint: true, throwIfNoEntry: false })?.ino;
    if (id === undefined) continue;
    paths.set(id, path === "" ? "/" : path);
    for (const name of foldersIn(`${root}${path}/`)) left.push(`${path}/${name}`);
  }
  return paths;
}

/**
 * Reads the paths of all control groups by their identifiers, which sockets have as `cgroupId`: `"/system.slice/ssh.service"`,
 * below the place where the unified hierarchy (cgroup2) is mounted. Emits once; an empty map if it is not mounted.
 */
export function cgroupPaths$(): Observable<ReadonlyMap<bigint, string>> {
  return defer(() => from(readPaths()));
}

/** The control group of a socket. */
export interface WithCgroup {
  /** Path of the control group that the socket was created in; absent if the group has ended, or is not known. */
  readonly cgroupPath?: string;
}

/**
 * Adds to sockets the paths of their control groups. Waits for the end of the list, and then reads all groups in one
 * pass.
 */
export function withCgroups<T extends { readonly cgroupId?: bigint }>(): OperatorFunction<T, T & WithCgroup> {
  function found(socket: T, paths: ReadonlyMap<bigint, string>): T & WithCgroup {
    const cgroupPath = socket.cgroupId === undefined ? undefined : paths.get(socket.cgroupId);
    return cgroupPath === undefined ? socket : { ...socket, cgroupPath };
  }
  return (source) =>
    source.pipe(
      toArray(),
      concatMap((sockets) => cgroupPaths$().pipe(map((paths) => sockets.map((it) => found(it, paths))))),
      mergeAll(),
    );
}

import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { SystemError } from "@rxnetlink/core";

/** A namespace that processes are in. */
export interface ProcessNamespace {
  /** The command of a process in it and its id: `nginx[1234]`. */
  readonly name: string;
  /** The file of the namespace. */
  readonly path: string;
}

/** Returns the inode of a namespace; `undefined` if the process has ended, or is none that this one may look into. */
function inodeOf(path: string): number | undefined {
  try {
    return Number(/\d+/.exec(readlinkSync(path))?.[0]);
  } catch {
    return undefined;
  }
}

function processIds(): number[] {
  try {
    const entries = readdirSync("/proc").map(Number);
    return entries.filter(Number.isInteger).sort((one, other) => one - other);
  } catch (cause) {
    const { errno = 0, syscall = "readdir" } = cause as NodeJS.ErrnoException;
    throw new SystemError(syscall, -errno, "to find the namespaces of processes in /proc", { cause });
  }
}

function commandOf(id: number): string | undefined {
  try {
    return readFileSync(`/proc/${id}/comm`, "utf8").trimEnd();
  } catch {
    return undefined;
  }
}

/**
 * Returns the namespaces that processes are in, by inode, except for that of this process. Each is named after one process:
 * the one that named it before, or else the one with the lowest id.
 *
 * @param except - Inodes of namespaces that are known otherwise.
 * @param before - Files of namespaces that were found before.
 */
export function processNamespaces(
  except: ReadonlySet<number>,
  before: ReadonlySet<string>,
): Map<number, ProcessNamespace> {
  const own = inodeOf("/proc/self/ns/net");
  const ids = new Map<number, number>();
  for (const id of processIds()) {
    const path = `/proc/${id}/ns/net`;
    const inode = inodeOf(path);
    if (inode === undefined || inode === own || except.has(inode)) continue;
    if (!ids.has(inode) || before.has(path)) ids.set(inode, id);
  }
  const found = new Map<number, ProcessNamespace>();
  for (const [inode, id] of ids) {
    const command = commandOf(id);
    if (command !== undefined) found.set(inode, { name: `${command}[${id}]`, path: `/proc/${id}/ns/net` });
  }
  return found;
}

import { readdirSync } from "node:fs";
import { SystemError } from "@rxnetlink/core";
import * as C from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";

//  A name is a file in this folder that the namespace is bound to by mount(2), as `ip netns` has it.

/** Where `ip netns` keeps named namespaces. */
export const NAMED_NAMESPACES = "/run/netns";

/** Of the folder, where it is made here; files that are only there to be mounted on can not be read. */
const [FOLDER_MODE, FILE_MODE] = [0o755, 0];

const mayNot = (errno: number) =>
  errno === C.EPERM || errno === C.EACCES
    ? `names of network namespaces are mounts in ${NAMED_NAMESPACES}: that needs root, with CAP_SYS_ADMIN in the mount namespace`
    : undefined;

/** The file of a name. */
function fileOf(name: string): string {
  // It may come from a program without types, and an array is taken for a string further down.
  if (
    typeof name !== "string" ||
    name === "" ||
    name === "." ||
    name === ".." ||
    name.includes("/") ||
    name.includes("\0")
  )
    throw new SystemError("open", C.EINVAL, `${JSON.stringify(name)} cannot name a network namespace`);
  return `${NAMED_NAMESPACES}/${name}`;
}

const mayNotLock = (errno: number) =>
  errno === C.EAGAIN ? `another process holds a lock on ${NAMED_NAMESPACES}` : undefined;

/**
 * Makes the folder a mount whose events other mount namespaces see, so that a deletion there is one here.
 *
 * @returns whether it could: the folder may be no mount yet.
 */
function share(libc: Libc): boolean {
  const shared = libc.mount("", NAMED_NAMESPACES, "none", C.MS_SHARED | C.MS_REC, null);
  if (shared < 0 && libc.errno() === C.EINVAL) return false;
  libc.check("mount", shared, mayNot);
  return true;
}

/** Mounts the folder on itself. */
function mountFolder(libc: Libc): void {
  const bound = libc.mount(NAMED_NAMESPACES, NAMED_NAMESPACES, "none", C.MS_BIND | C.MS_REC, null);
  libc.check("mount", bound, mayNot);
  if (!share(libc)) throw new SystemError("mount", C.EINVAL, `${NAMED_NAMESPACES} does not stay a mount`);
}

/**
 * The lock is `ip netns`' too: two that find the folder not mounted would mount it on itself twice. Any user can hold
 * it; it is not waited for here, and not asked for where the folder is a mount already.
 *
 * @throws SystemError `EAGAIN` of `flock` where another process holds it.
 */
function prepareFolder(libc: Libc): void {
  const made = libc.mkdir(NAMED_NAMESPACES, FOLDER_MODE);
  if (made < 0 && libc.errno() !== C.EEXIST) libc.check("mkdir", made, mayNot);
  if (share(libc)) return;
  const opened = libc.open(NAMED_NAMESPACES, C.O_RDONLY_CLOEXEC | C.O_NONBLOCK, 0);
  const folder = libc.check("open", opened, mayNot);
  try {
    libc.check("flock", libc.flock(folder, C.LOCK_EX | C.LOCK_NB), mayNotLock);
    if (!share(libc)) mountFolder(libc);
  } finally {
    libc.close(folder);
  }
}

/** Takes a name that nobody has, and returns its file. */
export function reserve(libc: Libc, name: string): string {
  const file = fileOf(name);
  prepareFolder(libc);
  const taken = libc.open(file, C.O_RDONLY_CLOEXEC | C.O_CREAT | C.O_EXCL, FILE_MODE);
  const hint = (errno: number) =>
    errno === C.EEXIST ? `there is a network namespace ${name} already` : mayNot(errno);
  libc.close(libc.check("open", taken, hint));
  return file;
}

/** Binds the calling thread's namespace to a file. */
export function bind(libc: Libc, file: string): void {
  libc.check("mount", libc.mount("/proc/thread-self/ns/net", file, "none", C.MS_BIND, null), mayNot);
}

/** Takes a name away; its namespace ends with the last that is in it. */
export function deleteName(libc: Libc, name: string): void {
  const file = fileOf(name);
  const hint = (errno: number) =>
    errno === C.ENOENT ? `there is no network namespace ${name}` : mayNot(errno);
  const unmounted = libc.umount2(file, C.MNT_DETACH | C.UMOUNT_NOFOLLOW);
  // What nothing is mounted on was left behind by somebody who failed half-way.
  if (unmounted < 0 && libc.errno() !== C.EINVAL) libc.check("umount2", unmounted, hint);
  libc.check("unlink", libc.unlink(file), hint);
}

/** All names, in order. */
export function listNames(): string[] {
  try {
    return readdirSync(NAMED_NAMESPACES).sort();
  } catch (cause) {
    const { code, errno = 0, syscall = "readdir" } = cause as NodeJS.ErrnoException;
    // The first name makes the folder.
    if (code === "ENOENT") return [];
    throw new SystemError(syscall, -errno, `to read ${NAMED_NAMESPACES}`, { cause });
  }
}

import { readdirSync } from "node:fs";
import { SystemError } from "@rxnetlink/core";
import * as C from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";

//  As with `ip netns`, a name is a file in this folder on which the namespace is bind-mounted.

/** Folder of the names of `ip netns`. */
export const NAMED_NAMESPACES = "/run/netns";

/** Modes of the folder and of the files; the latter are just mount points and cannot be read. */
const [FOLDER_MODE, FILE_MODE] = [0o755, 0];

const permissionHint = (errno: number) =>
  errno === C.EPERM || errno === C.EACCES
    ? `names of network namespaces are mounts in ${NAMED_NAMESPACES}: that needs root, with CAP_SYS_ADMIN in the mount namespace`
    : undefined;

/** Returns the file of a name. */
function fileOf(name: string): string {
  // Untyped programs may pass an array, which would be taken for a string further down.
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

const lockHint = (errno: number) =>
  errno === C.EAGAIN ? `another process holds a lock on ${NAMED_NAMESPACES}` : undefined;

/**
 * Shares the mounts of the folder with other mount namespaces, so that a deletion there takes effect here.
 *
 * @returns false if the folder is not a mount yet.
 */
function share(libc: Libc): boolean {
  const shared = libc.mount("", NAMED_NAMESPACES, "none", C.MS_SHARED | C.MS_REC, null);
  if (shared < 0 && libc.errno() === C.EINVAL) return false;
  libc.check("mount", shared, permissionHint);
  return true;
}

/** Mounts the folder on itself. */
function mountFolder(libc: Libc): void {
  const bound = libc.mount(NAMED_NAMESPACES, NAMED_NAMESPACES, "none", C.MS_BIND | C.MS_REC, null);
  libc.check("mount", bound, permissionHint);
  if (!share(libc)) throw new SystemError("mount", C.EINVAL, `${NAMED_NAMESPACES} does not stay mounted`);
}

/**
 * Creates the folder and mounts it on itself, if needed. It takes the lock that `ip netns` uses too, or two processes
 * could mount the folder twice. Any user can hold that lock, so it is not waited for here, and not taken if the folder is
 * a mount already.
 *
 * @throws SystemError `EAGAIN` of `flock` if another process holds the lock.
 */
function prepareFolder(libc: Libc): void {
  const made = libc.mkdir(NAMED_NAMESPACES, FOLDER_MODE);
  if (made < 0 && libc.errno() !== C.EEXIST) libc.check("mkdir", made, permissionHint);
  if (share(libc)) return;
  const opened = libc.open(NAMED_NAMESPACES, C.O_RDONLY_CLOEXEC | C.O_NONBLOCK, 0);
  const folder = libc.check("open", opened, permissionHint);
  try {
    libc.check("flock", libc.flock(folder, C.LOCK_EX | C.LOCK_NB), lockHint);
    if (!share(libc)) mountFolder(libc);
  } finally {
    libc.close(folder);
  }
}

/** Reserves a name and returns its file. */
export function reserve(libc: Libc, name: string): string {
  const file = fileOf(name);
  prepareFolder(libc);
  const taken = libc.open(file, C.O_RDONLY_CLOEXEC | C.O_CREAT | C.O_EXCL, FILE_MODE);
  const hint = (errno: number) =>
    errno === C.EEXIST ? `there is already a network namespace ${name}` : permissionHint(errno);
  libc.close(libc.check("open", taken, hint));
  return file;
}

/** Binds the calling thread's namespace to a file. */
export function bind(libc: Libc, file: string): void {
  libc.check("mount", libc.mount("/proc/thread-self/ns/net", file, "none", C.MS_BIND, null), permissionHint);
}

/** Deletes a name; its namespace ends with its last user. */
export function deleteName(libc: Libc, name: string): void {
  const file = fileOf(name);
  const hint = (errno: number) =>
    errno === C.ENOENT ? `there is no network namespace ${name}` : permissionHint(errno);
  const unmounted = libc.umount2(file, C.MNT_DETACH | C.UMOUNT_NOFOLLOW);
  // A file without a mount is a leftover of a failed creation.
  if (unmounted < 0 && libc.errno() !== C.EINVAL) libc.check("umount2", unmounted, hint);
  libc.check("unlink", libc.unlink(file), hint);
}

/** Lists all names in order. */
export function listNames(): string[] {
  try {
    return readdirSync(NAMED_NAMESPACES).sort();
  } catch (cause) {
    const { code, errno = 0, syscall = "readdir" } = cause as NodeJS.ErrnoException;
    // The folder is created with the first name.
    if (code === "ENOENT") return [];
    throw new SystemError(syscall, -errno, `to read ${NAMED_NAMESPACES}`, { cause });
  }
}

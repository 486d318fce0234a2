import { type NamespaceRef, SystemError } from "@rxnetlink/core";
import {
  CLONE_NEWNET,
  EACCES,
  EINVAL,
  ENOENT,
  ENOSPC,
  EPERM,
  NSFS_MAGIC,
  O_NONBLOCK,
  O_PATH,
  O_RDONLY_CLOEXEC,
} from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";
import { LE } from "../linux/native.js";
import { bind, NAMED_NAMESPACES, reserve } from "./names.js";

/** Returns the path of the file that represents a namespace. */
export function pathOf(namespace: string | number): string {
  if (typeof namespace === "number") return `/proc/${namespace}/ns/net`;
  return namespace.includes("/") ? namespace : `${NAMED_NAMESPACES}/${namespace}`;
}

const openHint = (namespace: string | number) => (errno: number) =>
  errno === ENOENT
    ? `there is no network namespace ${namespace}`
    : errno === EACCES || errno === EPERM
      ? "the namespace of another user's process needs CAP_SYS_PTRACE and CAP_SYS_ADMIN"
      : `to enter the network namespace ${namespace}`;

const enterHint = (namespace: string) => (errno: number) =>
  errno === EPERM
    ? "entering a network namespace needs CAP_SYS_ADMIN in it and in your own user namespace"
    : errno === EINVAL
      ? `${namespace} is not a network namespace`
      : `to enter the network namespace ${namespace}`;

const createHint = (errno: number) =>
  errno === EPERM
    ? "creating a network namespace needs CAP_SYS_ADMIN"
    : errno === ENOSPC
      ? "user.max_net_namespaces is too low"
      : undefined;

/** Bytes that hold a `struct statfs`; its first word, of 4 or 8 bytes, is the type. */
const STATFS = 256;

function isNamespace(libc: Libc, fd: number): boolean {
  const facts = new DataView(new ArrayBuffer(STATFS));
  libc.check("fstatfs", libc.fstatfs(fd, new Uint8Array(facts.buffer)));
  return [0, 4].some((at) => facts.getUint32(at, LE) === NSFS_MAGIC);
}

/** Opens a file if it represents a namespace. */
function openIfNamespace(libc: Libc, namespace: string | number, flags: number): number {
  const opened = libc.open(pathOf(namespace), flags | O_RDONLY_CLOEXEC | O_NONBLOCK, 0);
  const fd = libc.check("open", opened, openHint(namespace));
  if (isNamespace(libc, fd)) return fd;
  libc.close(fd);
  throw new SystemError("setns", EINVAL, `${namespace} is not a network namespace`);
}

/** Opens a namespace. Checks the type of the file first, since opening a pipe blocks and opening a device may act. */
function openNamespace(libc: Libc, namespace: NamespaceRef): { fd: number; close(): void } {
  if (typeof namespace === "object") return { fd: namespace.fd, close() {} };
  libc.close(openIfNamespace(libc, namespace, O_PATH));
  const fd = openIfNamespace(libc, namespace, 0);
  return { fd, close: () => libc.close(fd) };
}

/** Returns a namespace in words. */
const nameOf = (namespace: NamespaceRef) =>
  typeof namespace === "object" ? `descriptor ${namespace.fd}` : `${namespace}`;

const procHint = (errno: number) =>
  errno === ENOENT ? "network namespaces are reached through /proc, which is not mounted here" : undefined;

/** Opens the namespace of the calling thread. */
function ownNamespace(libc: Libc): number {
  return libc.check("open", libc.open("/proc/thread-self/ns/net", O_RDONLY_CLOEXEC, 0), procHint);
}

/**
 * Moves the calling thread between network namespaces: that of a pump, which runs nothing else, or that of a tap, which opens
 * its socket inside and is back before anything else runs.
 */
export class NamespaceSwitch {
  readonly #libc: Libc;
  #opened: number | undefined;

  constructor(libc: Libc) {
    this.#libc = libc;
  }

  /** The namespace to return to. It is opened when first needed, so that the rest works without /proc. */
  get #home(): number {
    this.#opened ??= ownNamespace(this.#libc);
    return this.#opened;
  }

  /** Calls `action` inside a namespace and returns. */
  within<T>(namespace: NamespaceRef, action: () => T): T {
    const home = this.#home;
    const target = openNamespace(this.#libc, namespace);
    try {
      this.#checkReturn();
      this.#enter(target.fd, nameOf(namespace));
      try {
        return action();
      } finally {
        this.#enter(home, "its own");
      }
    } finally {
      target.close();
    }
  }

  /** Creates a network namespace, with or without a name, and returns a descriptor that keeps it alive. */
  create(name?: string): number {
    if (name === undefined) return this.#create(() => {});
    const file = reserve(this.#libc, name);
    try {
      return this.#create(() => bind(this.#libc, file));
    } catch (error) {
      this.#libc.unlink(file);
      throw error;
    }
  }

  #create(inside: () => void): number {
    this.#checkReturn();
    this.#libc.check("unshare", this.#libc.unshare(CLONE_NEWNET), createHint);
    try {
      const fd = ownNamespace(this.#libc);
      try {
        inside();
      } catch (error) {
        this.#libc.close(fd);
        throw error;
      }
      return fd;
    } finally {
      this.#enter(this.#home, "its own");
    }
  }

  close(): void {
    if (this.#opened !== undefined) this.#libc.close(this.#opened);
  }

  /** Checks that the thread can return to its own namespace; otherwise it would be stuck in the target. */
  #checkReturn(): void {
    this.#enter(this.#home, "its own");
  }

  #enter(fd: number, name: string): void {
    this.#libc.check("setns", this.#libc.setns(fd, CLONE_NEWNET), enterHint(name));
  }
}

import type { NamespaceRef } from "@rxnetlink/core";
import { CLONE_NEWNET, EACCES, ENOENT, EPERM, O_RDONLY_CLOEXEC } from "./constants.js";
import type { Libc } from "./libc.js";
import { bind, NAMED_NAMESPACES, reserve } from "./named-namespaces.js";

/** The file that stands for a namespace. */
export function pathOf(namespace: string | number): string {
  if (typeof namespace === "number") return `/proc/${namespace}/ns/net`;
  return namespace.includes("/") ? namespace : `${NAMED_NAMESPACES}/${namespace}`;
}

const openHint = (namespace: string | number) => (errno: number) =>
  errno === ENOENT
    ? `there is no network namespace ${namespace}`
    : errno === EACCES || errno === EPERM
      ? "the namespace of another user's process needs CAP_SYS_PTRACE and CAP_SYS_ADMIN"
      : undefined;

const enterHint = (errno: number) =>
  errno === EPERM
    ? "entering a network namespace needs CAP_SYS_ADMIN in it and in your own user namespace"
    : undefined;

function openNamespace(libc: Libc, namespace: NamespaceRef): { fd: number; close(): void } {
  if (typeof namespace === "object") return { fd: namespace.fd, close() {} };
  const opened = libc.open(pathOf(namespace), O_RDONLY_CLOEXEC, 0);
  const fd = libc.check("open", opened, openHint(namespace));
  return { fd, close: () => libc.close(fd) };
}

const procHint = (errno: number) =>
  errno === ENOENT ? "network namespaces are reached through /proc, which is not mounted here" : undefined;

/** A descriptor of the namespace that the calling thread is in. */
function ownNamespace(libc: Libc): number {
  return libc.check("open", libc.open("/proc/thread-self/ns/net", O_RDONLY_CLOEXEC, 0), procHint);
}

/** Moves the calling thread between network namespaces. Only a pump does: its thread runs nothing else. */
export class NamespaceSwitch {
  readonly #libc: Libc;
  #opened: number | undefined;

  constructor(libc: Libc) {
    this.#libc = libc;
  }

  /** The namespace to come back to. It is opened when it is needed: where there is no /proc, the rest still works. */
  get #home(): number {
    this.#opened ??= ownNamespace(this.#libc);
    return this.#opened;
  }

  /** Calls `action` inside a namespace and comes back. */
  within<T>(namespace: NamespaceRef, action: () => T): T {
    const home = this.#home;
    const target = openNamespace(this.#libc, namespace);
    try {
      this.#checkReturn();
      this.#enter(target.fd);
      try {
        return action();
      } finally {
        this.#enter(home);
      }
    } finally {
      target.close();
    }
  }

  /** Makes a new network namespace, with a name or without, and returns a descriptor that keeps it alive. */
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
    this.#libc.check("unshare", this.#libc.unshare(CLONE_NEWNET), enterHint);
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
      this.#enter(this.#home);
    }
  }

  close(): void {
    if (this.#opened !== undefined) this.#libc.close(this.#opened);
  }

  /** Who may enter the namespace that it is in may come back to it; a thread that could not would be lost. */
  #checkReturn(): void {
    this.#enter(this.#home);
  }

  #enter(fd: number): void {
    this.#libc.check("setns", this.#libc.setns(fd, CLONE_NEWNET), enterHint);
  }
}

import type { NamespaceRef } from "@rxnetlink/core";
import type { Libc } from "../linux/libc.js";

/** A network namespace that lives as long as it is open. */
export interface Namespace {
  /** Where sockets are told to open: `{ namespace: ns.ref }`. */
  readonly ref: NamespaceRef;
  /** The descriptor that keeps it alive, as `netNsFd` of a link wants it. */
  readonly fd: number;
  /** A path that other programs can enter it by while this process lives: `nsenter --net=PATH`. */
  readonly path: string;
  /** Lets go of it; it ends with the last socket and device in it. */
  close(): void;
}

/** The namespace that a descriptor holds, which becomes its own to close. */
export function namespaceOf(libc: Libc, fd: number): Namespace {
  let open = true;
  libc.own(fd);
  const close = () => {
    // A number that was closed may be another file's by now.
    if (open) libc.close(fd);
    open = false;
  };
  const ref = {
    get fd() {
      return open ? fd : -1;
    },
  };
  return { ref, fd, path: `/proc/${process.pid}/fd/${fd}`, close };
}

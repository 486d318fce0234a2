import type { NamespaceRef } from "@rxnetlink/core";
import type { Libc } from "../linux/libc.js";

/** A network namespace that exists at least until it is closed. */
export interface Namespace {
  /** Option of sockets that opens them in it: `{ namespace: ns.ref }`. */
  readonly ref: NamespaceRef;
  /** The descriptor that keeps it alive; links are moved by it as `netNsFd`. */
  readonly fd: number;
  /** A path by which other programs can enter it while this process lives: `nsenter --net=PATH`. */
  readonly path: string;
  /** Releases it; it ends with its last socket and process. */
  close(): void;
}

/** Returns the namespace of a descriptor, which it closes. */
export function namespaceOf(libc: Libc, fd: number): Namespace {
  let open = true;
  libc.own(fd);
  const close = () => {
    // The number of a closed descriptor may belong to another file by now.
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

import { type NamespaceRef, SystemError } from "@rxnetlink/core";
import {
  aFunction,
  anInteger,
  checkArgument,
  checkOptions,
  socketOptionChecks,
} from "@rxnetlink/core/internal";
import { Observable, type Subscriber } from "rxjs";
import { ENETDOWN } from "../linux/constants.js";
import { loadLibc } from "../linux/libc.js";
import { NamespaceSwitch } from "../netns/switch.js";
import type { TappedDatagram } from "./frame-receiver.js";
import { PacketSocket } from "./packet-socket.js";

/**
 * Time between two looks at the socket, in milliseconds. The kernel notes when each datagram came, and keeps tens of thousands:
 * looking more often would not make a capture better.
 */
const PERIOD_MS = 20;
/** Datagrams that are read in one turn of the event loop. */
const MOST = 2048;

/** Datagrams were lost here: they came faster than they were read. */
export interface TapLoss {
  /** Discriminates what a tap emits. */
  readonly type: "lost";
  /** Number of datagrams. */
  readonly datagrams: number;
}

/** What a tap emits; discriminated by `type`. */
export type TapEvent = TappedDatagram | TapLoss;

/** Options of {@link netlinkTap$}. */
export interface TapOptions {
  /** Network namespace of the link; by default that of the process. */
  readonly namespace?: NamespaceRef;
  /** Called when no datagram can be missed any longer. */
  readonly listening?: () => void;
}

/** Opens the socket, in the namespace of its link. */
function open(ifindex: number, namespace: NamespaceRef | undefined): PacketSocket {
  const libc = loadLibc();
  if (namespace === undefined) return new PacketSocket(libc, ifindex);
  const namespaces = new NamespaceSwitch(libc);
  try {
    return namespaces.within(namespace, () => new PacketSocket(libc, ifindex));
  } finally {
    namespaces.close();
  }
}

/** Emits what has come. */
function read(socket: PacketSocket, subscriber: Subscriber<TapEvent>): void {
  try {
    for (let count = 0; count < MOST && !subscriber.closed; count++) {
      const datagram = socket.receive();
      if (datagram === undefined) break;
      subscriber.next(datagram);
    }
    const datagrams = subscriber.closed ? 0 : socket.takeDrops();
    if (datagrams > 0) subscriber.next({ type: "lost", datagrams });
  } catch (error) {
    // The link is gone, or down.
    if (error instanceof SystemError && error.errno === ENETDOWN) subscriber.complete();
    else subscriber.error(error);
  }
}

/**
 * Emits the datagrams that pass a link of the kind `nlmon`: all that is said over netlink in its network namespace, by whatever
 * process. Completes when the link goes down. It needs `CAP_NET_RAW`.
 *
 * Errors with a `SystemError`: `EPERM` without the right to, `ENODEV` if there is no such link.
 *
 * @param ifindex - Index of the link, which must be up.
 *
 * @example
 * netlinkTap$(index).subscribe((event) => {
 *   if (event.type === "datagram") console.log(event.protocol, event.bytes.length);
 * });
 */
export function netlinkTap$(ifindex: number, options: TapOptions = {}): Observable<TapEvent> {
  return new Observable((subscriber) => {
    const index = checkArgument("netlinkTap$", "ifindex", ifindex, anInteger(1, 0x7fff_ffff));
    const { namespace, listening } = checkOptions("netlinkTap$", options, {
      namespace: socketOptionChecks.namespace,
      listening: aFunction,
    });
    const socket = open(index, namespace);
    const looking = setInterval(() => read(socket, subscriber), PERIOD_MS);
    subscriber.add(() => {
      clearInterval(looking);
      socket.close();
    });
    listening?.();
  });
}

import type { Fault } from "./faults.js";
import type { FakeSocket } from "./socket.js";

/** How many turns a socket that is delayed receives nothing. */
const DELAY = 16;
/** What is left of a datagram: not even one whole message. */
const shortened = (bytes: Uint8Array): number => Math.max(bytes.length - 4, 0);

/** Delivers something; `cut` says where a datagram ends that is cut. */
type Deliver = (cut?: (bytes: Uint8Array) => number) => void;

/** What each fault does to something that a socket is to get. */
const STRIKES: Partial<Record<Fault, (socket: FakeSocket, deliver: Deliver) => void>> = {
  overrun: (socket) => socket.overflow(),
  lostAck: (socket) => socket.overflow(),
  truncated: (_, deliver) => deliver(shortened),
  death: (socket) => socket.die(),
  reorder(socket, deliver) {
    socket.hold(1);
    deliver();
  },
  delay(socket, deliver) {
    socket.hold(DELAY);
    deliver();
  },
};

/** Delivers something to a socket, unless a fault strikes it. */
export function strike(socket: FakeSocket, fault: Fault | undefined, deliver: Deliver): void {
  const hit = fault === undefined ? undefined : STRIKES[fault];
  if (hit === undefined) deliver();
  else hit(socket, deliver);
}

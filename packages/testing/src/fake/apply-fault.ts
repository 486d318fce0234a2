import type { FakeSocket } from "./fake-socket.js";
import type { Fault } from "./faults.js";

/** Number of turns in which a delayed socket receives nothing. */
const DELAY = 16;
/** Length of a truncated datagram: not even one message is complete. */
const shortened = (bytes: Uint8Array): number => Math.max(bytes.length - 4, 0);

/** Delivers a datagram; `cut` returns where a truncated one ends. */
type Deliver = (cut?: (bytes: Uint8Array) => number) => void;

/** Effects of faults on a delivery to a socket; the other faults act before it. */
const EFFECTS: Partial<Record<Fault, (socket: FakeSocket, deliver: Deliver) => void>> = {
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

/** Delivers a datagram to a socket, changed by a fault if there is one. */
export function applyFault(socket: FakeSocket, fault: Fault | undefined, deliver: Deliver): void {
  const effect = fault === undefined ? undefined : EFFECTS[fault];
  if (effect === undefined) deliver();
  else effect(socket, deliver);
}

import { SystemError } from "@rxnetlink/core";
import { EAGAIN, EINTR, ENOBUFS } from "./constants.js";
import type { KernelSocket } from "./kernel-socket.js";
import { BATCH, MAX_DATAGRAM, type Received, type Receiver, tooLarge } from "./receiver.js";

/** Destination of the arrivals of sockets, each with the number of its socket. */
export interface ArrivalSink {
  /** True while it can take more arrivals. */
  readonly canReceive: boolean;
  /** Takes a complete datagram. */
  datagram(socket: number, received: Received): void;
  /** Takes the marker of an incomplete one. */
  truncated(socket: number, received: Received): void;
  /** Takes the marker of an overrun; `drops` counts from the opening of the socket. */
  overrun(socket: number, drops: number): void;
  /** Takes the marker that the queue was empty after an overrun. */
  drained(socket: number): void;
}

/**
 * Reads a socket into a sink until the socket is empty or paused, or the sink can take no more.
 *
 * @param batch - Number of datagrams to read before `canReceive` is checked again.
 * @returns true if the socket is empty.
 * @throws SystemError if the socket can no longer be read; earlier arrivals are in the sink.
 */
export function readUntilEmpty(
  receiver: Receiver,
  socket: KernelSocket,
  sink: ArrivalSink,
  batch = BATCH,
): boolean {
  while (!socket.paused && sink.canReceive) {
    const count = receiver.receive(socket.fd, batch);
    if (count === -EAGAIN) return drained(socket, sink);
    if (count === -ENOBUFS) overflowed(socket, sink);
    else if (count < 0 && count !== -EINTR) throw new SystemError("recvmmsg", -count);
    for (let i = 0; i < count; i++) {
      receiver.select(i);
      deliver(socket, receiver, sink);
    }
    if (count >= 0 && count < batch && !socket.congested) return true;
  }
  return false;
}

function overflowed(socket: KernelSocket, sink: ArrivalSink): void {
  socket.congested = true;
  sink.overrun(socket.number, socket.memory().drops);
}

function drained(socket: KernelSocket, sink: ArrivalSink): true {
  if (socket.congested) sink.drained(socket.number);
  socket.congested = false;
  return true;
}

/** Delivers a datagram. An incomplete one is an overrun if the kernel sent it, since its stream has a gap. */
function deliver(socket: KernelSocket, received: Received, sink: ArrivalSink): void {
  if (received.complete) {
    socket.count(received);
    sink.datagram(socket.number, received);
  } else if (received.portId !== 0) sink.truncated(socket.number, received);
  else if (received.size > MAX_DATAGRAM) throw tooLarge(received.size);
  else overflowed(socket, sink);
}

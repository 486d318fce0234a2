import { eachMessage, type MessageHeader } from "../message/nlmsg.js";
import type { Arrival, Datagram } from "../transport.js";
import type { SocketContext } from "./socket-context.js";

/** Parts of a connection that count what arrives. */
export type Counting = Pick<SocketContext, "statistics" | "publisher">;

/** Reactions of one socket's owner to what arrives on it. */
export interface ArrivalHandler {
  /** Handles one message of the kernel, whose payload is `datagram.view[at, end)`. */
  message(header: MessageHeader, datagram: Datagram, at: number, end: number): void;
  /** Handles a datagram that could not be read to its end; the messages before have been handled. */
  malformed(error: unknown, datagram: Datagram): void;
  /** Handles an overflow of the receive buffer. */
  overrun(drops: number | undefined): void;
  /** Handles the end of an overflow: the kernel's queue is empty again. */
  drained(): void;
  /** Handles the failure of the call that returned `ticket`. */
  callFailed(ticket: number, error: Error): void;
}

/** Counts what arrives on a socket, splits datagrams into messages, and drops what the kernel did not send. */
export function receive(arrival: Arrival, counting: Counting, handler: ArrivalHandler): void {
  const { statistics } = counting;
  if (arrival.type === "datagram" && arrival.portId === 0) readDatagram(arrival, counting, handler);
  else if (arrival.type === "datagram" || arrival.type === "truncated") statistics.strays++;
  else if (arrival.type === "drained") handler.drained();
  else if (arrival.type === "callFailed") handler.callFailed(arrival.ticket, arrival.error);
  else {
    statistics.overruns++;
    handler.overrun(arrival.drops);
  }
}

function readDatagram(
  datagram: Datagram,
  { statistics, publisher }: Counting,
  handler: ArrivalHandler,
): void {
  const { view, start, end } = datagram;
  const before = statistics.messages;
  statistics.datagrams++;
  statistics.bytes += end - start;
  try {
    eachMessage(view, start, end, (header, _, at, stop) => {
      statistics.messages++;
      handler.message(header, datagram, at, stop);
    });
  } catch (error) {
    statistics.malformed++;
    handler.malformed(error, datagram);
  }
  publisher.datagram(end - start, statistics.messages - before);
}

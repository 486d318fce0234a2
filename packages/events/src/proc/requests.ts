import type { Socket } from "@rxnetlink/core";
import { type Infer, NLMSG_DONE, struct, Writer, writeMessage } from "@rxnetlink/core/schema";
import { cnMsg, procInput, procMcastOp } from "./layout.js";
import { CN_IDX_PROC, CN_VAL_PROC } from "./protocol.js";

type Operation = Infer<typeof procMcastOp>;
type Mask = Infer<typeof procInput>["eventType"];

/** A request as all kernels know it. */
const plainRequest = struct("process events", { msg: cnMsg, mcastOp: procMcastOp });
/** A request for some kinds of events. */
const filterRequest = struct("process events", { msg: cnMsg, input: procInput });

/** Returns the header of a request; the reply has `ack` plus 1. */
const header = (ack: number, len: number): Infer<typeof cnMsg> => ({
  id: { idx: CN_IDX_PROC, val: CN_VAL_PROC },
  seq: 0,
  ack,
  len,
  flags: 0,
});

/** Returns a request, in a message of the type that all messages of the connector have. */
function encoded(layout: typeof plainRequest | typeof filterRequest, value: object): Uint8Array {
  const out = new Writer(64);
  writeMessage(out, { type: NLMSG_DONE, flags: 0, sequence: 0, layout: layout as never, value });
  return out.take();
}

/** Asks for all events, or for none any longer; returns the ticket of the call. */
export function sendOperation(socket: Socket, mcastOp: Operation, ack: number): number {
  return socket.send(encoded(plainRequest, { msg: header(ack, 4), mcastOp }));
}

/** Asks for some kinds of events. Kernels before 6.6 ignore it. */
export function sendFilter(socket: Socket, eventType: Mask): void {
  socket.send(encoded(filterRequest, { msg: header(0, 8), input: { mcastOp: "listen", eventType } }));
}

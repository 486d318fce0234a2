import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import type { Observable } from "rxjs";
import { Connection } from "#src/connection/connection.js";
import type { ConnectionOptions } from "#src/connection/connection-options.js";
import { type ExtendedAck, nlmsgerr, nlmsgerrAttributes } from "#src/message/ack.js";
import {
  eachMessage,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  nlmsghdr,
  writeMessage,
} from "#src/message/nlmsg.js";
import type { Probe } from "#src/probe/probe.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import type { Infer, Type } from "#src/schema/type.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { s32, u8, u32 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";
import { encode, viewOf } from "./codec.js";

/** The message used by the tests of connections. */
export const itemMessage = message(
  "item",
  struct("itemmsg", { family: u8 }),
  attributes("item-attrs", "ITEM_", { id: [1, u32], name: [2, string] }),
);
export interface Item extends Infer<typeof itemMessage> {}
export const ITEM_NEW = 20;
export const ITEM_DELETE = 21;
export const ITEM_GET = 22;

/** A request as the kernel receives it. */
export interface ReceivedRequest {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  /** Port id of the socket it came from. */
  readonly portId: number;
  readonly value: Item;
}

export function requestsIn(bytes: Uint8Array, portId: number): ReceivedRequest[] {
  const requests: ReceivedRequest[] = [];
  eachMessage(viewOf(bytes), 0, bytes.length, ({ type, flags, sequence }, view, at, end) => {
    requests.push({ type, flags, sequence, portId, value: itemMessage.read(view, at, end) });
  });
  return requests;
}

/** ReplyAddress of a reply. */
export type ReplyAddress = Pick<ReceivedRequest, "sequence" | "portId">;

export function raw(
  { sequence, portId }: ReplyAddress,
  type: number,
  flags: number,
  payload: Uint8Array,
): Uint8Array {
  const out = new Writer();
  writeMessage(out, { type, flags, sequence, portId, layout: binary, value: payload });
  return out.take();
}

export function item(to: ReplyAddress, value: Partial<Item>, flags = 0, type = ITEM_NEW): Uint8Array {
  return raw(to, type, flags, encode(itemMessage as Type<Partial<Item>>, value));
}

/** Returns an item whose second attribute is truncated. */
export function badItem(to: ReplyAddress, flags = 0): Uint8Array {
  return raw(to, ITEM_NEW, flags, Uint8Array.of(0, 0, 0, 0, 6, 0, 1, 0, 1, 1, 0, 0));
}

export function ack(to: ReplyAddress, errno = 0, extended: ExtendedAck = {}): Uint8Array {
  const request = { length: 16, type: 0, flags: 0, sequence: to.sequence, portId: 0 };
  const payload = [...encode(nlmsgerr, { error: -errno, request }), ...encode(nlmsgerrAttributes, extended)];
  return raw(to, NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, Uint8Array.from(payload));
}

export function done(to: ReplyAddress, errno = 0, flags = 0, extended: ExtendedAck = {}): Uint8Array {
  const payload = [...encode(s32, -errno), ...encode(nlmsgerrAttributes, extended)];
  return raw(to, NLMSG_DONE, NLM_F_MULTI | NLM_F_ACK_TLVS | flags, Uint8Array.from(payload));
}

export function join(messages: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(messages.flatMap((bytes) => [...bytes]));
}

/** Returns a header that claims more bytes than follow. */
export function cutMessage({ sequence, portId }: ReplyAddress): Uint8Array {
  return encode(nlmsghdr, { length: 100, type: ITEM_NEW, flags: 0, sequence, portId });
}

/** A kernel's reply to one request: the messages of one datagram. */
export type Answer = (request: ReceivedRequest, socket: ScriptedSocket) => Uint8Array[];

/** Returns a connection to a kernel that replies by a function, with the requests that it received. */
export function conversation(answer: Answer, options: Partial<ConnectionOptions> = {}, probe?: Probe) {
  const datagrams: ReceivedRequest[][] = [];
  const transport = scriptedTransport((bytes, socket) => {
    const requests = requestsIn(bytes, socket.portId);
    datagrams.push(requests);
    const answers = requests.flatMap((request) => answer(request, socket));
    if (answers.length > 0) socket.deliver(datagram(join(answers)));
  });
  const connection = new Connection(Object.assign(transport, probe && { probe }), {
    protocol: 0,
    ...options,
  });
  return { transport, connection, datagrams };
}

/** The values, error and end that a subscriber has seen so far. */
export interface Seen<T> {
  readonly values: T[];
  error?: unknown;
  ended: boolean;
  unsubscribe(): void;
}

export function watch<T>(source$: Observable<T>): Seen<T> {
  const seen: Seen<T> = { values: [], ended: false, unsubscribe: () => subscription.unsubscribe() };
  const subscription = source$.subscribe({
    next: (value) => seen.values.push(value),
    error: (error) => Object.assign(seen, { error, ended: true }),
    complete: () => Object.assign(seen, { ended: true }),
  });
  return seen;
}

/** Resolves once everything has happened that needs no timer. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Subscribes and returns the outcome once all is quiet. */
export async function outcome<T>(source$: Observable<T>): Promise<{ values: T[]; error?: unknown }> {
  const seen = watch(source$);
  await quiet();
  const { values, error, ended } = seen;
  if (!ended) throw new Error("it neither completed nor errored");
  return error === undefined ? { values } : { values, error };
}

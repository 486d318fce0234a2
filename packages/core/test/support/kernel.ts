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
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import type { Infer, Type } from "#src/schema/type.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { s32, u8, u32 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";
import { encode, viewOf } from "./codec.js";

/** What the connections of the tests speak of. */
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
export interface Asked {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  /** Port id of the socket it came from. */
  readonly portId: number;
  readonly value: Item;
}

export function requestsIn(bytes: Uint8Array, portId: number): Asked[] {
  const requests: Asked[] = [];
  eachMessage(viewOf(bytes), 0, bytes.length, ({ type, flags, sequence }, view, at, end) => {
    requests.push({ type, flags, sequence, portId, value: itemMessage.read(view, at, end) });
  });
  return requests;
}

/** Whom a message answers. */
export type Address = Pick<Asked, "sequence" | "portId">;

export function raw(
  { sequence, portId }: Address,
  type: number,
  flags: number,
  payload: Uint8Array,
): Uint8Array {
  const out = new Writer();
  writeMessage(out, { type, flags, sequence, portId, layout: binary, value: payload });
  return out.take();
}

export function item(to: Address, value: Partial<Item>, flags = 0, type = ITEM_NEW): Uint8Array {
  return raw(to, type, flags, encode(itemMessage as Type<Partial<Item>>, value));
}

/** An item whose second attribute is cut. */
export function badItem(to: Address, flags = 0): Uint8Array {
  return raw(to, ITEM_NEW, flags, Uint8Array.of(0, 0, 0, 0, 6, 0, 1, 0, 1, 1, 0, 0));
}

export function ack(to: Address, errno = 0, extended: ExtendedAck = {}): Uint8Array {
  const request = { length: 16, type: 0, flags: 0, sequence: to.sequence, portId: 0 };
  const payload = [...encode(nlmsgerr, { error: -errno, request }), ...encode(nlmsgerrAttributes, extended)];
  return raw(to, NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, Uint8Array.from(payload));
}

export function done(to: Address, errno = 0, flags = 0, extended: ExtendedAck = {}): Uint8Array {
  const payload = [...encode(s32, -errno), ...encode(nlmsgerrAttributes, extended)];
  return raw(to, NLMSG_DONE, NLM_F_MULTI | NLM_F_ACK_TLVS | flags, Uint8Array.from(payload));
}

export function join(messages: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(messages.flatMap((bytes) => [...bytes]));
}

/** A header that says that more follows than does. */
export function cutMessage({ sequence, portId }: Address): Uint8Array {
  return encode(nlmsghdr, { length: 100, type: ITEM_NEW, flags: 0, sequence, portId });
}

/** What a kernel answers to one request: messages of one datagram. */
export type Answer = (request: Asked, socket: ScriptedSocket) => Uint8Array[];

/** A connection to a kernel that answers by a function, and what that kernel was asked. */
export function conversation(answer: Answer, options: Partial<ConnectionOptions> = {}) {
  const datagrams: Asked[][] = [];
  const transport = scriptedTransport((bytes, socket) => {
    const requests = requestsIn(bytes, socket.portId);
    datagrams.push(requests);
    const answers = requests.flatMap((request) => answer(request, socket));
    if (answers.length > 0) socket.deliver(datagram(join(answers)));
  });
  const connection = new Connection(transport, { protocol: 0, ...options });
  return { transport, connection, datagrams };
}

/** What a subscriber has seen so far. */
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

/** Lets everything happen that needs no clock. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Subscribes and returns what came of it once all is quiet. */
export async function outcome<T>(source$: Observable<T>): Promise<{ values: T[]; error?: unknown }> {
  const seen = watch(source$);
  await quiet();
  const { values, error, ended } = seen;
  if (!ended) throw new Error("it neither completed nor errored");
  return error === undefined ? { values } : { values, error };
}

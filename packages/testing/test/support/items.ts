import { bindObject, Connection, defineObject, errnoOf, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  type Infer,
  type MessageHeader,
  message,
  NLM_F_ACK,
  NLM_F_DUMP,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  nlmsgerr,
  s32,
  string,
  struct,
  type Type,
  u32,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import type { Observable } from "rxjs";
import { recording } from "#src/recording/recording.js";
import { messagesOf } from "#src/replay/messages.js";

const itemMessage = message(
  "item",
  struct("itemmsg", { id: u32 }),
  attributes("item-attrs", "ITEM_", { name: [1, string] }),
);
/** An object of the kernel of these tests. */
export interface Item extends Infer<typeof itemMessage> {}

export const NEW = 20;
export const DELETE = 21;
export const GET = 22;
/** The group that is notified of items. */
export const GROUP = 3;

export const itemObject = defineObject({
  name: "item",
  layout: itemMessage as Type<Item>,
  types: { new: NEW, delete: DELETE, get: GET },
  groups: [GROUP],
  filters: [],
  state: { identityOf: ({ id }) => id },
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
});
/** The verbs of items. */
export interface Items extends ObjectOf<typeof itemObject> {}

/** Returns the items behind a transport. */
export function itemsOver(
  transport: ConstructorParameters<typeof Connection>[0],
  options: Partial<ConstructorParameters<typeof Connection>[1]> = {},
): Items {
  return bindObject(new Connection(transport, { protocol: 7, ...options }), itemObject);
}

/** Encodes a message of the kernel. */
function encode<T>(
  { sequence, portId }: Pick<MessageHeader, "sequence" | "portId">,
  type: number,
  flags: number,
  layout: Type<T>,
  value: T,
): Uint8Array {
  const out = new Writer();
  writeMessage(out, { type, flags, sequence, portId, layout, value });
  return out.take();
}

/** A kernel that has items and notifies of them. */
export class ItemKernel {
  readonly #items = new Map<number, Item>();
  /** Set when it does not reply to requests. */
  mute = false;
  readonly transport = scriptedTransport((bytes, socket) => {
    if (this.mute) return;
    for (const { header, payload } of messagesOf(bytes).messages) {
      const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
      const to = { sequence: header.sequence, portId: socket.portId };
      this.#handle(socket, { ...header, ...to }, itemMessage.read(view, 0, payload.length));
    }
  });

  /** The sockets that are notified of items. */
  get listeners(): ScriptedSocket[] {
    return [...this.transport.sockets].filter(({ options }) => options.groups?.includes(GROUP));
  }

  /** Adds or removes an item without a request. */
  happen(type: typeof NEW | typeof DELETE, item: Item, by = { sequence: 0, portId: 0 }): void {
    if (type === NEW) this.#items.set(item.id, item);
    else this.#items.delete(item.id);
    const bytes = encode(by, type, 0, itemMessage, item);
    for (const listener of this.listeners) listener.deliver(datagram(bytes, { group: GROUP }));
  }

  #handle(socket: ScriptedSocket, header: MessageHeader, item: Item): void {
    const reply = (...messages: Uint8Array[]) =>
      socket.deliver(datagram(Uint8Array.from(messages.flatMap((bytes) => [...bytes]))));
    const row = (type: number, flags: number, value: Item) => encode(header, type, flags, itemMessage, value);
    if (header.type === GET && (header.flags & NLM_F_DUMP) === NLM_F_DUMP) {
      reply(...[...this.#items.values()].map((one) => row(NEW, NLM_F_MULTI, one)));
      reply(encode(header, NLMSG_DONE, NLM_F_MULTI, s32, 0));
    } else if (header.type === GET) {
      const found = this.#items.get(item.id);
      if (found === undefined) reply(this.#ack(header, "ENOENT"));
      else reply(row(NEW, 0, found));
    } else {
      const rejected = header.type === NEW && this.#items.has(item.id);
      if (!rejected) this.happen(header.type as typeof NEW, item, header);
      if (rejected || (header.flags & NLM_F_ACK) !== 0)
        reply(this.#ack(header, rejected ? "EEXIST" : undefined));
    }
  }

  #ack(request: MessageHeader, code?: string): Uint8Array {
    const error = code === undefined ? 0 : -errnoOf(code)!;
    return encode(request, NLMSG_ERROR, 0, nlmsgerr, { error, request });
  }
}

/** Returns a kernel whose transport is recorded, and the bytes written so far. */
export function recorded(clock?: { now(): number }) {
  const kernel = new ItemKernel();
  const blocks: Uint8Array[] = [];
  const write = (bytes: Uint8Array) => blocks.push(bytes);
  const transport = recording(kernel.transport, write, clock === undefined ? {} : { clock });
  return { kernel, transport, blocks, bytes: () => Uint8Array.from(blocks.flatMap((block) => [...block])) };
}

/** The events of an Observable. */
export interface Seen<T> {
  readonly values: T[];
  readonly ended: Promise<{ values: T[]; error?: unknown }>;
  unsubscribe(): void;
}

/** Subscribes and collects all events. */
export function watch<T>(source$: Observable<T>): Seen<T> {
  const values: T[] = [];
  let unsubscribe = () => {};
  const ended = new Promise<{ values: T[]; error?: unknown }>((resolve) => {
    const subscription = source$.subscribe({
      next: (value) => values.push(value),
      error: (error) => resolve({ values, error }),
      complete: () => resolve({ values }),
    });
    unsubscribe = () => subscription.unsubscribe();
  });
  return { values, ended, unsubscribe };
}

/** Waits until everything has happened that needs no clock. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

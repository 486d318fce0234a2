import { Connection, errnoOf, NetlinkObject, type ObjectDefinition } from "@rxnetlink/core";
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
/** What the kernel of these tests has. */
export interface Item extends Infer<typeof itemMessage> {}

export const NEW = 20;
export const DELETE = 21;
export const GET = 22;
/** The group that hears of items. */
export const GROUP = 3;

export const itemObject: ObjectDefinition<Item> = {
  name: "item",
  layout: itemMessage as Type<Item>,
  types: { new: NEW, delete: DELETE, get: GET },
  groups: [GROUP],
  filters: [],
  changeFlags: 0,
  state: { identityOf: ({ id }) => id },
};

/** The items behind a transport. */
export function itemsOver(
  transport: ConstructorParameters<typeof Connection>[0],
  options: Partial<ConstructorParameters<typeof Connection>[1]> = {},
): NetlinkObject<Item> {
  return new NetlinkObject(new Connection(transport, { protocol: 7, ...options }), itemObject);
}

/** A message of the kernel. */
export function answer<T>(
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

/** A kernel that keeps items and tells of them. */
export class ItemKernel {
  readonly #items = new Map<number, Item>();
  /** Whether it leaves requests without an answer. */
  mute = false;
  readonly transport = scriptedTransport((bytes, socket) => {
    if (this.mute) return;
    for (const { header, payload } of messagesOf(bytes).messages) {
      const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
      const to = { sequence: header.sequence, portId: socket.portId };
      this.#asked(socket, { ...header, ...to }, itemMessage.read(view, 0, payload.length));
    }
  });

  /** Sockets that hear of items. */
  get listeners(): ScriptedSocket[] {
    return [...this.transport.sockets].filter(({ options }) => options.groups?.includes(GROUP));
  }

  /** Something happens by itself. */
  happen(type: typeof NEW | typeof DELETE, item: Item, by = { sequence: 0, portId: 0 }): void {
    if (type === NEW) this.#items.set(item.id, item);
    else this.#items.delete(item.id);
    const bytes = answer(by, type, 0, itemMessage, item);
    for (const listener of this.listeners) listener.deliver(datagram(bytes, { group: GROUP }));
  }

  #asked(socket: ScriptedSocket, header: MessageHeader, item: Item): void {
    const reply = (...messages: Uint8Array[]) =>
      socket.deliver(datagram(Uint8Array.from(messages.flatMap((bytes) => [...bytes]))));
    const told = (type: number, flags: number, value: Item) =>
      answer(header, type, flags, itemMessage, value);
    if (header.type === GET && (header.flags & NLM_F_DUMP) === NLM_F_DUMP) {
      reply(...[...this.#items.values()].map((one) => told(NEW, NLM_F_MULTI, one)));
      reply(answer(header, NLMSG_DONE, NLM_F_MULTI, s32, 0));
    } else if (header.type === GET) {
      const found = this.#items.get(item.id);
      if (found === undefined) reply(this.#ack(header, "ENOENT"));
      else reply(told(NEW, 0, found));
    } else {
      const refused = header.type === NEW && this.#items.has(item.id);
      if (!refused) this.happen(header.type as typeof NEW, item, header);
      if (refused || (header.flags & NLM_F_ACK) !== 0)
        reply(this.#ack(header, refused ? "EEXIST" : undefined));
    }
  }

  #ack(request: MessageHeader, code?: string): Uint8Array {
    const error = code === undefined ? 0 : -errnoOf(code)!;
    return answer(request, NLMSG_ERROR, 0, nlmsgerr, { error, request });
  }
}

/** A kernel whose transport is recorded, and what was written so far. */
export function recorded(clock?: { now(): number }) {
  const kernel = new ItemKernel();
  const blocks: Uint8Array[] = [];
  const write = (bytes: Uint8Array) => blocks.push(bytes);
  const transport = recording(kernel.transport, write, clock === undefined ? {} : { clock });
  return { kernel, transport, blocks, bytes: () => Uint8Array.from(blocks.flatMap((block) => [...block])) };
}

/** What an Observable has emitted. */
export interface Seen<T> {
  readonly values: T[];
  readonly ended: Promise<{ values: T[]; error?: unknown }>;
  unsubscribe(): void;
}

/** Subscribes and keeps what comes. */
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

/** Lets everything happen that needs no clock. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

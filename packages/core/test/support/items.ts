import { datagram } from "@rxnetlink/testing";
import { NLM_F_MULTI } from "#src/message/nlmsg.js";
import { bindObject } from "#src/object/bind-object.js";
import type { Probe } from "#src/probe/probe.js";
import type { StateRules } from "#src/state/rules.js";
import type { WatchEvent } from "#src/state/watch.js";
import {
  type Answer,
  ack,
  conversation,
  done,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  type Item,
  item,
  itemMessage,
  join,
  quiet,
  type ReceivedRequest,
} from "./kernel.js";

/** Address of notifications without a cause. */
export const KERNEL = { sequence: 0, portId: 0 };

const VERBS = ["list", "get", "add", "change", "delete", "notify", "watch"] as const;

/**
 * A kernel with items. It replies to lists only when `answer` is called, so that tests decide what happens in
 * between.
 */
export function setUp(changes: Partial<StateRules<Item>> = {}, probe?: Probe) {
  const dumps: ReceivedRequest[] = [];
  const answers = new Map<ReceivedRequest, (bytes: Uint8Array[]) => void>();
  const kernel: Answer = (request, socket) => {
    if (request.type !== ITEM_GET) return [ack(request)];
    dumps.push(request);
    answers.set(request, (messages) => socket.deliver(datagram(join(messages))));
    return [];
  };
  const { connection, transport } = conversation(kernel, {}, probe);
  const state = { identityOf: (one: Item) => one.id, ...changes };
  const items = bindObject<Item, Item, (typeof VERBS)[number]>(connection, {
    name: "item",
    layout: itemMessage,
    types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
    groups: [1],
    filters: [],
    verbs: VERBS,
    state,
  });
  const multicast = () => [...transport.sockets].find(({ options }) => options.groups !== undefined);
  return {
    items,
    transport,
    /** Replies to the oldest open list. */
    async answer(rows: Partial<Item>[], flags = 0): Promise<void> {
      await quiet();
      const dump = dumps.shift() as ReceivedRequest;
      const messages = rows.map((row) => item(dump, row, NLM_F_MULTI | flags));
      answers.get(dump)?.([...messages, done(dump, 0, flags)]);
      await quiet();
    },
    open: () => dumps.length,
    told: (value: Partial<Item>, type = ITEM_NEW, flags = 0, from = KERNEL) =>
      multicast()?.deliver(datagram(item(from, value, flags, type), { group: 1 })),
    overrun: (drops: number) => multicast()?.deliver({ type: "overrun", drops }),
    drained: () => multicast()?.deliver({ type: "drained" }),
  };
}

export const a = { family: 0, id: 1, name: "a" };
export const b = { family: 0, id: 2, name: "b" };
/** Reduces events to what most tests check. */
export const brief = (events: readonly WatchEvent<Item>[]) =>
  events.map((event) => {
    if (event.type === "synced") return `synced ${event.size}`;
    if (event.type === "resync") return `resync ${event.changes}`;
    const { type, current, previous, inferred } = event;
    return `${type} ${[previous?.name, current?.name].filter(Boolean).join(">")}${inferred ? " inferred" : ""}`;
  });

// A kernel whose ruleset is a script: it answers dumps, and sends notifications when it is told to.

import type { MessageSet } from "@rxnetlink/core";
import {
  type AnyType,
  eachMessage,
  NLM_F_MULTI,
  NLMSG_DONE,
  type OutgoingMessage,
  s32,
  struct,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { NFNLGRP_NFTABLES } from "#src/common/nfnlgrp.js";
import { netfilter } from "#src/netfilter.js";
import { generationMessages } from "#src/nftables/generation/generation.js";
import * as by from "#src/nftables/ruleset/messages.js";

type Row = { readonly [member: string]: unknown };
type Kind = "table" | "chain" | "rule" | "set" | "element" | "object" | "flowtable";

/** A notification: a kind of object, what happened to it, and its members. */
export type Notice = readonly [kind: Kind, type: "new" | "delete", value: Row, flags?: number];

/** What messages about an object are made of. */
type Spoken = Pick<MessageSet<unknown>, "types"> & { readonly layout: AnyType };

const KINDS: Readonly<Record<Kind, Spoken>> = {
  table: by.tableMessages,
  chain: by.chainMessages,
  rule: by.ruleMessages,
  set: by.setMessages,
  element: by.elementMessages,
  object: by.objectMessages,
  flowtable: by.flowtableMessages,
};
const done = struct("done", { error: s32 });

/** A scripted ruleset, and netfilter over it. */
export class ScriptedRuleset {
  generation: number;
  readonly rows: Record<Kind, Row[]> = {
    table: [],
    chain: [],
    rule: [],
    set: [],
    element: [],
    object: [],
    flowtable: [],
  };
  /** Called before each reply to a request, with its type. */
  beforeReply: (type: number) => void = () => {};
  readonly #transport = scriptedTransport((request, socket) => this.#reply(request, socket));
  readonly nf = netfilter({ transport: this.#transport });

  constructor(generation: number) {
    this.generation = generation;
  }

  /** Sends the notifications of a transaction, which ends with its generation. */
  commit(generation: number, ...notices: readonly Notice[]): void {
    this.generation = generation;
    if (notices.length > 0) this.notify(...notices);
    this.#send(42, [this.#generation(generation, { procPid: 7, procName: "test" })]);
  }

  /** Sends notifications in one datagram. */
  notify(...notices: readonly Notice[]): void {
    const messages = notices.map(([kind, type, value, flags = 0], index) => {
      const { layout, types } = KINDS[kind];
      return { type: types[type]!, layout, flags, sequence: index + 1, value: this.#row(value) };
    });
    this.#send(42, messages);
  }

  /** Has the receive buffer of the listeners overflow. */
  overflow(drops: number): void {
    for (const socket of this.#listeners()) socket.deliver({ type: "overrun", drops });
  }

  /** Ends the overflow. */
  drain(): void {
    for (const socket of this.#listeners()) socket.deliver({ type: "drained" });
  }

  #listeners(): ScriptedSocket[] {
    return [...this.#transport.sockets].filter(({ options }) => options.groups?.includes(NFNLGRP_NFTABLES));
  }

  #row(value: Row): Row {
    return { family: "inet", version: 0, resId: this.generation & 0xffff, ...value };
  }

  #generation(id: number, more: Row = {}) {
    const { layout, types } = generationMessages;
    const value = this.#row({ family: "unspec", id, ...more });
    return { type: types.new!, layout, flags: 0, sequence: 1, value };
  }

  #send(portId: number, messages: readonly OutgoingMessage[]): void {
    const out = new Writer();
    for (const message of messages) writeMessage(out, { ...message, portId });
    for (const socket of this.#listeners())
      socket.deliver(datagram(bytesOf(out), { group: NFNLGRP_NFTABLES }));
  }

  #reply(request: Uint8Array, socket: ScriptedSocket): void {
    const view = new DataView(request.buffer, request.byteOffset, request.byteLength);
    eachMessage(view, 0, request.byteLength, ({ type, sequence }) => {
      this.beforeReply(type);
      const out = new Writer();
      const common = { sequence, portId: socket.portId };
      if (type === generationMessages.types.get) {
        writeMessage(out, { ...this.#generation(this.generation), ...common });
      } else {
        const [kind, { layout, types }] = (Object.entries(KINDS) as [Kind, Spoken][]).find(
          ([, one]) => one.types.get === type,
        )!;
        for (const row of this.rows[kind])
          writeMessage(out, {
            type: types.new!,
            layout,
            flags: NLM_F_MULTI,
            value: this.#row(row),
            ...common,
          });
        writeMessage(out, {
          type: NLMSG_DONE,
          layout: done,
          flags: NLM_F_MULTI,
          value: { error: 0 },
          ...common,
        });
      }
      socket.deliver(datagram(bytesOf(out)));
    });
  }
}

function bytesOf(out: Writer): Uint8Array {
  return new Uint8Array(out.view.buffer, out.view.byteOffset, out.at).slice();
}

import type { MessageSet } from "@rxnetlink/core";
import { Addresses } from "../addresses/addresses.js";
import type { FakeLink } from "../links/fake-link.js";
import { Links } from "../links/links.js";
import { Neighbours } from "../neighbours/neighbours.js";
import { Routes } from "../routes/routes.js";
import { Rules } from "../routes/rules.js";
import type { FakeObject, LinkEvent } from "./fake-object.js";
import { type Cause, encoded, NOBODY } from "./fake-request.js";

/** Sends a message to all that have joined a group. */
export type Multicast = (object: string, group: number, bytes: Uint8Array) => void;

/** What may be said of a change besides what it is about. */
export interface Telling {
  /** Who asked for it. */
  readonly cause?: Cause;
  /** `NLM_F_*` of the message. */
  readonly flags?: number;
}

/** A network namespace: its tables, and how they tell of each other's changes. */
export class Net {
  readonly links: Links;
  readonly addresses: Addresses;
  readonly routes: Routes;
  readonly neighbours: Neighbours;
  readonly rules: Rules;
  /** In the order in which they hear of links. */
  readonly objects: readonly FakeObject<object>[];
  readonly #multicast: Multicast;

  constructor(multicast: Multicast, random: () => number) {
    this.#multicast = multicast;
    this.links = new Links(this, random);
    this.addresses = new Addresses(this);
    this.routes = new Routes(this);
    this.neighbours = new Neighbours(this);
    this.rules = new Rules(this);
    this.objects = [this.rules, this.addresses, this.routes, this.neighbours, this.links];
  }

  /** Tells the tables what happened to a link. */
  linkEvent(event: LinkEvent, link: FakeLink): void {
    for (const object of this.objects) object.follow?.(event, link);
  }

  /** Tells those who listen that something is new, has changed or is gone. */
  tell<T extends object>(
    { layout, types, groups, name }: MessageSet<T>,
    event: "new" | "delete",
    value: Partial<T> & { family?: unknown },
    { cause = NOBODY, flags = 0 }: Telling = {},
  ): void {
    const group = groups[value.family === "inet6" ? 1 : 0] ?? groups[0] ?? 0;
    this.#multicast(name, group, encoded(cause, types[event] ?? 0, flags, layout, value));
  }
}

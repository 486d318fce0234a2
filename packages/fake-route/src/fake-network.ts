import type { MessageSet } from "@rxnetlink/core";
import type { FakeNetlink, NotifyOptions } from "@rxnetlink/testing/fake";
import { Addresses } from "./addresses/addresses.js";
import type { FakeLink } from "./links/fake-link.js";
import { Links } from "./links/links.js";
import { Neighbours } from "./neighbours/neighbours.js";
import type { LinkEvent, Network, NetworkObject } from "./network.js";
import { Routes } from "./routes/routes.js";
import { Rules } from "./routes/rules.js";

/** The tables of the fake kernel. */
export class FakeNetwork implements Network {
  readonly links: Links;
  readonly addresses: Addresses;
  readonly routes: Routes;
  readonly neighbours: Neighbours;
  readonly rules: Rules;
  /** All tables, in the order in which events of links reach them. */
  readonly objects: readonly NetworkObject<object>[];
  readonly #netlink: Pick<FakeNetlink, "notify">;

  constructor(netlink: Pick<FakeNetlink, "notify">, random: () => number) {
    this.#netlink = netlink;
    this.links = new Links(this, random);
    this.addresses = new Addresses(this);
    this.routes = new Routes(this);
    this.neighbours = new Neighbours(this);
    this.rules = new Rules(this);
    this.objects = [this.rules, this.addresses, this.routes, this.neighbours, this.links];
  }

  linkEvent(event: LinkEvent, link: FakeLink): void {
    for (const object of this.objects) object.onLinkEvent?.(event, link);
  }

  /** Notifies the first group of an object, or the second one of an IPv6 object. */
  notify<T extends object>(
    object: MessageSet<T>,
    event: "new" | "delete",
    value: Partial<T> & { family?: unknown },
    options: Pick<NotifyOptions, "cause" | "flags"> = {},
  ): void {
    this.#netlink.notify(object, event, value, { ...options, group: value.family === "inet6" ? 1 : 0 });
  }
}

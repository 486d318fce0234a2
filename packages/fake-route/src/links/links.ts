import { NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { type Link, linkFlags, linkObject } from "@rxnetlink/route";
import { type Cause, type FakeRequest, hasFlags, reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import type { Network, NetworkObject } from "../network.js";
import { type FakeLink, isUp, type LinkKind, type LinkTable } from "./fake-link.js";
import { inheritAddress, portsOf } from "./kinds/bridge.js";
import { linkKinds } from "./kinds/index.js";
import { type Carrying, messageOf } from "./link-message.js";
import { checkAddress, checkMtu, checkName, KNOWN, set } from "./link-settings.js";

const { up } = linkFlags.bits;
/** `change` in the message of a new or deleted link. */
const ALL = 0xffff_ffff;
const HEX = 256;

/** The links. */
export class Links implements NetworkObject<Link>, LinkTable {
  readonly definition = linkObject;
  readonly filters = ["family", "master", "linkinfo", "extMask"];
  generation = 0;
  readonly #links = new Map<number, FakeLink>();
  readonly #network: Network;
  readonly #random: () => number;
  #indices = 0;

  constructor(network: Network, random: () => number) {
    this.#network = network;
    this.#random = random;
  }

  get all(): readonly FakeLink[] {
    return [...this.#links.values()];
  }

  byIndex(index = 0): FakeLink | undefined {
    return this.#links.get(index);
  }

  byName(ifname: string | undefined): FakeLink | undefined {
    return this.all.find((link) => link.ifname === ifname);
  }

  carries(link: FakeLink): boolean {
    return link.kind.carrier?.(this, link) ?? link.carrier;
  }

  put(value: Link, request: FakeRequest): void {
    if (value.family === "bridge") reject("EOPNOTSUPP");
    rejectUnmodelled(value, KNOWN);
    checkName(value.ifname);
    const link = this.#find(value);
    if (link !== undefined && hasFlags(request, NLM_F_EXCL)) reject("EEXIST");
    if (link !== undefined && hasFlags(request, NLM_F_REPLACE)) reject("EOPNOTSUPP");
    if (link !== undefined) this.#change(link, value, request);
    else if (hasFlags(request, NLM_F_CREATE) && request.header.type === linkObject.types.new)
      this.#create(value, request);
    else reject(value.index === 0 && !value.ifname ? "EINVAL" : "ENODEV");
  }

  remove(value: Link, request: FakeRequest): void {
    if (value.family === "bridge") reject("EOPNOTSUPP");
    if (value.index === 0 && !value.ifname) reject("EINVAL");
    const link = this.#find(value) ?? reject("ENODEV");
    if (link.kind.name === undefined) reject("EOPNOTSUPP");
    for (const one of this.#withCompanions(link)) this.#unregister(one, request);
    this.updateCarriers();
  }

  get(value: Link): Partial<Link> {
    if (value.index === 0 && !value.ifname) reject("EINVAL");
    return this.#message(this.#find(value) ?? reject("ENODEV"));
  }

  *list({ family, master, linkinfo }: Link): Generator<Partial<Link>> {
    if (family === "bridge") return;
    const kind = linkinfo?.kind;
    const fits = (link: FakeLink) =>
      (master === undefined || master === 0 || link.master === master) && (!kind || link.kind.name === kind);
    const sorted = this.all.toSorted((a, b) => a.index - b.index);
    for (const link of sorted) if (this.#links.has(link.index) && fits(link)) yield this.#message(link);
  }

  /** Adds a link and notifies of it. */
  add(kind: LinkKind, value: Partial<Link>, cause?: Cause): FakeLink {
    if (value.index !== 0 && this.byIndex(value.index)) reject("EBUSY");
    if (this.byName(value.ifname || "?") !== undefined) reject("EEXIST");
    return this.register(kind, value, kind.prepare?.(this, value as Link), cause);
  }

  register(kind: LinkKind, value: Partial<Link>, more?: Partial<FakeLink>, cause?: Cause): FakeLink {
    const link = this.#blank(kind, value, more);
    this.#links.set(link.index, link);
    kind.complete?.(this, link, value as Link);
    this.#network.linkEvent("register", link);
    link.lastNotified = this.#carrying(link).join();
    this.notify(link, ALL, cause);
    const { flags = 0, change = 0 } = value;
    if (flags !== 0 || change !== 0) this.setFlags(link, flags, change === 0 ? ALL : change, cause);
    return link;
  }

  setFlags(link: FakeLink, flags: number, change: number, cause?: Cause): void {
    const changed = (link.flags ^ flags) & change & set.flags;
    if (changed === 0) return;
    const opens = (changed & flags & up) !== 0;
    if (opens) link.kind.open?.(this, link);
    link.flags ^= changed;
    link.lastNotified = this.#carrying(link).join();
    this.notify(link, changed >>> 0, cause);
    if ((changed & up) !== 0) this.#network.linkEvent(opens ? "up" : "down", link);
    for (const other of this.all) other.kind.below?.(this, other, link);
    this.updateCarriers();
  }

  readdress(link: FakeLink, address: string): void {
    link.address = address;
    this.notify(link);
    this.#network.linkEvent("changeaddr", link);
    this.#inherit(link.master);
  }

  resize(link: FakeLink, mtu: number): void {
    link.mtu = mtu;
    this.notify(link);
    for (const other of this.all) other.kind.below?.(this, other, link);
  }

  /** Moves a link into or out of a bridge; it leaves its old bridge even if the new one is rejected. */
  enslave(link: FakeLink, master: number): void {
    if ((link.master ?? 0) === master) return;
    if (link.master !== undefined) this.#release(link, link.master);
    if (master === 0) return;
    const bridge = this.byIndex(master) ?? reject("EINVAL");
    if (!bridge.kind.takesPorts) reject("EOPNOTSUPP");
    if (link.kind.asPort !== "yes") reject(link.kind.asPort);
    link.master = master;
    this.#moved(link, master);
  }

  updateCarriers(): void {
    for (const link of this.all) {
      const carrying = this.#carrying(link).join();
      if (carrying === link.lastNotified) continue;
      link.lastNotified = carrying;
      this.notify(link);
      if (isUp(link)) this.#network.linkEvent("carrier", link);
    }
  }

  notify(link: FakeLink, change = 0, cause?: Cause): void {
    const value = { ...this.#message(link), change };
    this.#network.notify<Link>(linkObject, "new", value, cause && { cause });
  }

  #release(link: FakeLink, master: number): void {
    delete link.master;
    this.#moved(link, master);
  }

  /** Notifies that a link has joined or left a bridge, and of the bridge, whose features may have changed. */
  #moved(link: FakeLink, master: number): void {
    this.notify(link);
    this.#inherit(master);
    const bridge = this.byIndex(master);
    if (bridge !== undefined) this.notify(bridge);
    this.updateCarriers();
  }

  #inherit(master: number | undefined): void {
    const bridge = this.byIndex(master);
    if (bridge !== undefined) inheritAddress(this, bridge);
  }

  #carrying(link: FakeLink): Carrying {
    return [this.carries(link), isUp(link)];
  }

  #message(link: FakeLink): Partial<Link> {
    return messageOf(link, this.#carrying(link), this.byIndex(link.master)?.kind.name);
  }

  #find({ index, ifname, altIfname }: Partial<Link>): FakeLink | undefined {
    return index === 0 ? this.byName(ifname ?? altIfname) : this.byIndex(index);
  }

  #create(value: Link, request: FakeRequest): void {
    const name = value.linkinfo?.kind;
    const kind = linkKinds.get(name ?? "") ?? reject("EOPNOTSUPP", "Unknown device type");
    checkAddress(value.address);
    checkMtu(kind, value.mtu);
    const link = this.add(kind, value, request);
    if (value.master) this.enslave(link, value.master);
    this.generation++;
    this.updateCarriers();
  }

  #change(link: FakeLink, value: Link, request: FakeRequest): void {
    const { kind } = value.linkinfo ?? {};
    if (value.linkinfo?.data !== undefined && kind !== link.kind.name) reject("EOPNOTSUPP");
    if (value.linkinfo?.data !== undefined) rejectUnmodelled(value.linkinfo.data, ["dummy", "ifb", "veth"]);
    set.settings(this, link, value);
    const { flags, change } = value;
    if (value.master !== undefined) this.enslave(link, value.master);
    if (flags !== 0 || change !== 0) this.setFlags(link, flags, change === 0 ? ALL : change, request);
    if (value.carrier !== undefined) set.carrier(this, link, value.carrier !== 0);
  }

  #blank(kind: LinkKind, value: Partial<Link>, more: Partial<FakeLink> = {}): FakeLink {
    const { txqlen, group, index = 0, ifname, address, mtu } = value;
    return {
      index: index === 0 ? this.#freeIndex() : index,
      kind,
      ifname: ifname || this.#freeName(`${kind.name}%d`),
      flags: kind.flags,
      txqlen: txqlen ?? kind.txqlen,
      group: group ?? 0,
      carrier: true,
      lastNotified: "",
      ready: false,
      mtu: mtu ?? kind.mtu,
      chosen: Boolean(address),
      ...more,
      address: address || more.address || this.#randomAddress(),
    };
  }

  #freeIndex(): number {
    do this.#indices++;
    while (this.#links.has(this.#indices));
    return this.#indices;
  }

  #freeName(pattern: string): string {
    for (let i = 0; ; i++) {
      const name = pattern.replace("%d", `${i}`);
      if (this.byName(name) === undefined) return name;
    }
  }

  /** Generates a unicast address that is locally administered. */
  #randomAddress(): string {
    const octets = Array.from({ length: 5 }, () => Math.floor(this.#random() * HEX));
    return [2, ...octets].map((octet) => octet.toString(16).padStart(2, "0")).join(":");
  }

  /** Returns a link, its peer and the links above it, in order of deletion. */
  #withCompanions(link: FakeLink): FakeLink[] {
    const above = this.all.filter((other) => other.kind.endsWithLower && other.link === link.index);
    return [...above, link, ...(link.kind.companions?.(this, link) ?? [])];
  }

  #unregister(link: FakeLink, cause: Cause): void {
    this.setFlags(link, 0, up);
    for (const port of portsOf(this, link)) this.enslave(port, 0);
    if (link.master !== undefined) this.enslave(link, 0);
    this.#network.linkEvent("unregister", link);
    const last = { ...this.#message(link), change: ALL };
    this.#links.delete(link.index);
    this.generation++;
    this.#network.notify<Link>(linkObject, "delete", last, { cause });
  }
}

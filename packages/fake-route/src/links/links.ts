import { NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core";
import { type Link, linkFlags, linkObject } from "@rxnetlink/route";
import type { FakeObject } from "../kernel/fake-object.js";
import { type Asked, type Cause, has } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse, refuseOthers } from "../kernel/refused.js";
import { type FakeLink, isUp } from "./fake-link.js";
import { inheritAddress, portsOf } from "./kinds/bridge.js";
import { linkKinds } from "./kinds/index.js";
import type { LinkKind } from "./kinds/link-kind.js";
import { type Carrying, messageOf } from "./link-message.js";
import { checkAddress, checkMtu, checkName, KNOWN, set } from "./link-settings.js";

const { up } = linkFlags.bits;
/** `change` of the message that tells of a new link. */
const ALL = 0xffff_ffff;
const HEX = 256;

/** Network interfaces. */
export class Links implements FakeObject<Link> {
  readonly declaration = linkObject;
  readonly filters = ["family", "master", "linkinfo", "extMask"];
  generation = 0;
  readonly #links = new Map<number, FakeLink>();
  readonly #net: Net;
  readonly #random: () => number;
  #indices = 0;

  constructor(net: Net, random: () => number) {
    this.#net = net;
    this.#random = random;
  }

  /** All links that there are now, in the order in which they were made. */
  get all(): readonly FakeLink[] {
    return [...this.#links.values()];
  }

  /** The link of an index. */
  byIndex(index = 0): FakeLink | undefined {
    return this.#links.get(index);
  }

  /** The link of a name. */
  byName(ifname: string | undefined): FakeLink | undefined {
    return this.all.find((link) => link.ifname === ifname);
  }

  /** Whether a link has its carrier. */
  carries(link: FakeLink): boolean {
    return link.kind.carrier?.(this, link) ?? link.carrier;
  }

  put(request: Link, asked: Asked): void {
    if (request.family === "bridge") refuse("EOPNOTSUPP");
    refuseOthers(request, KNOWN);
    checkName(request.ifname);
    const link = this.#find(request);
    if (link !== undefined && has(asked, NLM_F_EXCL)) refuse("EEXIST");
    if (link !== undefined && has(asked, NLM_F_REPLACE)) refuse("EOPNOTSUPP");
    if (link !== undefined) this.#change(link, request, asked);
    else if (has(asked, NLM_F_CREATE) && asked.header.type === linkObject.types.new)
      this.#create(request, asked);
    else refuse(request.index === 0 && !request.ifname ? "EINVAL" : "ENODEV");
  }

  remove(request: Link, asked: Asked): void {
    if (request.family === "bridge") refuse("EOPNOTSUPP");
    if (request.index === 0 && !request.ifname) refuse("EINVAL");
    const link = this.#find(request) ?? refuse("ENODEV");
    if (link.kind.name === undefined) refuse("EOPNOTSUPP");
    for (const one of this.#withCompanions(link)) this.#unregister(one, asked);
    this.settle();
  }

  get(request: Link): Partial<Link> {
    if (request.index === 0 && !request.ifname) refuse("EINVAL");
    return this.#message(this.#find(request) ?? refuse("ENODEV"));
  }

  *list({ family, master, linkinfo }: Link): Generator<Partial<Link>> {
    if (family === "bridge") return;
    const kind = linkinfo?.kind;
    const fits = (link: FakeLink) =>
      (master === undefined || master === 0 || link.master === master) && (!kind || link.kind.name === kind);
    const sorted = this.all.toSorted((a, b) => a.index - b.index);
    for (const link of sorted) if (this.#links.has(link.index) && fits(link)) yield this.#message(link);
  }

  /** Makes a link and tells of it. */
  make(kind: LinkKind, request: Partial<Link>, cause?: Cause): FakeLink {
    if (request.index !== 0 && this.byIndex(request.index)) refuse("EBUSY");
    if (this.byName(request.ifname || "?") !== undefined) refuse("EEXIST");
    return this.register(kind, request, kind.prepare?.(this, request as Link), cause);
  }

  /** Makes a link of which all is known. */
  register(kind: LinkKind, request: Partial<Link>, more?: Partial<FakeLink>, cause?: Cause): FakeLink {
    const link = this.#blank(kind, request, more);
    this.#links.set(link.index, link);
    kind.complete?.(this, link, request as Link);
    this.#net.linkEvent("register", link);
    link.told = this.#carrying(link).join();
    this.tell(link, ALL, cause);
    const { flags = 0, change = 0 } = request;
    if (flags !== 0 || change !== 0) this.setFlags(link, flags, change === 0 ? ALL : change, cause);
    return link;
  }

  /** Sets some flags, which may switch a link on or off. */
  setFlags(link: FakeLink, flags: number, change: number, cause?: Cause): void {
    const changed = (link.flags ^ flags) & change & set.flags;
    if (changed === 0) return;
    const opens = (changed & flags & up) !== 0;
    if (opens) link.kind.open?.(this, link);
    link.flags ^= changed;
    link.told = this.#carrying(link).join();
    this.tell(link, changed >>> 0, cause);
    if ((changed & up) !== 0) this.#net.linkEvent(opens ? "up" : "down", link);
    for (const other of this.all) other.kind.below?.(this, other, link);
    this.settle();
  }

  /** Gives a link another hardware address, and its bridge or tells. */
  readdress(link: FakeLink, address: string): void {
    link.address = address;
    this.tell(link);
    this.#net.linkEvent("changeaddr", link);
    this.#inherit(link.master);
  }

  /** Gives a link another MTU, which those above follow. */
  resize(link: FakeLink, mtu: number): void {
    link.mtu = mtu;
    this.tell(link);
    for (const other of this.all) other.kind.below?.(this, other, link);
  }

  /** Puts a link into a bridge, or takes it out: it leaves the one before even where the next is refused. */
  enslave(link: FakeLink, master: number): void {
    if ((link.master ?? 0) === master) return;
    if (link.master !== undefined) this.#release(link, link.master);
    if (master === 0) return;
    const bridge = this.byIndex(master) ?? refuse("EINVAL");
    if (!bridge.kind.takesPorts) refuse("EOPNOTSUPP");
    if (link.kind.asPort !== "yes") refuse(link.kind.asPort);
    link.master = master;
    this.#moved(link, master);
  }

  /** Tells of the links whose carrier came or went by what happened to others. */
  settle(): void {
    for (const link of this.all) {
      const carrying = this.#carrying(link).join();
      if (carrying === link.told) continue;
      link.told = carrying;
      this.tell(link);
      if (isUp(link)) this.#net.linkEvent("carrier", link);
    }
  }

  /** Tells of a link. */
  tell(link: FakeLink, change = 0, cause?: Cause): void {
    const value = { ...this.#message(link), change };
    this.#net.tell<Link>(linkObject, "new", value, cause && { cause });
  }

  #release(link: FakeLink, master: number): void {
    delete link.master;
    this.#moved(link, master);
  }

  /** Tells that a link is in a bridge, or no more, and of the bridge, whose features may be others by that. */
  #moved(link: FakeLink, master: number): void {
    this.tell(link);
    this.#inherit(master);
    const bridge = this.byIndex(master);
    if (bridge !== undefined) this.tell(bridge);
    this.settle();
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

  #create(request: Link, asked: Asked): void {
    const name = request.linkinfo?.kind;
    const kind = linkKinds.get(name ?? "") ?? refuse("EOPNOTSUPP", "Unknown device type");
    checkAddress(request.address);
    checkMtu(kind, request.mtu);
    const link = this.make(kind, request, asked);
    if (request.master) this.enslave(link, request.master);
    this.generation++;
    this.settle();
  }

  #change(link: FakeLink, request: Link, asked: Asked): void {
    const { kind } = request.linkinfo ?? {};
    if (request.linkinfo?.data !== undefined && kind !== link.kind.name) refuse("EOPNOTSUPP");
    if (request.linkinfo?.data !== undefined) refuseOthers(request.linkinfo.data, ["dummy", "ifb", "veth"]);
    set.settings(this, link, request);
    const { flags, change } = request;
    if (request.master !== undefined) this.enslave(link, request.master);
    if (flags !== 0 || change !== 0) this.setFlags(link, flags, change === 0 ? ALL : change, asked);
    if (request.carrier !== undefined) set.carrier(this, link, request.carrier !== 0);
  }

  #blank(kind: LinkKind, request: Partial<Link>, more: Partial<FakeLink> = {}): FakeLink {
    const { txqlen, group, index = 0, ifname, address, mtu } = request;
    return {
      index: index === 0 ? this.#freeIndex() : index,
      kind,
      ifname: ifname || this.#freeName(`${kind.name}%d`),
      flags: kind.flags,
      txqlen: txqlen ?? kind.txqlen,
      group: group ?? 0,
      carrier: true,
      told: "",
      ready: false,
      mtu: mtu ?? kind.mtu,
      chosen: Boolean(address),
      ...more,
      address: address || more.address || this.#anyAddress(),
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

  /** An address of one's own: locally administered, and no group. */
  #anyAddress(): string {
    const octets = Array.from({ length: 5 }, () => Math.floor(this.#random() * HEX));
    return [2, ...octets].map((octet) => octet.toString(16).padStart(2, "0")).join(":");
  }

  /** A link, its other end, and those above it, in the order in which they end. */
  #withCompanions(link: FakeLink): FakeLink[] {
    const above = this.all.filter((other) => other.kind.endsWithLower && other.link === link.index);
    return [...above, link, ...(link.kind.companions?.(this, link) ?? [])];
  }

  #unregister(link: FakeLink, cause: Cause): void {
    this.setFlags(link, 0, up);
    for (const port of portsOf(this, link)) this.enslave(port, 0);
    if (link.master !== undefined) this.enslave(link, 0);
    this.#net.linkEvent("unregister", link);
    const last = { ...this.#message(link), change: ALL };
    this.#links.delete(link.index);
    this.generation++;
    this.#net.tell<Link>(linkObject, "delete", last, { cause });
  }
}

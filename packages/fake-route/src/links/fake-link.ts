import { type Link, linkFlags } from "@rxnetlink/route";
import type { Cause } from "@rxnetlink/testing/fake";

/** A link of the fake kernel. */
export interface FakeLink {
  readonly index: number;
  readonly kind: LinkKind;
  ifname: string;
  /** `IFF_*` as set by requests; those that depend on the carrier are added in messages. */
  flags: number;
  mtu: number;
  address: string;
  /** True if a request set the address, so that a bridge keeps it. */
  chosen: boolean;
  txqlen: number;
  group: number;
  ifalias?: string;
  /** Its own carrier, for kinds that have one. */
  carrier: boolean;
  /** Index of its bridge. */
  master?: number;
  /** Index of its peer, or of the link below. */
  link?: number;
  /** Settings of its kind, as in messages. */
  data?: NonNullable<Link["linkinfo"]>["data"];
  /** The carrier and state of the last notification. */
  lastNotified: string;
  /** True once it has had a carrier since it was last brought up: IPv6 is in use on it. */
  ready: boolean;
}

/** Traits and behaviour of one kind of links. */
export interface LinkKind {
  /** `IFLA_INFO_KIND`; absent for hardware, which cannot be added or deleted. */
  readonly name?: string;
  /** Device type. */
  readonly type: Link["type"];
  /** Initial flags. */
  readonly flags: number;
  /** Initial MTU. */
  readonly mtu: number;
  /** Smallest MTU. */
  readonly minMtu: number;
  /** Largest MTU; 0 for no limit. */
  readonly maxMtu: number;
  /** Length of its transmit queue. */
  readonly txqlen: number;
  /** Set when its hardware address cannot be changed. */
  readonly fixedAddress?: true;
  /** Set when `IFLA_CARRIER` changes its carrier. */
  readonly ownCarrier?: true;
  /** `"yes"` if it can be the port of a bridge; otherwise the errno of the attempt. */
  readonly asPort: "yes" | "EINVAL" | "ELOOP";
  /** Set when it can have ports. */
  readonly takesPorts?: true;
  /** Set when it is deleted with the link below. */
  readonly endsWithLower?: true;
  /** Operational state when up without a carrier; `"down"` by default. */
  readonly withoutCarrier?: Link["operstate"];
  /** Operational state when up with a carrier; `"up"` by default. */
  readonly withCarrier?: Link["operstate"];
  /** Checks a request to add one, and returns the members that depend on other links. */
  prepare?(links: LinkTable, value: Link): Partial<FakeLink>;
  /** Completes a new link, for instance by connecting its peer. */
  complete?(links: LinkTable, link: FakeLink, value: Link): void;
  /** Checks that it can be brought up. */
  open?(links: LinkTable, link: FakeLink): void;
  /** True if it has a carrier; its own carrier by default. */
  carrier?(links: LinkTable, link: FakeLink): boolean;
  /** Returns the links that are deleted with it. */
  companions?(links: LinkTable, link: FakeLink): FakeLink[];
  /** Updates the link after another one went up or down or changed its MTU. */
  below?(links: LinkTable, link: FakeLink, lower: FakeLink): void;
}

/** Links, as their kinds and the other tables see them. */
export interface LinkTable {
  /** All current links, in the order in which they were added. */
  readonly all: readonly FakeLink[];
  /** Returns the link with an index. */
  byIndex(index?: number): FakeLink | undefined;
  /** Returns the link with a name. */
  byName(ifname: string | undefined): FakeLink | undefined;
  /** True if a link has a carrier. */
  carries(link: FakeLink): boolean;
  /** Adds a link without further checks. */
  register(kind: LinkKind, value: Partial<Link>, more?: Partial<FakeLink>, cause?: Cause): FakeLink;
  /** Sets some flags, which may bring a link up or down. */
  setFlags(link: FakeLink, flags: number, change: number, cause?: Cause): void;
  /** Changes the hardware address of a link; its bridge may inherit it. */
  readdress(link: FakeLink, address: string): void;
  /** Changes the MTU of a link; those above follow. */
  resize(link: FakeLink, mtu: number): void;
  /** Notifies of links whose carrier changed because of other links. */
  updateCarriers(): void;
  /** Notifies of a link. */
  notify(link: FakeLink, change?: number, cause?: Cause): void;
}

/** True if a link is up. */
export const isUp = ({ flags }: FakeLink): boolean => (flags & linkFlags.bits.up) !== 0;

import type { Address } from "@rxnetlink/route";
import type { FakeRequest } from "@rxnetlink/testing/fake";
import type { FakeLink } from "../links/fake-link.js";
import type { LinkEvent } from "../network.js";

/** An address of the fake kernel: the members of its message. */
export interface FakeAddress extends Omit<Address, "flags"> {
  /** The address of this host. */
  local: string;
  address: string;
  flags: number;
}

/** The addresses of one family. */
export interface AddressFamily {
  /** All addresses, by link. */
  readonly all: readonly FakeAddress[];
  put(value: Address, link: FakeLink, request: FakeRequest): void;
  remove(value: Address, link: FakeLink, request: FakeRequest): void;
  onLinkEvent(event: LinkEvent, link: FakeLink): void;
}

const FOREVER = 0xffff_ffff;

/** Unlimited lifetimes. */
export const forever = { prefered: FOREVER, valid: FOREVER, cstamp: 0, tstamp: 0 };

/** True for unlimited lifetimes, as in a request that repeats a listed address. */
export const isForever = ({ prefered, valid }: { prefered: number; valid: number }): boolean =>
  prefered === FOREVER && valid === FOREVER;

/** The members of a request that are modelled. */
export const MODELLED = [
  "family",
  "prefixlen",
  "ifaFlags",
  "scope",
  "index",
  "address",
  "local",
  "label",
  "broadcast",
  "flags",
  "rtPriority",
  "proto",
];

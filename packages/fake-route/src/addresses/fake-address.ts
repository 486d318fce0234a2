import type { Address } from "@rxnetlink/route";
import type { LinkEvent } from "../kernel/fake-object.js";
import type { Asked } from "../kernel/fake-request.js";
import type { FakeLink } from "../links/fake-link.js";

/** An address as the fake kernel keeps it: what is told of it. */
export interface FakeAddress extends Omit<Address, "flags"> {
  /** The address on this end. */
  local: string;
  address: string;
  flags: number;
}

/** The addresses of one family. */
export interface AddressFamily {
  /** All of them, by link. */
  readonly all: readonly FakeAddress[];
  put(request: Address, link: FakeLink, asked: Asked): void;
  remove(request: Address, link: FakeLink, asked: Asked): void;
  follow(event: LinkEvent, link: FakeLink): void;
}

const FOR_EVER = 0xffff_ffff;

/** Lifetimes without an end. */
export const forEver = { prefered: FOR_EVER, valid: FOR_EVER, cstamp: 0, tstamp: 0 };

/** Whether a request asks for no end, as one does that hands back what was listed. */
export const isForEver = ({ prefered, valid }: { prefered: number; valid: number }): boolean =>
  prefered === FOR_EVER && valid === FOR_EVER;

/** The members that may be asked for. */
export const KNOWN_OF_ADDRESSES = [
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

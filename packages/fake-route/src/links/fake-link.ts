import { type Link, linkFlags } from "@rxnetlink/route";
import type { LinkKind } from "./kinds/link-kind.js";

/** A link as the fake kernel keeps it. */
export interface FakeLink {
  readonly index: number;
  readonly kind: LinkKind;
  ifname: string;
  /** `IFF_*` as they were set; what follows from the carrier is added when they are told. */
  flags: number;
  mtu: number;
  address: string;
  /** Whether somebody has chosen the address, so that a bridge keeps it. */
  chosen: boolean;
  txqlen: number;
  group: number;
  ifalias?: string;
  /** The carrier as far as the link has one of its own. */
  carrier: boolean;
  /** Index of its bridge. */
  master?: number;
  /** Index of the other end, or of the link below. */
  link?: number;
  /** Settings of its kind, as they are told. */
  data?: NonNullable<Link["linkinfo"]>["data"];
  /** What was last told of its carrier. */
  told: string;
  /** IPv6 is in use on it: it has been up with a carrier since it was switched on. */
  ready: boolean;
}

/** Whether a link is up. */
export const isUp = ({ flags }: FakeLink): boolean => (flags & linkFlags.bits.up) !== 0;

import type { Link } from "@rxnetlink/route";
import type { FakeLink } from "../fake-link.js";
import type { Links } from "../links.js";

/** Settings of a link of one kind, in a request. */
export type LinkData = NonNullable<NonNullable<Link["linkinfo"]>["data"]>;

/** What is particular to one kind of links. */
export interface LinkKind {
  /** `IFLA_INFO_KIND`; absent for hardware, which cannot be made or deleted. */
  readonly name?: string;
  /** Device type. */
  readonly type: Link["type"];
  /** The flags that it begins with. */
  readonly flags: number;
  /** Its MTU, and the range that it takes; 0 is no limit. */
  readonly mtu: number;
  readonly minMtu: number;
  readonly maxMtu: number;
  /** Length of its transmit queue. */
  readonly txqlen: number;
  /** Whether it has its hardware address for good. */
  readonly fixedAddress?: true;
  /** Whether `IFLA_CARRIER` sets its carrier. */
  readonly ownCarrier?: true;
  /** Whether it can be the port of a bridge, and what the kernel says where not. */
  readonly asPort: "yes" | "EINVAL" | "ELOOP";
  /** Whether it can have ports. */
  readonly takesPorts?: true;
  /** Whether it ends with the link below. */
  readonly endsWithLower?: true;
  /** Checks a request to make one, and fills in what it takes from others. */
  prepare?(links: Links, request: Link): Partial<FakeLink>;
  /** Makes what belongs to a new link, such as the other end. */
  complete?(links: Links, link: FakeLink, request: Link): void;
  /** Checks that it can be switched on. */
  open?(links: Links, link: FakeLink): void;
  /** Whether there is a carrier; its own where this is left out. */
  carrier?(links: Links, link: FakeLink): boolean;
  /** The operational state of one that is up without a carrier: `"down"` where this is left out. */
  readonly withoutCarrier?: Link["operstate"];
  /** The operational state of one that is up with a carrier: `"up"` where this is left out. */
  readonly withCarrier?: Link["operstate"];
  /** Which links end with it. */
  companions?(links: Links, link: FakeLink): FakeLink[];
  /** Another link went up or down, or has another MTU. */
  below?(links: Links, link: FakeLink, lower: FakeLink): void;
}

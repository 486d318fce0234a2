// Form of the tables of links that are added with `ip link` and with rxnetlink, and the words they share.
import type { LinkData } from "#src/link/kinds/formats.js";
import type { Link } from "#src/link/layout.js";

/** Returns the index of a link that exists: v0 and v1 are a pair, w0 and w1 another. */
export type IndexOf = (name: string) => number;

/** A link to add. */
export interface LinkCase {
  /** Words after `ip link add t0`. */
  readonly ip: string;
  /** Settings of its kind. */
  readonly data: (of: IndexOf) => LinkData;
  /** Other members of the link. */
  readonly link?: (of: IndexOf) => Partial<Link>;
  /** Settings that are changed afterwards. */
  readonly change?: LinkData;
  /** First kernel that has the settings; older ones ignore them, so the test is skipped there. */
  readonly since?: string;
  /** Settings that the kernel accepts but does not report. */
  readonly writeOnly?: readonly string[];
}

export const onV0 = (of: IndexOf) => ({ link: of("v0") });

/** Endpoints of a tunnel. */
export const ENDS = { local: "192.0.2.1", remote: "192.0.2.2" };
export const IP4 = "local 192.0.2.1 remote 192.0.2.2";
export const ENDS6 = { local: "2001:db8::1", remote: "2001:db8::2" };
export const IP6 = "local 2001:db8::1 remote 2001:db8::2";

/** Encapsulation of a tunnel in UDP. */
export const FOU = { encapType: "fou", encapFlags: 1, encapSport: 7777, encapDport: 8888 } as const;
export const FOU_WORDS = "encap fou encap-sport 7777 encap-dport 8888 encap-csum";
export const GUE = { encapType: "gue", encapFlags: 6, encapSport: 0, encapDport: 8888 } as const;
export const GUE_WORDS = "encap gue encap-sport auto encap-dport 8888 encap-remcsum";

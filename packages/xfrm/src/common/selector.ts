import {
  be16,
  derived,
  hex,
  type Infer,
  ifindex,
  pad,
  prefixed,
  s32,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { xfrmAddress } from "./address.js";
import { familyOf, xfrmFamily } from "./family.js";
import { packetProto } from "./proto.js";

/** Returns the length of the prefix that an address without one is: the address alone. */
function lengthOf(address: string | undefined): number {
  if (address === undefined) return 0;
  return address.includes(":") ? 128 : 32;
}

/** Mask of a port that is given without one: just this port, or any if it is 0. */
const exactly = (port: number | undefined) => (port ? 0xffff : 0);

interface Ports {
  readonly dport: number;
  readonly sport: number;
}
interface Addresses {
  readonly daddr: string;
  readonly saddr: string;
}

/** Packets that a policy or a state is about (`struct xfrm_selector`). */
export const xfrmSelectorStruct = struct("xfrm_selector", {
  /** Destination; requests may write the prefix, `"10.0.0.0/8"`. */
  daddr: prefixed(xfrmAddress(40), "prefixlenD"),
  /** Source; requests may write the prefix, `"10.0.0.0/8"`. */
  saddr: prefixed(xfrmAddress(24), "prefixlenS"),
  /** Destination port; for ICMP the code. */
  dport: be16,
  /** Bits of `dport` that count: all of them by default, and none if it is 0. */
  dportMask: hex(derived(be16, ({ dport }: Partial<Ports>) => exactly(dport))),
  /** Source port; for ICMP the type. */
  sport: be16,
  /** Bits of `sport` that count: all of them by default, and none if it is 0. */
  sportMask: hex(derived(be16, ({ sport }: Partial<Ports>) => exactly(sport))),
  /** Address family; by default that of the addresses. */
  family: derived(xfrmFamily, ({ daddr, saddr }: Partial<Addresses>) => familyOf(daddr, saddr) ?? "unspec"),
  /** Length of the prefix in `daddr`; by default that of a single host, or 0 without an address. */
  prefixlenD: derived(u8, ({ daddr }: Partial<Addresses>) => lengthOf(daddr)),
  /** Length of the prefix in `saddr`; by default that of a single host, or 0 without an address. */
  prefixlenS: derived(u8, ({ saddr }: Partial<Addresses>) => lengthOf(saddr)),
  /** Protocol; 0 is any. */
  proto: packetProto,
  padding: pad(3),
  /** Index of the link; 0 is any. */
  ifindex: ifindex(s32),
  /** Id of a user, which the kernel keeps but does not compare. */
  user: u32,
});
/** Packets that a policy or a state is about. */
export interface XfrmSelector extends Infer<typeof xfrmSelectorStruct> {}

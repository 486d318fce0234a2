import { linkFlags } from "@rxnetlink/route";
import type { LinkKind } from "../fake-link.js";

const { broadcast, loopback, multicast, noarp } = linkFlags.bits;
const ETHERNET = {
  type: "ether",
  minMtu: 68,
  maxMtu: 65535,
  mtu: 1500,
  txqlen: 1000,
  asPort: "yes",
} as const;

/** `lo`. */
export const loopbackLink: LinkKind = {
  ...ETHERNET,
  type: "loopback",
  flags: loopback,
  mtu: 65536,
  minMtu: 0,
  maxMtu: 0,
  withCarrier: "unknown",
  asPort: "EINVAL",
};

/** Hardware, whose carrier `FakeKernel.carrier` sets. */
export const ethernetLink: LinkKind = { ...ETHERNET, flags: broadcast | multicast };

/** `dummy`. */
export const dummyLink: LinkKind = {
  ...ETHERNET,
  name: "dummy",
  flags: broadcast | noarp,
  minMtu: 0,
  maxMtu: 0,
  ownCarrier: true,
  withCarrier: "unknown",
};

/** `ifb`. */
export const ifbLink: LinkKind = {
  ...ETHERNET,
  name: "ifb",
  flags: broadcast | noarp,
  minMtu: 0,
  maxMtu: 0,
  txqlen: 32,
  fixedAddress: true,
  withCarrier: "unknown",
};

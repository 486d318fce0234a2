import { be32, flags } from "@rxnetlink/core/schema";

/** Flags of address translation (`NF_NAT_RANGE_*`). */
export const natRangeFlags = flags("NF_NAT_RANGE_", be32, {
  /** Addresses are translated; filled in by the kernel. */
  mapIps: 0x01,
  /** Ports are given; filled in by the kernel. */
  protoSpecified: 0x02,
  /** Chooses the port at random, from a hash of the connection. */
  protoRandom: 0x04,
  /** Gives a client the same address each time. */
  persistent: 0x08,
  /** Chooses the port wholly at random. */
  protoRandomFully: 0x10,
  /** Shifts ports by the distance from the first. */
  protoOffset: 0x20,
  /** Keeps the host part of the address; since 5.8. */
  netmap: 0x40,
});

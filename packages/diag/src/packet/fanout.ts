import { eitherOrder, enumeration, type Infer, type Struct, struct, u16 } from "@rxnetlink/core/schema";

/** Ways to distribute packets among the sockets of a group (`PACKET_FANOUT_*`). */
export const packetFanoutType = enumeration("PACKET_FANOUT_", u16, {
  /** By flow. */
  hash: 0,
  /** In turn. */
  lb: 1,
  cpu: 2,
  /** To the next one when one is full. */
  rollover: 3,
  rnd: 4,
  /** By the queue of the link. */
  qm: 5,
  /** By a program of classic BPF. */
  cbpf: 6,
  /** By a program of BPF. */
  ebpf: 7,
});

const lower = {
  /** Id of the group. */
  id: u16,
};
const upper = {
  /** Way to distribute. */
  type: packetFanoutType,
};
/** Members of the group of a packet socket; by this name they keep their comments in declaration files. */
type PacketFanoutFields = { -readonly [K in keyof typeof lower]: (typeof lower)[K] } & {
  -readonly [K in keyof typeof upper]: (typeof upper)[K];
};

/** Layout of the group among which packets are distributed: in C one number, with the id in its lower half. */
export const packetFanout: Struct<PacketFanoutFields> = eitherOrder(
  struct("packet fanout", { ...lower, ...upper }),
  struct("packet fanout", { ...upper, ...lower }),
);
/** Group of packet sockets among which packets are distributed. */
export interface PacketFanout extends Infer<typeof packetFanout> {}

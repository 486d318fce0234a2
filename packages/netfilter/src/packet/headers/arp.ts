import { be16, enumeration, type Infer, struct, u8 } from "@rxnetlink/core/schema";
import { packetProtocol } from "../../common/packet-values.js";

/** Operations of ARP (`ARPOP_*`). */
export const arpOperation = enumeration("ARPOP_", be16, {
  request: 1,
  reply: 2,
  rrequest: 3,
  rreply: 4,
  nak: 10,
});

/** Header of an ARP packet (`struct arphdr`). */
export const arphdr = struct("arphdr", {
  /** Type of the link-layer addresses (`ARPHRD_*`): 1 is Ethernet. */
  hrd: be16,
  /** Protocol of the other addresses. */
  pro: packetProtocol,
  /** Length of a link-layer address, in bytes. */
  hln: u8,
  /** Length of the other addresses, in bytes. */
  pln: u8,
  /** Operation. */
  op: arpOperation,
});
/** Header of an ARP packet. */
export interface Arphdr extends Infer<typeof arphdr> {}

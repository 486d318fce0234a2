import { attributes, be16, be32, binary, type Infer } from "@rxnetlink/core/schema";

/** The connection of a packet; what it has besides is in `unknown`. */
export const packetConntrackAttributes = attributes("packet-ct-attrs", "CTA_", {
  /** Status bits (`IPS_*`). */
  status: [3, be32],
  /** Time left, in seconds. */
  timeout: [7, be32],
  /** Mark. */
  mark: [8, be32],
  /** Id, which tells apart connections with the same addresses. */
  id: [12, be32],
  /** Zone. */
  zone: [18, be16],
  /** In a verdict, the bits of the mark that change; by default all. */
  markMask: [21, be32],
  /** Labels, 16 bytes. */
  labels: [22, binary],
  /** In a verdict, the labels that change; by default all. */
  labelsMask: [23, binary],
});
/** The connection of a packet. */
export interface PacketConntrack extends Infer<typeof packetConntrackAttributes> {}

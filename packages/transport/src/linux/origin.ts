import type { Credentials } from "@rxnetlink/core";

/** The namespace id of a datagram without one. */
export const NO_NSID = -0x8000_0000;

/** The sender and destination of a datagram. */
export interface Origin {
  /** Port id of the sender; 0 is the kernel. */
  readonly portId: number;
  /** Multicast group; 0 for unicast. */
  readonly group: number;
  /** Id of the sender's namespace, or {@link NO_NSID}. */
  readonly nsid: number;
  /** The sender, if the socket asks for it. */
  readonly credentials: Credentials | undefined;
}

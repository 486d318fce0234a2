import { be32, enumeration } from "@rxnetlink/core/schema";

/** Types of stateful objects (`NFT_OBJECT_*`). */
export const objectType = enumeration("NFT_OBJECT_", be32, {
  unspec: 0,
  counter: 1,
  quota: 2,
  /** Helper of connection tracking; since 4.12. */
  ctHelper: 3,
  limit: 4,
  /** Limit of the number of connections; since 4.18. */
  connlimit: 5,
  /** Metadata of a tunnel; since 4.19. */
  tunnel: 6,
  /** Timeouts of connection tracking; since 4.19. */
  ctTimeout: 7,
  /** Security mark; since 4.20. */
  secmark: 8,
  /** Expectation of connection tracking; since 5.3. */
  ctExpect: 9,
  /** SYN proxy; since 5.4. */
  synproxy: 10,
});

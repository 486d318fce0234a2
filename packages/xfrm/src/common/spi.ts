import { be32, hex } from "@rxnetlink/core/schema";

/** Security parameter index, which names a state among those of its destination and protocol. */
export const spi = hex(be32);

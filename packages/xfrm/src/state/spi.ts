import { attributes, derived, extend, hex, type Infer, message, struct, u32 } from "@rxnetlink/core/schema";
import { ifId } from "../common/if-id.js";
import { markStruct } from "../common/mark.js";
import { usersaMembers } from "./info.js";
import { xfrmSaDir } from "./layout.js";

/** SPIs below are reserved (RFC 4303); those of compression have 16 bits. */
const [LEAST, MOST, MOST_COMP] = [0x100, 0x0fff_ffff, 0xffff];

/** Fixed part of `XFRM_MSG_ALLOCSPI`. */
const xfrmUserspiInfo = struct(
  "xfrm_userspi_info",
  extend(usersaMembers, {
    /** Least SPI; 0x100 by default. */
    min: derived(hex(u32), () => LEAST),
    /** Greatest SPI; by default 0x0fffffff, and 0xffff for compression. */
    max: derived(hex(u32), ({ proto }: { proto?: unknown }) => (proto === "comp" ? MOST_COMP : MOST)),
  }),
);

const spiAttributes = attributes("xfrm-spi-attrs", "XFRMA_", {
  /** Mark that packets need. */
  mark: [21, markStruct],
  /** Id of the xfrm interfaces that use it. */
  ifId: [31, ifId],
  /** Direction; since 6.10. */
  saDir: [33, xfrmSaDir],
  /** CPU that uses it; since 6.13. */
  saPcpu: [35, u32],
});

/** Layout of `XFRM_MSG_ALLOCSPI`. */
export const spiMessage = message("xfrm-spi", xfrmUserspiInfo, spiAttributes);
/** A request for an SPI: what the state will be, and the range. */
export interface XfrmSpiRange extends Infer<typeof spiMessage> {}

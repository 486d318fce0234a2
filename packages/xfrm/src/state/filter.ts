import { attributes, type Infer, prefixed, type Sized, struct, u8 } from "@rxnetlink/core/schema";
import { xfrmAddress } from "../common/address.js";
import { xfrmProto } from "../common/proto.js";
import { familyOfEnds } from "./info.js";

const xfrmAddressFilter = struct("xfrm_address_filter", {
  /** Source; requests may write the prefix, `"10.0.0.0/8"`. */
  saddr: prefixed(xfrmAddress(32), "splen"),
  /** Destination; requests may write the prefix, `"10.0.0.0/8"`. */
  daddr: prefixed(xfrmAddress(16), "dplen"),
  /** Family; by default that of the addresses. */
  family: familyOfEnds,
  /** Length of the prefix in `saddr`. */
  splen: u8,
  /** Length of the prefix in `daddr`. */
  dplen: u8,
});
/** Addresses that a list of states is limited to (`struct xfrm_address_filter`). */
export interface XfrmAddressFilter extends Infer<typeof xfrmAddressFilter> {}

/** Attributes that limit a list (`XFRMA_*`). */
export const stateFilterAttributes = attributes("xfrm-state-filter-attrs", "XFRMA_", {
  /** Protocol. */
  proto: [25, xfrmProto],
  /** Prefixes of the addresses. */
  addressFilter: [26, xfrmAddressFilter as Sized<XfrmAddressFilter>],
});

import {
  attributes,
  be16,
  extend,
  type Infer,
  message,
  noAttributes,
  pad,
  type Sized,
  struct,
  u32,
} from "@rxnetlink/core/schema";
import { anyAddress, xfrmAddress } from "../common/address.js";
import { xfrmProto } from "../common/proto.js";
import { type XfrmSelector, xfrmSelectorStruct } from "../common/selector.js";
import { usersaIdMembers } from "../state/info.js";

const xfrmUserReport = struct("xfrm_user_report", {
  /** Protocol that the packet had or lacked. */
  proto: xfrmProto,
  padding: pad(3),
  /** The packet. */
  sel: xfrmSelectorStruct as Sized<XfrmSelector>,
});
const reportAttributes = attributes("xfrm-report-attrs", "XFRMA_", {
  /** Care-of address in the packet. */
  coaddr: [14, anyAddress],
});
/** Layout of `XFRM_MSG_REPORT`. */
export const reportMessage = message("xfrm-report", xfrmUserReport, reportAttributes);
/** A packet violated a policy of Mobile IPv6. */
export interface XfrmReport extends Infer<typeof reportMessage> {}

const xfrmUserMapping = struct(
  "xfrm_user_mapping",
  extend(usersaIdMembers, {
    /** Id that ties the state to templates. */
    reqid: u32,
    /** Address of the peer so far. */
    oldSaddr: xfrmAddress(-8),
    /** Address of the peer, as its packets have it now. */
    newSaddr: xfrmAddress(-24),
    /** Port of the peer so far. */
    oldSport: be16,
    /** Port of the peer, as its packets have it now. */
    newSport: be16,
  }),
);
/** Layout of `XFRM_MSG_MAPPING`. */
export const mappingMessage = message("xfrm-mapping", xfrmUserMapping, noAttributes);
/** A peer behind a NAT has another address or port. */
export interface XfrmMapping extends Infer<typeof mappingMessage> {}

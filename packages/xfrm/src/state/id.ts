import { attributes, extend, type Infer, message, nest, refine, type Type } from "@rxnetlink/core/schema";
import { familyAddress } from "../common/address.js";
import { markStruct } from "../common/mark.js";
import { stateFilterAttributes, type XfrmAddressFilter } from "./filter.js";
import { xfrmUsersaId, xfrmUsersaInfo } from "./info.js";
import { type XfrmState, xfrmStateAttributes } from "./layout.js";

/** Attributes that identify a state (`XFRMA_*`). */
const idAttributes = attributes("xfrm-state-id-attrs", "XFRMA_", {
  /** Source, for states of Mobile IPv6, which have no SPI. */
  srcaddr: [13, familyAddress],
  /** Mark that packets need. */
  mark: [21, markStruct],
});

/** Layout of requests for one state, and of its removal. */
export const stateIdMessage = message("xfrm-state-id", xfrmUsersaId, idAttributes);

/** Members of requests for states besides those of a state. */
export interface XfrmStateFilter {
  /** Prefixes of the addresses that a list is limited to. Write-only. */
  addressFilter?: XfrmAddressFilter;
}
/** A state as requests have it. */
export interface XfrmStateRequest extends XfrmState, XfrmStateFilter {}

/** Layout of `XFRM_MSG_GETSA`: of a list it has attributes only, without a header. */
export const getStateMessage: Type<XfrmStateRequest> = refine<Infer<typeof stateIdMessage>, XfrmStateRequest>(
  stateIdMessage,
  {
    name: "xfrm-state",
    member: (key) => stateIdMessage.member!(key) ?? stateFilterAttributes.member!(key),
    keys: () => [...stateIdMessage.keys!(), "addressFilter"],
    write(out, value, scope) {
      const isList = typeof value === "object" && value !== null && value.daddr === undefined;
      (isList ? stateFilterAttributes : stateIdMessage).write(out, value as never, scope);
    },
  },
);

/** Layout of reports of `XFRM_MSG_DELSA`, as they are sent. */
export const deletedStateMessage = message(
  "xfrm-deleted-state",
  xfrmUsersaId,
  attributes(
    "xfrm-deleted-state-attrs",
    "XFRMA_",
    extend(xfrmStateAttributes.set, {
      /** The state, as it was. */
      sa: [6, xfrmUsersaInfo],
    }),
  ),
);

/** The same, read as the state that is gone. */
export const deletedState: Type<XfrmState> = refine(nest<object>(deletedStateMessage), {
  read(view, at, end, scope) {
    const { sa, ...rest } = deletedStateMessage.read(view, at, end, scope);
    return { ...sa, ...rest } as XfrmState;
  },
});

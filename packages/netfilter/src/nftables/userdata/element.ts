import { flags, nest, string, u32 } from "@rxnetlink/core/schema";
import { type TlvsOf, tlvs } from "./tlvs.js";

/** Notes about an element, by which `nft` tells intervals (`NFTNL_SET_ELEM_F_*`). */
export const elementUserdataFlags = flags("NFTNL_SET_ELEM_F_", u32, {
  /** The interval has no end: it reaches to the last key. */
  intervalOpen: 1,
});

const members = {
  /** Comment. */
  comment: [0, string],
  /** Notes of `nft`. */
  flags: [1, elementUserdataFlags],
} as const;

/** User data of an element. */
export interface ElementUserdata extends TlvsOf<typeof members> {}
/** Layout of the user data of an element. */
export const elementUserdata = nest<ElementUserdata>(tlvs("element-userdata", members));

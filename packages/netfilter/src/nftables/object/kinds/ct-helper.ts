import { attributes, be16, enumeration, type Infer, string, u8 } from "@rxnetlink/core/schema";
import { nfproto } from "../../../common/nfgenmsg.js";

/** Protocol family in 16 bits (`NFPROTO_*`). */
export const l3proto = enumeration("NFPROTO_", be16, nfproto.values);

/** Attributes of a helper (`NFTA_CT_HELPER_*`). */
export const ctHelperAttributes = attributes("ct-helper-attrs", "NFTA_CT_HELPER_", {
  /** Name of the kernel's helper: `"ftp"`. */
  name: [1, string],
  /** Protocol family; that of the table by default. */
  l3proto: [2, l3proto],
  /** Number of the transport protocol. */
  l4proto: [3, u8],
});
/** Helper of connection tracking, for connections that a rule assigns it to. */
export interface CtHelper extends Infer<typeof ctHelperAttributes> {}

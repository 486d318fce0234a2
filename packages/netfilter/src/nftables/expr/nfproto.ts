import { be32, enumeration } from "@rxnetlink/core/schema";
import { nfproto } from "../../common/nfgenmsg.js";

/** Protocol families (`NFPROTO_*`), in the width that expressions have them. */
export const nfprotoNumber = enumeration("NFPROTO_", be32, nfproto.values);

import { ifindex, pad, type Struct, s32, struct } from "@rxnetlink/core/schema";
import { GENL_HDRLEN } from "../family/genlmsghdr.js";

const ovsHeaderFields = {
  genlmsghdr: pad(GENL_HDRLEN),
  /** Datapath: the index or name of the link that is its local port. */
  dpIfindex: ifindex(s32),
};
/** Members of `struct ovs_header`; by this name they keep their comments in declaration files. */
export type OvsHeaderFields = { -readonly [K in keyof typeof ovsHeaderFields]: (typeof ovsHeaderFields)[K] };

/** Fixed header of all messages: the datapath, after the header of generic netlink (`struct ovs_header`). */
export const ovsHeader: Struct<OvsHeaderFields> = struct("ovs_header", ovsHeaderFields);

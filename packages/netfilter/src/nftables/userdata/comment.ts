import { nest, string } from "@rxnetlink/core/schema";
import { type TlvsOf, tlvs } from "./tlvs.js";

const members = {
  /** Comment, as `nft` shows it; up to 128 bytes there. */
  comment: [0, string],
} as const;

/** User data of a table, chain, rule, stateful object or flowtable. */
export interface CommentUserdata extends TlvsOf<typeof members> {}
/** Layout of user data that holds a comment. */
export const commentUserdata = nest<CommentUserdata>(tlvs("userdata", members));

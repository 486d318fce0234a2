import {
  attributes,
  be32,
  be64,
  flags,
  type Infer,
  message,
  padding,
  readOnly,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { commentUserdata } from "../userdata/comment.js";

/** Table flags (`NFT_TABLE_F_*`). */
export const tableFlags = flags("NFT_TABLE_F_", be32, {
  /** Its chains see no packets. */
  dormant: 0x1,
  /** Only the socket that created it may change it, and it ends with that socket; since 5.12. */
  owner: 0x2,
  /** With `owner`: it stays when its socket closes, and another may take it over; since 6.9. */
  persist: 0x4,
});

/** Attributes of table messages (`NFTA_TABLE_*`). */
export const tableAttributes = attributes("table-attrs", "NFTA_TABLE_", {
  /** Name, up to 255 bytes. */
  name: [1, string],
  /** Flags; see {@link tableFlags}. */
  flags: [2, tableFlags],
  /** Number of chains, sets, objects and flowtables in it. Read-only. */
  use: [3, readOnly(be32)],
  /** Handle, by which the table can be deleted too. */
  handle: [4, be64],
  /** Alignment. */
  pad: [5, padding],
  /** Notes of user space: a comment; since 5.10. */
  userdata: [6, commentUserdata],
  /** Port id of the socket that owns it; since 5.12. Read-only. */
  owner: [7, readOnly(be32)],
});

/** Layout of `NFT_MSG_NEWTABLE`, `NFT_MSG_DELTABLE` and `NFT_MSG_GETTABLE`. */
export const tableMessage = message("table", nfgenmsg, tableAttributes);
/** A table of nftables: holds chains, sets, stateful objects and flowtables of one family. */
export interface Table extends Infer<typeof tableMessage> {}

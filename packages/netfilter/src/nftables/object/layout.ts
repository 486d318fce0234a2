import {
  attributes,
  be32,
  be64,
  type Infer,
  message,
  padding,
  readOnly,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { objectType } from "../common/object-type.js";
import { commentUserdata } from "../userdata/comment.js";
import { statefulObjectData } from "./kinds/formats.js";

/** Attributes of messages of stateful objects (`NFTA_OBJ_*`). */
export const statefulObjectAttributes = attributes("obj-attrs", "NFTA_OBJ_", {
  /** Name of the table. */
  table: [1, string],
  /** Name, up to 255 bytes; objects of different types may share one. */
  name: [2, string],
  /** Type; filled in from `data`. */
  type: [3, objectType],
  /** Settings and state: one member, named after the type. */
  data: [4, statefulObjectData],
  /** Number of rules and elements that refer to it. Read-only. */
  use: [5, readOnly(be32)],
  /** Handle. */
  handle: [6, be64],
  /** Alignment. */
  pad: [7, padding],
  /** Notes of user space: a comment; since 5.10. */
  userdata: [8, commentUserdata],
});

/** Layout of `NFT_MSG_NEWOBJ`, `NFT_MSG_DELOBJ` and `NFT_MSG_GETOBJ`. */
export const statefulObjectMessage = message("object", nfgenmsg, statefulObjectAttributes);
/** A stateful object: a named counter, quota, limit … that rules refer to. */
export interface StatefulObject extends Infer<typeof statefulObjectMessage> {}

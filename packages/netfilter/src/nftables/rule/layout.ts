import { attributes, be32, be64, type Infer, message, nest, padding, string } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { type RuleCompat, ruleCompatAttributes, ruleExpressions } from "../expr/compat.js";
import { commentUserdata } from "../userdata/comment.js";

/** Attributes of rule messages (`NFTA_RULE_*`). */
export const ruleAttributes = attributes("rule-attrs", "NFTA_RULE_", {
  /** Name of the table. */
  table: [1, string],
  /** Name of the chain. */
  chain: [2, string],
  /** Handle, which tells it from the others of the chain. The kernel chooses it. */
  handle: [3, be64],
  /** Expressions, at most 128; a packet passes them in order. */
  expressions: [4, ruleExpressions],
  /** Protocol that xtables matches and targets check; requests fill it in from `expressions`, and the kernel does not report it. */
  compat: [5, nest<RuleCompat>(ruleCompatAttributes)],
  /** Handle of the rule before it; never an index. */
  position: [6, be64],
  /** Notes of user space: a comment; up to 256 bytes. */
  userdata: [7, commentUserdata],
  /** Alignment. */
  pad: [8, padding],
  /** Number by which other steps of the same transaction refer to it. */
  id: [9, be32],
  /** Number of a rule of the same transaction, in place of `position`. */
  positionId: [10, be32],
  /** Number of a chain of the same transaction, in place of `chain`. */
  chainId: [11, be32],
});

/** Layout of `NFT_MSG_NEWRULE`, `NFT_MSG_DELRULE` and `NFT_MSG_GETRULE`. */
export const ruleMessage = message("rule", nfgenmsg, ruleAttributes);
/** A rule of a chain: expressions that a packet passes in order, as long as it matches. */
export interface Rule extends Infer<typeof ruleMessage> {}

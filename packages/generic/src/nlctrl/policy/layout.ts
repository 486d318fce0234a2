import type { Policy } from "@rxnetlink/core";
import {
  attributes,
  byNumber,
  enumeration,
  type Infer,
  message,
  nest,
  policyAttributes,
  string,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";

/** Wire types of attributes, as the kernel checks them (`NL_ATTR_TYPE_*`). */
export const attributeType = enumeration("NL_ATTR_TYPE_", u32, {
  /** Accepted whatever it holds. */
  invalid: 0,
  /** Present or absent, without payload. */
  flag: 1,
  u8: 2,
  u16: 3,
  u32: 4,
  u64: 5,
  s8: 6,
  s16: 7,
  s32: 8,
  s64: 9,
  /** Bytes. */
  binary: 10,
  /** Text, with or without a NUL at the end. */
  string: 11,
  /** Text with a NUL at the end. */
  nulString: 12,
  /** Attributes with a policy of their own. */
  nested: 13,
  /** A list of nests with a policy of their own. */
  nestedArray: 14,
  /** Bits, and which of them count. */
  bitfield32: 15,
  /** A signed integer of 4 or 8 bytes. */
  sint: 16,
  /** An unsigned integer of 4 or 8 bytes. */
  uint: 17,
});

/** Policies of a command by their index (`CTRL_ATTR_POLICY_*`). */
const operationPolicyAttributes = attributes("op-policy-attrs", "CTRL_ATTR_POLICY_", {
  /** Policy of single requests. */
  do: [1, u32],
  /** Policy of requests for a list. */
  dump: [2, u32],
});
/** Policies of a command by their index. */
export interface OperationPolicy extends Infer<typeof operationPolicyAttributes> {}

/** Attributes of a family's policies (`CTRL_ATTR_*`). */
const policiesAttributes = attributes("ctrl-attrs", "CTRL_ATTR_", {
  /** Number of the family. */
  familyId: [1, u16],
  /** Name of the family. Write-only. */
  familyName: [2, string],
  /** Attributes that policies accept, by index of the policy and number of the attribute. */
  policy: [8, byNumber(byNumber(nest<Policy>(policyAttributes)))],
  /** Policies of commands, by number of the command. */
  opPolicy: [9, byNumber(nest<OperationPolicy>(operationPolicyAttributes))],
  /** The command to report the policies of; all by default. Write-only. */
  op: [10, u32],
});

/** Layout of `CTRL_CMD_GETPOLICY`. */
export const policiesMessage = message("policies", genlmsghdr, policiesAttributes);
/** A part of a family's policies. */
export interface Policies extends Infer<typeof policiesMessage> {}

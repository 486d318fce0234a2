import { defineObject, EncodeError, type ObjectOf, pick, type RequestVerb } from "@rxnetlink/core";
import { NLM_F_ACK, nest } from "@rxnetlink/core/schema";
import {
  NFNLGRP_CONNTRACK_EXP_DESTROY,
  NFNLGRP_CONNTRACK_EXP_NEW,
  NFNLGRP_CONNTRACK_EXP_UPDATE,
} from "../../common/nfnlgrp.js";
import { IPCTNL_MSG_EXP_DELETE, IPCTNL_MSG_EXP_GET, IPCTNL_MSG_EXP_NEW } from "../messages.js";
import { familyOf } from "../tuple/family.js";
import { type Expectation, expectationMessage } from "./layout.js";
import { expectationStateRules } from "./state.js";

/** Returns the key of an expectation, which must have a tuple: without one, the kernel deletes all expectations. */
function keyOf(value: Partial<Expectation>): Partial<Expectation> {
  const { tuple } = value;
  if (tuple === undefined)
    throw new EncodeError("it names no expectation: tuple is missing", {
      hint: "flush$ deletes the expectations that match",
    });
  const family = value.family ?? familyOf(tuple);
  return { ...(family !== undefined && { family }), tuple, ...pick(value, "zone", "id") };
}

/** Completes a request with the family of its addresses. */
function complete(given: Partial<Expectation>, verb: RequestVerb): Partial<Expectation> {
  if (verb !== "add" && verb !== "change") return given;
  // The kernel chooses the id.
  const { id: _, ...rest } = given;
  const value = expectationMessage.isListed!(given) ? rest : given;
  const family = given.family ?? familyOf(given.tuple, given.master);
  return { ...value, ...(family !== undefined && { family }) };
}

/** Messages of expectations (`IPCTNL_MSG_EXP_*`). Only the timeout can be changed. */
export const expectationObject = defineObject({
  name: "expectation",
  namedBy: ["family", "zone", "helpName", "id"],
  layout: nest<Expectation>(expectationMessage),
  types: { new: IPCTNL_MSG_EXP_NEW, delete: IPCTNL_MSG_EXP_DELETE, get: IPCTNL_MSG_EXP_GET },
  groups: [NFNLGRP_CONNTRACK_EXP_NEW, NFNLGRP_CONNTRACK_EXP_UPDATE, NFNLGRP_CONNTRACK_EXP_DESTROY],
  verbs: ["list", "get", "add", "delete", "notify", "watch"],
  filters: ["family"],
  // A single reply says that more follow, but none do: the acknowledgement is its end.
  getFlags: NLM_F_ACK,
  complete,
  keysOf: (value) => [keyOf(value)],
  state: expectationStateRules,
});

/**
 * Verbs of expectations: connections that a helper expects, such as the data connection of FTP. A key is `tuple`, and `zone` if
 * it has one. The kernel hides the end of expectations of connections whose own end it hides.
 */
export interface Expectations extends ObjectOf<typeof expectationObject> {}

import { attributes, be32, enumeration, type Infer, message, nest, string, u8 } from "@rxnetlink/core/schema";
import { l3proto, nfgenmsg } from "../common/nfgenmsg.js";

/** State of a helper (`NFCT_HELPER_STATUS_*`). */
const helperStatus = enumeration("NFCT_HELPER_STATUS_", be32, {
  /** Connections are not handed to it: the helper only exists. */
  disabled: 0,
  enabled: 1,
});

/** Protocols of the connections that a helper serves (`NFCTH_TUPLE_*`). */
const helperTupleAttributes = attributes("cthelper-tuple-attrs", "NFCTH_TUPLE_", {
  /** Network protocol: `"ipv4"` or `"ipv6"`. */
  l3protonum: [1, l3proto],
  /** Number of the transport protocol: 6 for TCP, 17 for UDP. */
  l4protonum: [2, u8],
});
/** Protocols of the connections that a helper serves. */
export interface HelperTuple extends Infer<typeof helperTupleAttributes> {}

/** Rules for one class of expected connections (`NFCTH_POLICY_*`). */
const helperPolicyAttributes = attributes("cthelper-policy-attrs", "NFCTH_POLICY_", {
  /** Name of the class, of at most 15 bytes. */
  name: [1, string],
  /** Largest number of connections that one connection may expect at once. */
  expectMax: [2, be32],
  /** Time for which a connection is expected, in seconds. */
  expectTimeout: [3, be32],
});
/** Rules for one class of expected connections. */
export interface HelperPolicy extends Infer<typeof helperPolicyAttributes> {}

/** Rules for up to four classes of expected connections (`NFCTH_POLICY_SET*`). */
const helperPolicySetAttributes = attributes("cthelper-policy-set-attrs", "NFCTH_POLICY_", {
  /** Number of classes; in a request filled in. */
  setNum: [1, be32],
  /** First class. */
  set1: [2, nest<HelperPolicy>(helperPolicyAttributes)],
  /** Second class. */
  set2: [3, nest<HelperPolicy>(helperPolicyAttributes)],
  /** Third class. */
  set3: [4, nest<HelperPolicy>(helperPolicyAttributes)],
  /** Fourth class. */
  set4: [5, nest<HelperPolicy>(helperPolicyAttributes)],
});
/** Rules for up to four classes of expected connections. */
export interface HelperPolicySet extends Infer<typeof helperPolicySetAttributes> {}

/** Attributes of helpers (`NFCTH_*`). */
export const helperAttributes = attributes("cthelper-attrs", "NFCTH_", {
  /** Name, of at most 15 bytes. */
  name: [1, string],
  /** Protocols of the connections that it serves. */
  tuple: [2, nest<HelperTuple>(helperTupleAttributes)],
  /** Number of the queue to which the packets of these connections go. */
  queueNum: [3, be32],
  /** Rules for the connections that it may expect. */
  policy: [4, nest<HelperPolicySet>(helperPolicySetAttributes)],
  /** Bytes that the helper keeps for each connection. */
  privDataLen: [5, be32],
  /** State; a new helper is disabled unless this says otherwise. */
  status: [6, helperStatus],
});

/** Layout of `NFNL_MSG_CTHELPER_*`. */
export const helperMessage = message("cthelper", nfgenmsg, helperAttributes);
/** A helper in user space: a program that reads connections from a queue and says which further ones to expect. */
export interface Helper extends Infer<typeof helperMessage> {}

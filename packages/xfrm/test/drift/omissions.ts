// What the header has and no declaration does, with the reason.

const KERNEL = "the kernel keeps it to itself";
const MASK = "all flags of a set together";
const COUNT = "a number of constants";

/** Constants and structs of the header. */
export const omissions: Readonly<Record<string, string>> = {
  XFRMA_OUTPUT_MARK: "an older name of XFRMA_SET_MARK",
  XFRMGRP_: "bits of groups, which sockets join by number",
  XFRMNLGRP_NONE: "no group",
  XFRM_INF: 'the word "infinite"',
  XFRM_MIGRATE_STATE_KNOWN_FLAGS: MASK,
  XFRM_MSG_BASE: "the first message",
  XFRM_NR_MSGTYPES: COUNT,
  XFRM_POLICY_MASK: MASK,
  xfrm_id: "its members are those of the structs that hold it",
  xfrm_sec_ctx: KERNEL,
  xfrm_userpolicy_type: "its one member is the value of the attribute",
};

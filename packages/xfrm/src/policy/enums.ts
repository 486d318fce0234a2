import { enumeration, flags, pad, refine, struct, u8 } from "@rxnetlink/core/schema";

/** Directions of a policy (`XFRM_POLICY_*`). */
export const xfrmPolicyDir = enumeration("XFRM_POLICY_", u8, {
  /** Packets for this host. */
  in: 0,
  /** Packets that this host sends or forwards. */
  out: 1,
  /** Packets that this host forwards, as they come in. */
  fwd: 2,
});

/** What a policy does with packets (`XFRM_POLICY_*`). */
export const xfrmPolicyAction = enumeration("XFRM_POLICY_", u8, {
  /** Lets them pass through the states of the templates. */
  allow: 0,
  /** Drops them. */
  block: 1,
});

/** Flags of a policy (`XFRM_POLICY_*`). */
export const xfrmPolicyFlags = flags("XFRM_POLICY_", u8, {
  /** Sockets may have policies that override it. */
  localok: 1,
  /** Also covers ICMP errors about packets that it covers. */
  icmp: 2,
  /** Acquires states for each CPU; since 6.13. */
  cpuAcquire: 4,
});

/** Tables of policies (`XFRM_POLICY_TYPE_*`). */
export const xfrmPolicyType = enumeration("XFRM_POLICY_TYPE_", u8, {
  /** The usual table. */
  main: 0,
  /** A second one, of Mobile IPv6. */
  sub: 1,
  /** Both, in a flush. */
  any: 255,
});

const xfrmUserpolicyType = struct("xfrm_userpolicy_type", {
  /** The table. */
  type: xfrmPolicyType,
  padding: pad(5),
});

/** Table of a policy, as an attribute has it. */
export const policyType = refine(xfrmPolicyType, {
  name: "xfrm_userpolicy_type",
  size: 6,
  read: (view, at, end) => xfrmUserpolicyType.read(view, at, end).type,
  write: (out, type) => xfrmUserpolicyType.write(out, { type }),
});

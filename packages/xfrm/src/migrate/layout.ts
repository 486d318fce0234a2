import {
  attributes,
  derived,
  extend,
  flags,
  hex,
  type Infer,
  message,
  packed,
  pad,
  type Sized,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";
import { familyAddress, xfrmAddress } from "../common/address.js";
import { familyOf, xfrmFamily } from "../common/family.js";
import { ifId } from "../common/if-id.js";
import { markStruct } from "../common/mark.js";
import { xfrmMode } from "../common/mode.js";
import { type XfrmOffload, xfrmUserOffload } from "../common/offload.js";
import { xfrmProto } from "../common/proto.js";
import { type XfrmSelector, xfrmSelectorStruct } from "../common/selector.js";
import { policyType } from "../policy/enums.js";
import { xfrmUserpolicyId } from "../policy/id.js";
import { type XfrmEncapTmpl, xfrmEncapTmpl } from "../state/encap.js";
import { usersaIdMembers } from "../state/info.js";

/** A family that is by default that of two addresses. */
const familyFrom = (daddr: string, saddr: string) =>
  derived(
    xfrmFamily,
    (value: Record<string, string | undefined>) => familyOf(value[daddr], value[saddr]) ?? "unspec",
  );

const xfrmUserMigrate = struct("xfrm_user_migrate", {
  /** Destination so far. */
  oldDaddr: xfrmAddress(72),
  /** Source so far. */
  oldSaddr: xfrmAddress(56),
  /** Destination from now on. */
  newDaddr: xfrmAddress(42),
  /** Source from now on. */
  newSaddr: xfrmAddress(26),
  /** Protocol of the states. */
  proto: xfrmProto,
  /** Mode of the states. */
  mode: xfrmMode,
  reserved: pad(2),
  /** Id that ties the states to the template; 0 is any. */
  reqid: u32,
  /** Family of the addresses so far; by default that of the addresses. */
  oldFamily: familyFrom("oldDaddr", "oldSaddr"),
  /** Family of the addresses from now on; by default that of the addresses. */
  newFamily: familyFrom("newDaddr", "newSaddr"),
});
/** States to move from two addresses to two others (`struct xfrm_user_migrate`). */
export interface XfrmMigration extends Infer<typeof xfrmUserMigrate> {}

const xfrmUserKmaddress = struct("xfrm_user_kmaddress", {
  /** Address here. */
  local: xfrmAddress(36),
  /** Address of the peer. */
  remote: xfrmAddress(20),
  reserved: pad(4),
  /** Family; by default that of the addresses. */
  family: familyFrom("local", "remote"),
  padding: pad(2),
});
/** Addresses that key managers use (`struct xfrm_user_kmaddress`). */
export interface XfrmKmaddress extends Infer<typeof xfrmUserKmaddress> {}

const migrateAttributes = attributes("xfrm-migrate-attrs", "XFRMA_", {
  /** Encapsulation from now on. */
  encap: [4, xfrmEncapTmpl as Type<XfrmEncapTmpl>],
  /** Table of the policy. */
  policyType: [16, policyType],
  /** States to move. */
  migrate: [17, packed(xfrmUserMigrate as Sized<XfrmMigration>)],
  /** Addresses that key managers use. */
  kmaddress: [19, xfrmUserKmaddress as Type<XfrmKmaddress>],
  /** Device that does the work from now on. */
  offloadDev: [28, xfrmUserOffload as Type<XfrmOffload>],
  /** Id of the xfrm interfaces that the policy is for. */
  ifId: [31, ifId],
});

/** Layout of `XFRM_MSG_MIGRATE`. */
export const migrateMessage = message("xfrm-migrate", xfrmUserpolicyId, migrateAttributes);
/** A policy whose states move to other addresses. */
export interface XfrmMigrate extends Infer<typeof migrateMessage> {}

/** Options of the migration of one state (`XFRM_MIGRATE_STATE_*`). */
export const xfrmMigrateStateFlags = flags("XFRM_MIGRATE_STATE_", u32, {
  /** Without the device that did the work so far. */
  clearOffload: 1,
  /** The selector of a host-to-host state follows the addresses. */
  updateH2hSel: 2,
});

const xfrmUserMigrateState = struct(
  "xfrm_user_migrate_state",
  extend(usersaIdMembers, {
    /** Destination from now on. */
    newDaddr: xfrmAddress(104),
    /** Source from now on. */
    newSaddr: xfrmAddress(88),
    /** Mark of the state so far. */
    oldMark: markStruct,
    /** Packets that the state may carry from now on. */
    newSel: xfrmSelectorStruct as Sized<XfrmSelector>,
    /** Id that ties the state to templates from now on. */
    newReqid: u32,
    /** Options; see {@link xfrmMigrateStateFlags}. */
    flags: xfrmMigrateStateFlags,
    /** Family from now on; by default that of the addresses. */
    newFamily: familyFrom("newDaddr", "newSaddr"),
    reserved: pad(2),
  }),
);

const migrateStateAttributes = attributes("xfrm-migrate-state-attrs", "XFRMA_", {
  /** Encapsulation from now on. */
  encap: [4, xfrmEncapTmpl as Type<XfrmEncapTmpl>],
  /** Care-of address of Mobile IPv6. */
  coaddr: [14, familyAddress],
  /** Mark from now on. */
  mark: [21, markStruct],
  /** Device that does the work from now on. */
  offloadDev: [28, xfrmUserOffload as Type<XfrmOffload>],
  /** Mark that packets get from now on. */
  setMark: [29, hex(u32)],
  /** Bits of `setMark` that count. */
  setMarkMask: [30, hex(u32)],
  /** Id of the xfrm interfaces that use it from now on. */
  ifId: [31, ifId],
  /** Least time between two reports of a peer's new address, in seconds. */
  mtimerThresh: [32, u32],
  /** Seconds between packets that keep a NAT open. */
  natKeepaliveInterval: [34, u32],
});

/** Layout of `XFRM_MSG_MIGRATE_STATE`. */
export const migrateStateMessage = message(
  "xfrm-migrate-state",
  xfrmUserMigrateState,
  migrateStateAttributes,
);
/** A state that moves to other addresses. */
export interface XfrmMigrateState extends Infer<typeof migrateStateMessage> {}

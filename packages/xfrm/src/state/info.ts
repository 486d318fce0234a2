import {
  derived,
  flags,
  type Infer,
  pad,
  readOnly,
  type Sized,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { xfrmAddress } from "../common/address.js";
import { familyOf, xfrmFamily } from "../common/family.js";
import { lifetimeCfg, lifetimeCur } from "../common/lifetime.js";
import { xfrmMode } from "../common/mode.js";
import { xfrmProto } from "../common/proto.js";
import { type XfrmSelector, xfrmSelectorStruct } from "../common/selector.js";
import { spi } from "../common/spi.js";

/** Flags of a state (`XFRM_STATE_*`). */
export const xfrmStateFlags = flags("XFRM_STATE_", u8, {
  /** Does not copy congestion marks between headers. */
  noecn: 1,
  /** Copies the DSCP of the outer header to the inner one. */
  decapDscp: 2,
  /** Does not set the don't-fragment bit. */
  nopmtudisc: 4,
  /** Mobile IPv6: receives packets for any address. */
  wildrecv: 8,
  /** Also lets ICMP errors through. */
  icmp: 16,
  /** The selector may be of any family. */
  afUnspec: 32,
  /** Aligns AH to 4 bytes. */
  align4: 64,
  /** Extended sequence numbers; needs `replayEsnVal`. */
  esn: 128,
});

const xfrmStats = struct("xfrm_stats", {
  /** Packets outside the replay window. */
  replayWindow: u32,
  /** Packets that came twice. */
  replay: u32,
  /** Packets that failed authentication. */
  integrityFailed: u32,
});
/** Faults that a state has seen (`struct xfrm_stats`). */
export interface XfrmStats extends Infer<typeof xfrmStats> {}

interface Ends {
  readonly daddr: string;
  readonly saddr: string;
}
/** Family of a state: by default that of its addresses. */
export const familyOfEnds = derived(
  xfrmFamily,
  ({ daddr, saddr }: Partial<Ends>) => familyOf(daddr, saddr) ?? "unspec",
);

const infoMembers = {
  /** Packets that the state may carry, where it says that. */
  sel: xfrmSelectorStruct as Sized<XfrmSelector>,
  /** Destination. */
  daddr: xfrmAddress(156),
  /** Security parameter index; 0 of a state that waits for its keys. */
  spi,
  /** Protocol. */
  proto: xfrmProto,
  padding1: pad(3),
  /** Source. */
  saddr: xfrmAddress(132),
  /** Limits of its lifetime; none by default. */
  lft: lifetimeCfg,
  /** What was used of its lifetime. Read-only. */
  curlft: readOnly(lifetimeCur),
  /** Faults. Read-only. */
  stats: readOnly(xfrmStats as Sized<XfrmStats>),
  /** Number of the acquisition that the state answers; 0 if there is none. */
  seq: u32,
  /** Id that ties states to templates of policies; 0 is any. */
  reqid: u32,
  /** Family of the addresses; by default that of the addresses. */
  family: familyOfEnds,
  /** What it does to packets. */
  mode: xfrmMode,
  /** Size of the replay window, up to 32 packets; larger ones are in `replayEsnVal`. */
  replayWindow: u8,
  /** Flags; see {@link xfrmStateFlags}. */
  flags: xfrmStateFlags,
  padding2: pad(7),
};
/** Members of `struct xfrm_usersa_info`, which other structs begin with. */
export type UsersaMembers = { -readonly [K in keyof typeof infoMembers]: (typeof infoMembers)[K] };
/** Members of `struct xfrm_usersa_info`, which other structs begin with. */
export const usersaMembers: UsersaMembers = infoMembers;

/** Fixed part of messages about states (`struct xfrm_usersa_info`). */
export const xfrmUsersaInfo = struct("xfrm_usersa_info", usersaMembers);

const idMembers = {
  /** Destination. */
  daddr: xfrmAddress(20),
  /** Security parameter index. */
  spi,
  /** Family of the address; by default that of the address. */
  family: derived(xfrmFamily, ({ daddr }: Partial<Ends>) => familyOf(daddr) ?? "unspec"),
  /** Protocol. */
  proto: xfrmProto,
  padding: pad(1),
};
/** Members of `struct xfrm_usersa_id`, which other structs begin with. */
export type UsersaIdMembers = { -readonly [K in keyof typeof idMembers]: (typeof idMembers)[K] };
/** Members of `struct xfrm_usersa_id`, which other structs begin with. */
export const usersaIdMembers: UsersaIdMembers = idMembers;

/** Fixed part of requests for states and of reports of their end (`struct xfrm_usersa_id`). */
export const xfrmUsersaId = struct("xfrm_usersa_id", usersaIdMembers);

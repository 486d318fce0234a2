import { type Infer, kindOf, nest, type Other, subMessage } from "@rxnetlink/core";
import { actBpfAttributes, type BpfAction } from "./bpf.js";
import { actConnmarkAttributes, type ConnmarkAction } from "./connmark.js";
import { actCsumAttributes, type CsumAction } from "./csum.js";
import { actCtAttributes, type CtAction } from "./ct.js";
import { actCtinfoAttributes, type CtinfoAction } from "./ctinfo.js";
import { actGactAttributes, type GactAction } from "./gact.js";
import { actGateAttributes, type GateAction } from "./gate.js";
import { actIfeAttributes, type IfeAction } from "./ife.js";
import { actMirredAttributes, type MirredAction } from "./mirred.js";
import { actMplsAttributes, type MplsAction } from "./mpls.js";
import { actNatAttributes, type NatAction } from "./nat.js";
import { actPeditAttributes, type PeditAction } from "./pedit.js";
import { type PoliceAction, policeAttributes } from "./police.js";
import { actSampleAttributes, type SampleAction } from "./sample.js";
import { actSimpleAttributes, type SimpleAction } from "./simple.js";
import { actSkbeditAttributes, type SkbeditAction } from "./skbedit.js";
import { actSkbmodAttributes, type SkbmodAction } from "./skbmod.js";
import { actTunnelKeyAttributes, type TunnelKeyAction } from "./tunnel-key.js";
import { actVlanAttributes, type VlanAction } from "./vlan.js";

/** `TCA_ACT_OPTIONS`, by the kind of the action. */
export const actionOptions = subMessage("kind", {
  /** A program decides. */
  bpf: nest<BpfAction>(actBpfAttributes),
  /** The connection's mark. */
  connmark: nest<ConnmarkAction>(actConnmarkAttributes),
  /** Checksums. */
  csum: nest<CsumAction>(actCsumAttributes),
  /** Connection tracking. */
  ct: nest<CtAction>(actCtAttributes),
  /** Diffserv and mark of the connection. */
  ctinfo: nest<CtinfoAction>(actCtinfoAttributes),
  /** Pass, drop and the like. */
  gact: nest<GactAction>(actGactAttributes),
  /** Gates by a schedule. */
  gate: nest<GateAction>(actGateAttributes),
  /** Metadata between machines. */
  ife: nest<IfeAction>(actIfeAttributes),
  /** To another link. */
  mirred: nest<MirredAction>(actMirredAttributes),
  /** MPLS labels. */
  mpls: nest<MplsAction>(actMplsAttributes),
  /** Addresses without state. */
  nat: nest<NatAction>(actNatAttributes),
  /** Words of the packet. */
  pedit: nest<PeditAction>(actPeditAttributes),
  /** A rate. */
  police: nest<PoliceAction>(policeAttributes),
  /** Some packets are copied. */
  sample: nest<SampleAction>(actSampleAttributes),
  /** A text in the log. */
  simple: nest<SimpleAction>(actSimpleAttributes),
  /** What the kernel knows of the packet. */
  skbedit: nest<SkbeditAction>(actSkbeditAttributes),
  /** The Ethernet header. */
  skbmod: nest<SkbmodAction>(actSkbmodAttributes),
  /** The next tunnel. */
  tunnel_key: nest<TunnelKeyAction>(actTunnelKeyAttributes),
  /** VLAN tags. */
  vlan: nest<VlanAction>(actVlanAttributes),
});
/** Settings of an action: one member, named by its kind. */
export interface ActionOptions extends Infer<typeof actionOptions> {}

/** The kind of an action. */
export const actionKind = kindOf(actionOptions);
/** The kinds of actions that this version knows, or another. */
export type ActionKind = (typeof actionKind.words)[number] | Other;

export * from "./bpf.js";
export * from "./connmark.js";
export * from "./csum.js";
export * from "./ct.js";
export * from "./ctinfo.js";
export * from "./gact.js";
export * from "./gate.js";
export * from "./ife.js";
export * from "./mirred.js";
export * from "./mpls.js";
export * from "./nat.js";
export * from "./pedit.js";
export * from "./police.js";
export * from "./sample.js";
export * from "./simple.js";
export * from "./skbedit.js";
export * from "./skbmod.js";
export * from "./tunnel-key.js";
export * from "./vlan.js";

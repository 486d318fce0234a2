import { type Infer, kindOf, type Other, subMessage } from "@rxnetlink/core";
import { actBpf } from "./bpf.js";
import { actConnmark } from "./connmark.js";
import { actCsum } from "./csum.js";
import { actCt } from "./ct.js";
import { actCtinfo } from "./ctinfo.js";
import { actGact } from "./gact.js";
import { actGate } from "./gate.js";
import { actIfe } from "./ife.js";
import { actMirred } from "./mirred.js";
import { actMpls } from "./mpls.js";
import { actNat } from "./nat.js";
import { actPedit } from "./pedit.js";
import { actPolice } from "./police.js";
import { actSample } from "./sample.js";
import { actSimple } from "./simple.js";
import { actSkbedit } from "./skbedit.js";
import { actSkbmod } from "./skbmod.js";
import { actTunnelKey } from "./tunnel-key.js";
import { actVlan } from "./vlan.js";

/** `TCA_ACT_OPTIONS`, by the kind of the action. */
export const actionOptions = subMessage("kind", {
  /** A program decides. */
  bpf: actBpf,
  /** The connection's mark. */
  connmark: actConnmark,
  /** Checksums. */
  csum: actCsum,
  /** Connection tracking. */
  ct: actCt,
  /** Diffserv and mark of the connection. */
  ctinfo: actCtinfo,
  /** Pass, drop and the like. */
  gact: actGact,
  /** Gates by a schedule. */
  gate: actGate,
  /** Metadata between machines. */
  ife: actIfe,
  /** To another link. */
  mirred: actMirred,
  /** MPLS labels. */
  mpls: actMpls,
  /** Addresses without state. */
  nat: actNat,
  /** Words of the packet. */
  pedit: actPedit,
  /** A rate. */
  police: actPolice,
  /** Some packets are copied. */
  sample: actSample,
  /** A text in the log. */
  simple: actSimple,
  /** What the kernel knows of the packet. */
  skbedit: actSkbedit,
  /** The Ethernet header. */
  skbmod: actSkbmod,
  /** The next tunnel. */
  tunnel_key: actTunnelKey,
  /** VLAN tags. */
  vlan: actVlan,
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

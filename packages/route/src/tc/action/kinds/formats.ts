import { type Infer, kindOf, type Other, subMessage } from "@rxnetlink/core/schema";
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
  /** Runs a BPF program. */
  bpf: actBpf,
  /** Restores the mark from the connection. */
  connmark: actConnmark,
  /** Recomputes checksums. */
  csum: actCsum,
  /** Sends packets through connection tracking. */
  ct: actCt,
  /** Restores DSCP and mark from the connection. */
  ctinfo: actCtinfo,
  /** Passes, drops or otherwise decides on packets. */
  gact: actGact,
  /** Lets packets pass by a schedule. */
  gate: actGate,
  /** Carries metadata between hosts. */
  ife: actIfe,
  /** Redirects or mirrors packets to another link. */
  mirred: actMirred,
  /** Pushes, changes and pops MPLS labels. */
  mpls: actMpls,
  /** Translates addresses statelessly. */
  nat: actNat,
  /** Edits words of the packet. */
  pedit: actPedit,
  /** Enforces a rate. */
  police: actPolice,
  /** Samples packets. */
  sample: actSample,
  /** Writes a text to the kernel log. */
  simple: actSimple,
  /** Edits the packet's metadata in the kernel. */
  skbedit: actSkbedit,
  /** Edits the Ethernet header. */
  skbmod: actSkbmod,
  /** Sets the metadata of the next tunnel. */
  tunnel_key: actTunnelKey,
  /** Pushes, changes and pops VLAN tags. */
  vlan: actVlan,
});
/** Settings of an action: one member, named after its kind. */
export interface ActionOptions extends Infer<typeof actionOptions> {}

/** Kind of an action. */
export const actionKind = kindOf(actionOptions);
/** Known kinds of actions, or any other name. */
export type ActionKind = (typeof actionKind.words)[number] | Other;

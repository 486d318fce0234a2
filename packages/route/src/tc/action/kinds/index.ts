export { type ActBpfParms, actBpf, actBpfAttributes, actBpfParms, type BpfAction } from "./bpf.js";
export {
  actConnmark,
  actConnmarkAttributes,
  type ConnmarkAction,
  type ConnmarkParms,
  connmarkParms,
} from "./connmark.js";
export { actCsum, actCsumAttributes, type CsumAction, type CsumParms, csumFlags, csumParms } from "./csum.js";
export { actCt, actCtAttributes, type CtAction, type CtParms, ctAction, ctParms } from "./ct.js";
export {
  actCtinfo,
  actCtinfoAttributes,
  type CtinfoAction,
  type CtinfoParms,
  ctinfoParms,
} from "./ctinfo.js";
export { type ActionKind, type ActionOptions, actionKind, actionOptions } from "./formats.js";
export {
  actGact,
  actGactAttributes,
  type GactAction,
  type GactParms,
  type GactProb,
  gactParms,
  gactProb,
  gactRandom,
} from "./gact.js";
export {
  actGate,
  actGateAttributes,
  type GateAction,
  type GateEntry,
  type GateEntryList,
  type GateParms,
  gateEntryAttributes,
  gateEntryListAttributes,
  gateParms,
} from "./gate.js";
export {
  actIfe,
  actIfeAttributes,
  type IfeAction,
  type IfeMeta,
  type IfeParms,
  ifeMetaAttributes,
  ifeParms,
} from "./ife.js";
export {
  actMirred,
  actMirredAttributes,
  type MirredAction,
  type MirredParms,
  mirredAction,
  mirredParms,
} from "./mirred.js";
export {
  actMpls,
  actMplsAttributes,
  type MplsAction,
  type MplsParms,
  mplsAction,
  mplsParms,
} from "./mpls.js";
export { actNat, actNatAttributes, type NatAction, type NatParms, natFlags, natParms } from "./nat.js";
export {
  actPedit,
  actPeditAttributes,
  type PeditAction,
  type PeditKey,
  type PeditKeyEx,
  type PeditKeysEx,
  type PeditSel,
  peditCommand,
  peditHeader,
  peditKey,
  peditKeyExAttributes,
  peditKeysExAttributes,
  peditSelLayout,
} from "./pedit.js";
export {
  actPolice,
  type PoliceAction,
  type PoliceParms,
  type PoliceRates,
  policeAttributes,
  policeOf,
  policeParms,
  policeResult,
} from "./police.js";
export {
  actSample,
  actSampleAttributes,
  type SampleAction,
  type SampleParms,
  sampleParms,
} from "./sample.js";
export {
  actSimple,
  actSimpleAttributes,
  type DefactParms,
  defactParms,
  type SimpleAction,
} from "./simple.js";
export {
  actSkbedit,
  actSkbeditAttributes,
  type SkbeditAction,
  type SkbeditParms,
  skbeditParms,
} from "./skbedit.js";
export {
  actSkbmod,
  actSkbmodAttributes,
  type SkbmodAction,
  type SkbmodParms,
  skbmodParms,
} from "./skbmod.js";
export {
  actTunnelKey,
  actTunnelKeyAttributes,
  type TunnelKeyAction,
  type TunnelKeyErspan,
  type TunnelKeyGeneve,
  type TunnelKeyOpts,
  type TunnelKeyParms,
  type TunnelKeyVxlan,
  tunnelKeyAction,
  tunnelKeyErspanAttributes,
  tunnelKeyGeneveAttributes,
  tunnelKeyOptsAttributes,
  tunnelKeyParms,
  tunnelKeyVxlanAttributes,
} from "./tunnel-key.js";
export {
  actVlan,
  actVlanAttributes,
  type VlanAction,
  type VlanParms,
  vlanAction,
  vlanParms,
} from "./vlan.js";

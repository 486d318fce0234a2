import {
  attributes,
  be16,
  bytes,
  flags,
  type Infer,
  ipv4,
  ipv6,
  nest,
  padding,
  readOnly,
  struct,
  u8,
  u16,
  u32,
  word,
} from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled, replaced, where } from "../request.js";

/** What `ct` does with the connection (`TCA_CT_ACT_*`). */
export const ctAction = flags("TCA_CT_ACT_", u16, {
  /** Enters it into the table. */
  commit: 1,
  /** Enters it in this direction, whatever was there. */
  force: 2,
  /** Forgets what the packet knows of it. */
  clear: 4,
  /** Translates addresses. */
  nat: 8,
  /** That of the source. */
  natSrc: 16,
  /** That of the destination. */
  natDst: 32,
});

/** Parameters of `ct` (`struct tc_ct`). */
export const ctParms = struct("tc_ct", tcGen);
/** Parameters of `ct`. */
export interface CtParms extends Infer<typeof ctParms> {}

/** Settings of `ct`: the packet goes through connection tracking (`TCA_CT_*`). */
export const actCtAttributes = attributes("act-ct-attrs", "TCA_CT_", {
  /** Parameters. */
  parms: [1, nest<CtParms>(ctParms)],
  /** Times; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** What is done. */
  action: [3, ctAction],
  /** Zone of the connections. */
  zone: [4, u16],
  /** Mark that the connection gets. */
  mark: [5, u32],
  /** Which bits of it. */
  markMask: [6, u32],
  /** Labels that the connection gets. */
  labels: [7, bytes(16)],
  /** Which bits of them. */
  labelsMask: [8, bytes(16)],
  /** First address to translate to. */
  natIpv4Min: [9, ipv4],
  /** Last one. */
  natIpv4Max: [10, ipv4],
  /** First IPv6 address to translate to. */
  natIpv6Min: [11, ipv6],
  /** Last one. */
  natIpv6Max: [12, ipv6],
  /** First port to translate to. */
  natPortMin: [13, be16],
  /** Last one. */
  natPortMax: [14, be16],
  /** Alignment. */
  pad: [15, padding],
  /** Helper of the connection, such as `"ftp"`; since 6.2. */
  helperName: [
    16,
    word(
      "H.245",
      "Q.931",
      "RAS",
      "amanda",
      "ftp",
      "irc",
      "netbios-ns",
      "pptp",
      "sane",
      "sip",
      "snmp",
      "tftp",
    ),
  ],
  /** Address family of the helper: 2 or 10; since 6.2. */
  helperFamily: [17, u8],
  /** Transport protocol of the helper; since 6.2. */
  helperProto: [18, u8],
});
/** Settings of `ct`: the packet goes through connection tracking. */
export interface CtAction extends Infer<typeof actCtAttributes> {}

/** The same, which the kernel replaces as a whole; addresses of the other family give way. */
export const actCt = filled(
  replaced(nest<CtAction>(actCtAttributes), (given) => [
    ...where(given.natIpv6Min !== undefined || given.natIpv6Max !== undefined, "natIpv4Min", "natIpv4Max"),
    ...where(given.natIpv4Min !== undefined || given.natIpv4Max !== undefined, "natIpv6Min", "natIpv6Max"),
  ]),
  (given) => ({ parms: {}, ...given }),
);

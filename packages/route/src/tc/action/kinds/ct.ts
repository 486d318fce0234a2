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
} from "@rxnetlink/core/schema";
import { keysIf, replacedWhole, withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Operations of `ct` on a connection (`TCA_CT_ACT_*`). */
export const ctAction = flags("TCA_CT_ACT_", u16, {
  /** Commits the connection to the table. */
  commit: 1,
  /** Commits it in this direction, replacing an existing entry of the other one. */
  force: 2,
  /** Detaches the connection from the packet. */
  clear: 4,
  /** Translates addresses (NAT). */
  nat: 8,
  /** Translates the source address. */
  natSrc: 16,
  /** Translates the destination address. */
  natDst: 32,
});

/** Parameters of `ct` (`struct tc_ct`). */
export const ctParms = struct("tc_ct", tcGen);
/** Parameters of `ct`. */
export interface CtParms extends Infer<typeof ctParms> {}

/** Settings of `ct`: sends the packet through connection tracking (`TCA_CT_*`). */
export const actCtAttributes = attributes("act-ct-attrs", "TCA_CT_", {
  /** Parameters. */
  parms: [1, nest<CtParms>(ctParms)],
  /** Timestamps; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Operations. */
  action: [3, ctAction],
  /** Conntrack zone. */
  zone: [4, u16],
  /** Mark set on the connection. */
  mark: [5, u32],
  /** Mask for `mark`. */
  markMask: [6, u32],
  /** Labels set on the connection. */
  labels: [7, bytes(16)],
  /** Mask for `labels`. */
  labelsMask: [8, bytes(16)],
  /** First IPv4 address of the range to translate to. */
  natIpv4Min: [9, ipv4],
  /** Last IPv4 address of that range. */
  natIpv4Max: [10, ipv4],
  /** First IPv6 address of the range to translate to. */
  natIpv6Min: [11, ipv6],
  /** Last IPv6 address of that range. */
  natIpv6Max: [12, ipv6],
  /** First port of the range to translate to. */
  natPortMin: [13, be16],
  /** Last port of that range. */
  natPortMax: [14, be16],
  /** Alignment. */
  pad: [15, padding],
  /** Conntrack helper, such as `"ftp"`; since 6.2. */
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
  /** Address family of the helper, 2 (`AF_INET`) or 10 (`AF_INET6`); since 6.2. */
  helperFamily: [17, u8],
  /** Transport protocol of the helper; since 6.2. */
  helperProto: [18, u8],
});
/** Settings of `ct`: sends the packet through connection tracking. */
export interface CtAction extends Infer<typeof actCtAttributes> {}

/**
 * Layout of {@link CtAction}, which the kernel replaces as a whole; new addresses displace those of the other family.
 */
export const actCt = withDefaults(
  replacedWhole(nest<CtAction>(actCtAttributes), (given) => [
    ...keysIf(given.natIpv6Min !== undefined || given.natIpv6Max !== undefined, "natIpv4Min", "natIpv4Max"),
    ...keysIf(given.natIpv4Min !== undefined || given.natIpv4Max !== undefined, "natIpv6Min", "natIpv6Max"),
  ]),
  (given) => ({ parms: {}, ...given }),
);

import { attributes, be16, enumeration, type Infer, ipv4, u32 } from "@rxnetlink/core";

/** Which end of the tunnel it is (`AMT_MODE_*`). */
export const amtMode = enumeration("AMT_MODE_", u32, {
  /** Towards the receivers. */
  gateway: 0,
  /** Towards the source. */
  relay: 1,
});

/** Settings of an automatic multicast tunnel (`IFLA_AMT_*`); since 5.16. */
export const amtAttributes = attributes("linkinfo-amt-attrs", "IFLA_AMT_", {
  /** Which end it is. */
  mode: [1, amtMode],
  /** UDP port of the relay. */
  relayPort: [2, be16],
  /** UDP port of the gateway. */
  gatewayPort: [3, be16],
  /** Index of the link that packets leave by. */
  link: [4, u32],
  /** Source address. */
  localIp: [5, ipv4],
  /** Address of the relay; read-only. */
  remoteIp: [6, ipv4],
  /** Address by which a gateway finds a relay. */
  discoveryIp: [7, ipv4],
  /** Most tunnels of a relay. */
  maxTunnels: [8, u32],
});
/** Settings of an `amt` link. */
export interface Amt extends Infer<typeof amtAttributes> {}

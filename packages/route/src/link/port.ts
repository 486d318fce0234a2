import {
  attributes,
  bytes,
  enumeration,
  type Infer,
  nest,
  pad,
  readOnly,
  repeated,
  required,
  s32,
  string,
  struct,
  u8,
  u16,
} from "@rxnetlink/core";

/** A type of virtual station of IEEE 802.1Qbg (`struct ifla_port_vsi`). */
export const portVsi = struct("ifla_port_vsi", {
  /** Id of the manager. */
  vsiMgrId: required(u8),
  /** Id of the type, 3 bytes. */
  vsiTypeId: required(bytes(3)),
  /** Version of the type. */
  vsiTypeVersion: required(u8),
  _: pad(3),
});
/** A type of virtual station of IEEE 802.1Qbg. */
export interface PortVsi extends Infer<typeof portVsi> {}

/** What is asked of the switch (`PORT_REQUEST_*`). */
export const portRequest = enumeration("PORT_REQUEST_", u8, {
  preassociate: 0,
  /** With resources reserved. */
  preassociateRr: 1,
  associate: 2,
  disassociate: 3,
});

/** What the switch answers; those of 802.1Qbh begin at 256 (`PORT_*_RESPONSE_*`). */
export const portResponse = enumeration("PORT_", u16, {
  vdpResponseSuccess: 0,
  vdpResponseInvalidFormat: 1,
  vdpResponseInsufficientResources: 2,
  vdpResponseUnusedVtid: 3,
  vdpResponseVtidViolation: 4,
  /** So spelt by the kernel. */
  vdpResponseVtidVersionVioaltion: 5,
  vdpResponseOutOfSync: 6,
  profileResponseSuccess: 256,
  profileResponseInprogress: 257,
  profileResponseInvalid: 258,
  profileResponseBadstate: 259,
  profileResponseInsufficientResources: 260,
  profileResponseError: 261,
});

/** How a function is connected to the switch outside (`IFLA_PORT_*`). */
export const portAttributes = attributes("port-attrs", "IFLA_PORT_", {
  /** Number of the virtual function; -1 is the physical one. */
  vf: [1, s32],
  /** Name of the profile (802.1Qbh). */
  profile: [2, string],
  /** Type of virtual station (802.1Qbg). */
  vsiType: [3, nest<PortVsi>(portVsi)],
  /** UUID of the instance. */
  instanceUuid: [4, bytes(16)],
  /** UUID of the host. */
  hostUuid: [5, bytes(16)],
  /** What is asked of the switch. */
  request: [6, portRequest],
  /** What the switch answers; read-only. */
  response: [7, readOnly(portResponse)],
});
/** How a function is connected to the switch outside. */
export interface LinkPort extends Infer<typeof portAttributes> {}

/** The same of virtual functions (`IFLA_VF_PORT_*`). */
export const vfPortsAttributes = attributes("vf-port-list-attrs", "IFLA_VF_", {
  /** Each of them. */
  port: [1, repeated(nest<LinkPort>(portAttributes))],
});
/** How virtual functions are connected to the switch outside. */
export interface VfPorts extends Infer<typeof vfPortsAttributes> {}

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
} from "@rxnetlink/core/schema";

/** Virtual station interface type of IEEE 802.1Qbg (`struct ifla_port_vsi`). */
export const portVsi = struct("ifla_port_vsi", {
  /** Id of the manager. */
  vsiMgrId: required(u8),
  /** Id of the type, 3 bytes. */
  vsiTypeId: required(bytes(3)),
  /** Version of the type. */
  vsiTypeVersion: required(u8),
  _: pad(3),
});
/** Virtual station interface type of IEEE 802.1Qbg. */
export interface PortVsi extends Infer<typeof portVsi> {}

/** Request to the switch (`PORT_REQUEST_*`). */
export const portRequest = enumeration("PORT_REQUEST_", u8, {
  preassociate: 0,
  /** Reserves resources as well. */
  preassociateRr: 1,
  associate: 2,
  disassociate: 3,
});

/** Reply of the switch; those of 802.1Qbh begin at 256 (`PORT_*_RESPONSE_*`). */
export const portResponse = enumeration("PORT_", u16, {
  vdpResponseSuccess: 0,
  vdpResponseInvalidFormat: 1,
  vdpResponseInsufficientResources: 2,
  vdpResponseUnusedVtid: 3,
  vdpResponseVtidViolation: 4,
  /** Spelt like this in the kernel. */
  vdpResponseVtidVersionVioaltion: 5,
  vdpResponseOutOfSync: 6,
  profileResponseSuccess: 256,
  profileResponseInprogress: 257,
  profileResponseInvalid: 258,
  profileResponseBadstate: 259,
  profileResponseInsufficientResources: 260,
  profileResponseError: 261,
});

/** Association of a function with the external switch (`IFLA_PORT_*`). */
export const portAttributes = attributes("port-attrs", "IFLA_PORT_", {
  /** Number of the virtual function; -1 is the physical function. */
  vf: [1, s32],
  /** Name of the profile (802.1Qbh). */
  profile: [2, string],
  /** Virtual station interface type (802.1Qbg). */
  vsiType: [3, nest<PortVsi>(portVsi)],
  /** UUID of the instance. */
  instanceUuid: [4, bytes(16)],
  /** UUID of the host. */
  hostUuid: [5, bytes(16)],
  /** Request to the switch. */
  request: [6, portRequest],
  /** Reply of the switch; read-only. */
  response: [7, readOnly(portResponse)],
});
/** Association of a function with the external switch. */
export interface LinkPort extends Infer<typeof portAttributes> {}

/** Associations of virtual functions with the external switch (`IFLA_VF_PORT_*`). */
export const vfPortsAttributes = attributes("vf-port-list-attrs", "IFLA_VF_", {
  /** Associations, one per virtual function. */
  port: [1, repeated(nest<LinkPort>(portAttributes))],
});
/** Associations of virtual functions with the external switch. */
export interface VfPorts extends Infer<typeof vfPortsAttributes> {}

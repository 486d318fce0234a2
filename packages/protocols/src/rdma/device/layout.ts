import {
  type AttributesOf,
  attributes,
  enumeration,
  hex,
  type Infer,
  readOnly,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { rdmaNodeType } from "../common/enums.js";
import { guid } from "../common/guid.js";
import { deviceHandle, NLDEV } from "../common/handle.js";

/** Type of a device below another (`RDMA_DEVICE_TYPE_*`). */
export const rdmaDeviceType = enumeration("RDMA_DEVICE_TYPE_", u8, {
  /** For subnet management. */
  smi: 1,
});

/** Origin of the name of a device (`RDMA_NAME_ASSIGN_TYPE_*`). */
export const rdmaNameAssignType = enumeration("RDMA_NAME_ASSIGN_TYPE_", u8, {
  /** The kernel. */
  unknown: 0,
  /** A program. */
  user: 1,
});

/** Attributes of devices. */
export const rdmaDeviceAttributes = attributes("rdma-device", NLDEV, {
  ...deviceHandle,
  /** Number of its ports. Read-only. */
  portIndex: [3, readOnly(u32)],
  /** What it can (`IB_DEVICE_*`). Read-only. */
  capFlags: [4, readOnly(hex(u64))],
  /** Version of its firmware, if it has one. Read-only. */
  fwVersion: [5, readOnly(string)],
  /** Its identifier. Read-only. */
  nodeGuid: [6, readOnly(guid)],
  /** Identifier of the system that it belongs to. Read-only. */
  sysImageGuid: [7, readOnly(guid)],
  /** Its kind. Read-only. */
  devNodeType: [14, readOnly(rdmaNodeType)],
  /** Name of the link that a device in software uses. Write-only. */
  ndevName: [51, string],
  /** Driver of a device in software: `"rxe"` or `"siw"`. Write-only. */
  linkType: [65, string],
  /** Its protocol: `"ib"`, `"roce"`, `"iw"`, `"opa"` or `"usnic"`. Read-only. */
  devProtocol: [67, readOnly(string)],
  /** Descriptor of the network namespace to move it to. Write-only. */
  netNsFd: [68, u32],
  /** 1 if its completion queues adapt their rate of interrupts, else 0. */
  devDim: [84, u8],
  /** Type of a device below another; since 6.11. */
  devType: [99, rdmaDeviceType],
  /** Name of the device above it; since 6.11. Read-only. */
  parentName: [100, readOnly(string)],
  /** Origin of its name; since 6.11. Read-only. */
  nameAssignType: [101, readOnly(rdmaNameAssignType)],
});

/** An RDMA device. */
export interface RdmaDevice extends AttributesOf<typeof deviceHandle>, Infer<typeof rdmaDeviceAttributes> {}

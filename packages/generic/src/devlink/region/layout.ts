import {
  type AttributesOf,
  attributes,
  binary,
  flag,
  type Infer,
  message,
  nest,
  nestedArray,
  string,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { portHandleAttributes } from "../common/handle.js";

const regionSnapshotAttributes = attributes("dl-region-snapshot", "DEVLINK_ATTR_", {
  /** Id. */
  regionSnapshotId: [92, u32],
});
/** A snapshot of a region. */
export interface DevlinkSnapshot extends Infer<typeof regionSnapshotAttributes> {}

/** Attributes of parts of a region (`DEVLINK_ATTR_REGION_CHUNK_*`). */
const regionChunkAttributes = attributes("dl-region-chunk", "DEVLINK_ATTR_", {
  /** Bytes. */
  regionChunkData: [95, binary],
  /** Address of the first byte in the region. */
  regionChunkAddr: [96, u64],
});
/** A part of a region. */
export interface DevlinkRegionChunk extends Infer<typeof regionChunkAttributes> {}

/** Attributes of regions (`DEVLINK_ATTR_REGION_*`). */
const regionAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  /** Name. */
  regionName: [88, string],
  /** Size in bytes. */
  regionSize: [89, u64],
  /** Snapshots. */
  regionSnapshots: [90, nestedArray(91, nest<DevlinkSnapshot>(regionSnapshotAttributes))],
  /** Id of the snapshot that a request or a notification is about. */
  regionSnapshotId: [92, u32],
  /** Contents. */
  regionChunks: [93, nestedArray(94, nest<DevlinkRegionChunk>(regionChunkAttributes))],
  /** Address of the first byte to read. Write-only. */
  regionChunkAddr: [96, u64],
  /** Number of bytes to read. Write-only. */
  regionChunkLen: [97, u64],
  /** Number of snapshots that there may be; since 6.0. */
  regionMaxSnapshots: [170, u32],
  /** Set to read the region itself, without a snapshot; since 6.3. Write-only. */
  regionDirect: [179, flag],
});

/** Layout of `DEVLINK_CMD_REGION_*`. */
export const devlinkRegionMessage = message("region", genlmsghdr, regionAttributes);
/** A region of a device's memory. */
export interface DevlinkRegion
  extends AttributesOf<typeof portHandleAttributes>,
    Infer<typeof devlinkRegionMessage> {}

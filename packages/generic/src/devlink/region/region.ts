import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { from, map, mergeMap, type Observable, reduce } from "rxjs";
import {
  DEVLINK_CMD_REGION_DEL,
  DEVLINK_CMD_REGION_GET,
  DEVLINK_CMD_REGION_NEW,
  DEVLINK_CMD_REGION_READ,
} from "../commands.js";
import { joinBytes } from "../common/bytes.js";
import type { DevlinkPortHandle } from "../common/handle.js";
import { ask$, type Command, list$, tell$ } from "../common/request.js";
import { handleIdentity } from "../common/state.js";
import { devlinkGroups } from "../family.js";
import { type DevlinkRegion, type DevlinkRegionChunk, devlinkRegionMessage } from "./layout.js";

const identityOf = handleIdentity<DevlinkRegion>("portIndex", "regionName");

/** Messages of regions (`DEVLINK_CMD_REGION_*`). */
export const devlinkRegionObject = defineObject({
  name: "region",
  namedBy: ["busName", "devName", "portIndex", "regionName"],
  layout: nest<DevlinkRegion>(devlinkRegionMessage),
  types: { new: DEVLINK_CMD_REGION_NEW, delete: DEVLINK_CMD_REGION_DEL, get: DEVLINK_CMD_REGION_GET },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (region) => [pick(region, "busName", "devName", "portIndex", "regionName")],
  state: {
    // A notification of a snapshot lacks the facts about the region.
    identityOf: (region) => (region.regionSnapshotId === undefined ? identityOf(region) : undefined),
    hints: () => true,
    needsRelist: ({ type }) => type === "new",
  },
});

/** Names a region. */
export interface DevlinkRegionKey extends DevlinkPortHandle {
  /** Name. */
  readonly regionName: string;
}

/** Names a snapshot of a region. */
export interface DevlinkSnapshotKey extends DevlinkRegionKey {
  /** Id of the snapshot. */
  readonly regionSnapshotId: number;
}

/** Names a region, and the snapshot to take of it. */
export interface DevlinkSnapshotRequest extends DevlinkRegionKey {
  /** Id of the snapshot; the kernel chooses one if it is absent (since 5.10). */
  readonly regionSnapshotId?: number;
}

/** Wishes for the reading of a region. */
export interface DevlinkRegionReading extends DevlinkRegionKey {
  /** Id of the snapshot to read; the region itself, as it is now, if absent (since 6.3, if the driver can). */
  readonly regionSnapshotId?: number;
  /** Address of the first byte to read; 0 by default. */
  readonly address?: bigint;
  /** Number of bytes to read; all by default. */
  readonly length?: bigint;
}

/** Verbs of regions of a device's memory. */
export interface DevlinkRegions extends ObjectOf<typeof devlinkRegionObject> {
  /** Takes a snapshot and emits its id. */
  snapshot$(request: DevlinkSnapshotRequest): Observable<number>;
  /** Removes a snapshot. */
  deleteSnapshot$(snapshot: DevlinkSnapshotKey): Observable<Ack>;
  /**
   * Emits the contents of a snapshot, or of the region itself, as one.
   *
   * @example
   * devlink.region.read$({ busName: "pci", devName: "0000:03:00.0", regionName: "cr-space", regionSnapshotId: 1 });
   */
  read$(region: DevlinkRegionReading): Observable<Uint8Array>;
  /** Emits the same part by part, for regions that are large. */
  chunks$(region: DevlinkRegionReading): Observable<DevlinkRegionChunk>;
}

const command = (type: number, verb: string): Command<DevlinkRegion> => ({
  type,
  layout: devlinkRegionObject.layout,
  label: { object: "region", verb },
});

const regionKey = (region: DevlinkRegionKey) => pick(region, "busName", "devName", "portIndex", "regionName");
const snapshotKey = (region: DevlinkSnapshotRequest) => ({
  ...regionKey(region),
  ...pick(region, "regionSnapshotId"),
});

/** Returns what to read; the kernel takes an address only with a length. */
function partOf({ regionSnapshotId, address, length, ...key }: DevlinkRegionReading): Partial<DevlinkRegion> {
  const isPart = address !== undefined || length !== undefined;
  return {
    ...regionKey(key),
    ...(regionSnapshotId === undefined ? { regionDirect: true } : { regionSnapshotId }),
    ...(isPart && { regionChunkAddr: address ?? 0n, regionChunkLen: length ?? 0xffff_ffffn }),
  };
}

/** Returns the verbs of regions over a connection. */
export function regionsOf(connection: Connection): DevlinkRegions {
  const create = command(DEVLINK_CMD_REGION_NEW, "snapshot");
  const remove = command(DEVLINK_CMD_REGION_DEL, "deleteSnapshot");
  const read = command(DEVLINK_CMD_REGION_READ, "read");
  const chunks$ = (region: DevlinkRegionReading) =>
    list$(connection, read, partOf(region)).pipe(mergeMap(({ regionChunks = [] }) => from(regionChunks)));
  return extendObject(bindObject(connection, devlinkRegionObject), {
    snapshot$(region: DevlinkSnapshotRequest) {
      const { regionSnapshotId: id } = region;
      // The kernel replies only if it chose the id.
      if (id !== undefined) return tell$(connection, create, snapshotKey(region)).pipe(map(() => id));
      return ask$(connection, create, regionKey(region)).pipe(map((reply) => reply.regionSnapshotId!));
    },
    deleteSnapshot$: (snapshot: DevlinkSnapshotKey) => tell$(connection, remove, snapshotKey(snapshot)),
    read$: (region: DevlinkRegionReading) =>
      chunks$(region).pipe(
        reduce<DevlinkRegionChunk, Uint8Array[]>((all, { regionChunkData }) => {
          if (regionChunkData !== undefined) all.push(regionChunkData);
          return all;
        }, []),
        map(joinBytes),
      ),
    chunks$,
  });
}

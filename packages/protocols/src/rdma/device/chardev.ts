import type { Connection } from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  type Infer,
  nest,
  readOnly,
  string,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { RDMA_NLDEV_CMD_GET_CHARDEV } from "../common/commands.js";
import { deviceHandle, NLDEV, portIndex } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";

/** Attributes of character devices. */
export const rdmaChardevAttributes = attributes("rdma-chardev", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** Kind: `"uverbs"`, `"umad"`, `"issm"`, `"rdma_cm"` and others. Write-only. */
  chardevType: [69, string],
  /** Name of its file in `/dev`, without the folder. Read-only. */
  chardevName: [70, readOnly(string)],
  /** Version of its interface. Read-only. */
  chardevAbi: [71, readOnly(u64)],
  /** Its device number (`dev_t`). Read-only. */
  chardev: [72, readOnly(u64)],
  /** Driver, of the kind `"uverbs"` (`RDMA_DRIVER_*`). Read-only. */
  uverbsDriverId: [73, readOnly(u32)],
});
/** A character device, by which programs use an RDMA device. */
export interface RdmaChardev
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    Infer<typeof rdmaChardevAttributes> {}

/** Layout of character devices. */
export const rdmaChardevLayout = nest<RdmaChardev>(rdmaChardevAttributes);

/** A character device by its kind, and by the RDMA device and port that it belongs to. */
export interface RdmaChardevKey extends Pick<RdmaChardev, "devIndex" | "portIndex"> {
  /** Kind of the character device. */
  readonly chardevType: string;
}

/** Emits a character device. */
export function rdmaChardev$(connection: Connection, value: RdmaChardevKey): Observable<RdmaChardev> {
  const label = { object: "rdmaChardev", verb: "get", namedBy: ["chardevType"], hint: noSuchDevice } as const;
  return connection.request$({ type: RDMA_NLDEV_CMD_GET_CHARDEV, layout: rdmaChardevLayout, label, value });
}

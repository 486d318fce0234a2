import type { Ack, Connection, MessageSet } from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  type Infer,
  masked,
  maskOf,
  message,
  nest,
  string,
  struct,
  u64,
} from "@rxnetlink/core/schema";
import { Observable, type Subscriber } from "rxjs";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import {
  DEVLINK_CMD_FLASH_UPDATE,
  DEVLINK_CMD_FLASH_UPDATE_END,
  DEVLINK_CMD_FLASH_UPDATE_STATUS,
} from "../commands.js";
import { type DevlinkHandle, handleAttributes } from "../common/handle.js";
import { tell$ } from "../common/request.js";
import { devlinkGroups } from "../family.js";
import { devlinkFlashOverwrite } from "./layout.js";

/** Parts of the flash to overwrite or to keep, by name: `{ value: { settings: true } }`. */
export const devlinkFlashOverwriteMask = struct("nla_bitfield32", {
  /** The parts. */
  value: masked(devlinkFlashOverwrite, "selector"),
  /** Parts that `value` is about; those that it names by default. */
  selector: maskOf(devlinkFlashOverwrite),
});
/** Parts of the flash to overwrite or to keep. */
export interface DevlinkFlashOverwriteMask extends Infer<typeof devlinkFlashOverwriteMask> {}

/** Attributes of the writing of firmware (`DEVLINK_ATTR_FLASH_UPDATE_*`). */
const flashAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** File, below `/lib/firmware`. Write-only. */
  flashUpdateFileName: [122, string],
  /** Part of the device. */
  flashUpdateComponent: [123, string],
  /** Step that is at work: `"Flashing"`. Read-only. */
  flashUpdateStatusMsg: [124, string],
  /** Bytes done, of `flashUpdateStatusTotal`; 0 if the driver does not count. Read-only. */
  flashUpdateStatusDone: [125, u64],
  /** Bytes to do; 0 if the driver does not count. Read-only. */
  flashUpdateStatusTotal: [126, u64],
  /** Seconds that the step takes at most; 0 if unknown. Read-only. */
  flashUpdateStatusTimeout: [151, u64],
  /** Parts of the flash to overwrite, which are kept by default. Write-only. */
  flashUpdateOverwriteMask: [152, nest<DevlinkFlashOverwriteMask>(devlinkFlashOverwriteMask)],
});

/** Layout of `DEVLINK_CMD_FLASH_UPDATE*`. */
export const devlinkFlashMessage = message("flash", genlmsghdr, flashAttributes);
/** The writing of firmware. */
export interface DevlinkFlashing
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkFlashMessage> {}

/** Wishes for the writing of firmware. */
export interface DevlinkFlashRequest
  extends DevlinkHandle,
    Pick<DevlinkFlashing, "flashUpdateComponent" | "flashUpdateOverwriteMask"> {
  /** File, below `/lib/firmware`. */
  readonly flashUpdateFileName: string;
}

/** Messages that report how far firmware is written; the end counts as a removal. */
export const flashObject: MessageSet<DevlinkFlashing> = {
  name: "flash",
  layout: nest<DevlinkFlashing>(devlinkFlashMessage),
  types: { new: DEVLINK_CMD_FLASH_UPDATE_STATUS, delete: DEVLINK_CMD_FLASH_UPDATE_END },
  groups: [devlinkGroups.config],
};

/** The writing of one file: it ends when the kernel has both reported the end and acknowledged the request. */
class Flashing {
  #written = false;
  #reported = false;

  constructor(
    readonly request: DevlinkFlashRequest,
    readonly subscriber: Subscriber<DevlinkFlashing>,
  ) {}

  readonly written = (_: Ack): void => {
    this.#written = true;
    this.#end();
  };

  /** Called when the end was reported, or the report may be lost. */
  reported(): void {
    this.#reported = true;
    this.#end();
  }

  isOf({ busName, devName }: DevlinkFlashing): boolean {
    return busName === this.request.busName && devName === this.request.devName;
  }

  #end(): void {
    if (this.#written && this.#reported) this.subscriber.complete();
  }
}

/** Returns the function that writes firmware over a connection. */
export function flashOf(
  connection: Connection,
): (request: DevlinkFlashRequest) => Observable<DevlinkFlashing> {
  const command = {
    type: DEVLINK_CMD_FLASH_UPDATE,
    layout: flashObject.layout,
    label: { object: "devlink", verb: "flash" },
    timeout: 0,
  };
  return (request) =>
    new Observable((subscriber) => {
      const flashing = new Flashing(request, subscriber);
      const write = () =>
        subscriber.add(
          tell$(connection, command, request).subscribe({
            next: flashing.written,
            error: (error) => subscriber.error(error),
          }),
        );
      const progress$ = connection.notifications$([flashObject], { listening: write });
      subscriber.add(
        progress$.subscribe({
          next(notification) {
            if (notification.type === "overrun") return flashing.reported();
            if (!("value" in notification) || !flashing.isOf(notification.value)) return;
            if (notification.type === "new") subscriber.next(notification.value);
            else flashing.reported();
          },
          error: (error) => subscriber.error(error),
          complete: () => subscriber.complete(),
        }),
      );
    });
}

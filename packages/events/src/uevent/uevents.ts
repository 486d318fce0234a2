import type { Transport } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { type DeviceOptions, type DeviceWatchEvent, devicesOf$, watchDevicesOf$ } from "./devices.js";
import type { UeventEvent } from "./events.js";
import { type UeventOptions, type UeventsOptions, ueventsChecks } from "./options.js";
import { ueventsOf$ } from "./stream.js";
import { type SynthOptions, synthOf$ } from "./synth.js";
import type { SysfsDevice } from "./sysfs.js";
import type { Uevent } from "./uevent.js";

/** `NETLINK_KOBJECT_UEVENT`: the events of devices. */
export interface Uevents {
  /**
   * Emits the events of devices in the kernel's order until unsubscribed; completes when the transport is closed. Needs no
   * privilege.
   *
   * The events of links come in their own network namespace only. All others come in every namespace that belongs to the initial
   * user namespace, and in no other, such as those of rootless containers.
   *
   * Errors with a `SystemError` if the socket cannot be opened.
   *
   * @example
   * uevents().uevent$({ subsystem: "block", action: ["add", "remove"] }).subscribe(console.log);
   */
  uevent$(options?: UeventOptions): Observable<UeventEvent>;
  /**
   * Emits all devices by their path: a map as soon as sysfs has been read, and a new one after each change. Events say what to
   * read again in sysfs, so that the map is true also after an overflow, when all is read again. Attributes that change without
   * an event are not part of it.
   *
   * Errors as `uevent$` does, or with the error of a folder of sysfs that cannot be read.
   *
   * @example
   * uevents().devices$({ subsystem: "block", devtype: "disk" }).subscribe((disks) => console.log([...disks.keys()]));
   */
  devices$(options?: DeviceOptions): Observable<ReadonlyMap<string, SysfsDevice>>;
  /** Emits the same devices one by one, a marker when all have been emitted, and then what changes. */
  watchDevices$(options?: DeviceOptions): Observable<DeviceWatchEvent>;
  /**
   * Asks the kernel for an event of a device (synthetic, since 4.13) and emits it when it has arrived: everything before has then
   * been seen. Programs that listen, such as udev, act on it as on any other. Needs root.
   *
   * @param device - Path of the device below `/sys`, or the device.
   *
   * Errors with a `SystemError` if the device cannot be written to, or a `WaitTimeoutError`.
   *
   * @example
   * uevents().synth$("/devices/virtual/mem/null", { arguments: { ROUND: "1" } }).subscribe(console.log);
   */
  synth$(device: string | Pick<SysfsDevice, "devpath">, options?: SynthOptions): Observable<Uevent>;
}

/**
 * Opens `NETLINK_KOBJECT_UEVENT` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function uevents<T extends Transport>(options: UeventsOptions<T>): Uevents {
  const setting = checkOptions<UeventsOptions>("uevents", options, ueventsChecks);
  const source = { uevent$: ueventsOf$(setting), sysfs: setting.sysfs ?? "/sys" };
  return {
    uevent$: source.uevent$,
    devices$: devicesOf$(source),
    watchDevices$: watchDevicesOf$(source),
    synth$: synthOf$(source),
  };
}

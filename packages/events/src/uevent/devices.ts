import type { Difference } from "@rxnetlink/core";
import { aFunction, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import { defer, Observable } from "rxjs";
import {
  Refreshed,
  type RefreshedObserver,
  type RefreshedResync,
  type RefreshedSynced,
} from "../common/refreshed.js";
import type { UeventEvent } from "./events.js";
import { aWordOrWords, type UeventFilter } from "./options.js";
import type { UeventStream } from "./stream.js";
import { readDevice, readDevices, type SysfsDevice } from "./sysfs.js";

/** Devices to choose; those with one of the words of each member that is given. */
export interface DeviceOptions extends Pick<UeventFilter, "subsystem" | "devtype"> {
  /** Called when the socket listens: every later change is seen. */
  readonly listening?: () => void;
}

/** Anything that `watchDevices$` emits; discriminated by `type`. */
export type DeviceWatchEvent = Difference<SysfsDevice> | RefreshedSynced | RefreshedResync;

const deviceChecks: OptionChecks<DeviceOptions> = {
  subsystem: aWordOrWords,
  devtype: aWordOrWords,
  listening: aFunction,
};

type Table = Refreshed<string, SysfsDevice>;

/** Looks again at what an event is about. */
function apply(event: UeventEvent, table: Table): void {
  // What was not understood may be about anything.
  if (event.type === "lost" || event.type === "malformed") return table.readAll();
  if (event.type !== "uevent") return;
  const { action, devpath, devpathOld } = event;
  if (action === "remove") return table.gone(devpath);
  if (devpathOld !== undefined) {
    // Devices inside of it move along.
    for (const key of table.keys()) {
      if (key !== devpathOld && !key.startsWith(`${devpathOld}/`)) continue;
      table.gone(key);
      table.read(devpath + key.slice(devpathOld.length));
    }
  }
  table.read(devpath);
}

/** Everything that the state of devices is made of. */
interface DeviceSource {
  readonly uevent$: UeventStream;
  readonly sysfs: string;
}

/** Keeps a table of devices while subscribed. */
function tracked$<T>(
  { uevent$, sysfs }: DeviceSource,
  { subsystem, devtype, listening }: DeviceOptions,
  observe: (table: () => Table, next: (value: T) => void) => Omit<RefreshedObserver<SysfsDevice>, "error">,
): Observable<T> {
  return new Observable((subscriber) => {
    const subsystems = subsystem === undefined ? undefined : [subsystem].flat();
    const devtypes: readonly unknown[] | undefined = devtype === undefined ? undefined : [devtype].flat();
    const fits = (device: SysfsDevice) =>
      (subsystems?.includes(device.subsystem) ?? true) && (devtypes?.includes(device.devtype) ?? true);
    const readings = {
      async all() {
        const devices = await readDevices(sysfs, subsystems);
        return new Map([...devices].filter(([, device]) => fits(device)));
      },
      async one(devpath: string) {
        const device = await readDevice(sysfs, devpath);
        return device !== undefined && fits(device) ? device : undefined;
      },
    };
    const error = (error: unknown) => subscriber.error(error);
    const observer = {
      ...observe(
        () => table,
        (value) => subscriber.next(value),
      ),
      error,
    };
    const table: Table = new Refreshed(({ devpath }) => devpath, readings, observer);
    subscriber.add(() => table.close());
    // Read once no change can be missed.
    const opened = () => {
      listening?.();
      table.readAll();
    };
    const chosen = { ...(subsystems && { subsystem: subsystems }), listening: opened };
    return uevent$(chosen).subscribe({
      next: (event) => apply(event, table),
      error,
      complete: () => subscriber.complete(),
    });
  });
}

/** Returns the function `devices$`. */
export function devicesOf$(
  source: DeviceSource,
): (options?: DeviceOptions) => Observable<ReadonlyMap<string, SysfsDevice>> {
  return (options = {}) =>
    defer(() =>
      tracked$<ReadonlyMap<string, SysfsDevice>>(
        source,
        checkOptions("devices$", options, deviceChecks),
        (table, next) => ({
          next: () => {},
          settled: () => next(table().snapshot()),
        }),
      ),
    );
}

/** Returns the function `watchDevices$`. */
export function watchDevicesOf$(
  source: DeviceSource,
): (options?: DeviceOptions) => Observable<DeviceWatchEvent> {
  return (options = {}) =>
    defer(() =>
      tracked$<DeviceWatchEvent>(source, checkOptions("watchDevices$", options, deviceChecks), (_, next) => ({
        next,
        settled: () => {},
      })),
    );
}

import { errnoOf, SystemError, WaitTimeoutError } from "@rxnetlink/core";
import {
  anObject,
  type Check,
  checkArgument,
  checkOptions,
  milliseconds,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";
import { defer, filter, Observable, take, throwError, timeout } from "rxjs";
import type { UeventStream } from "./stream.js";
import { type SysfsDevice, writeUevent } from "./sysfs.js";
import { UEVENT_ACTIONS, type Uevent, type UeventAction } from "./uevent.js";

/** Options of `synth$`. */
export interface SynthOptions {
  /** Action; `"change"` by default. */
  readonly action?: UeventAction;
  /** UUID that the event has; a random one by default. */
  readonly uuid?: string;
  /** Arguments that the event has; their names and values are letters and digits. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** Time for the event to arrive, in milliseconds; 5000 by default. */
  readonly timeout?: number;
}

const TIMEOUT = 5000;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const WORD = /^[\da-z]+$/i;

const aUuid: Check = (value) => (typeof value === "string" && UUID.test(value) ? undefined : "a UUID");
const someWords: Check = (value) =>
  anObject(value) === undefined &&
  Object.entries(value as object)
    .flat()
    .every((it) => WORD.test(String(it)))
    ? undefined
    : "an object with names and values of letters and digits";
const aDevpath: Check = (value) =>
  typeof value === "string" && /^\/[^\0]*$/.test(value) && !value.split("/").includes("..")
    ? undefined
    : 'a path below /sys: "/devices/virtual/mem/null"';

const synthChecks: OptionChecks<SynthOptions> = {
  action: oneOf(...UEVENT_ACTIONS),
  uuid: aUuid,
  arguments: someWords,
  timeout: milliseconds,
};

const HINTS: Readonly<Record<string, string>> = {
  EACCES: "only root may ask for events",
  EROFS: "sysfs is mounted read-only, as in most containers",
  ENOENT: "there is no such device in sysfs",
};

/** Writes to a `uevent` file. */
async function write(...uevent: Parameters<typeof writeUevent>): Promise<void> {
  try {
    await writeUevent(...uevent);
  } catch (cause) {
    const { code = "EIO", syscall = "write" } = cause as NodeJS.ErrnoException;
    throw new SystemError(syscall, errnoOf(code) ?? 5, HINTS[code], { cause });
  }
}

/** See `Uevents.synth$`. */
type Synth = (device: string | Pick<SysfsDevice, "devpath">, options?: SynthOptions) => Observable<Uevent>;

/** Everything that synthetic events need. */
interface SynthSource {
  readonly uevent$: UeventStream;
  readonly sysfs: string;
}

/** Returns the function `synth$`. */
export function synthOf$({ uevent$, sysfs }: SynthSource): Synth {
  return (device, options = {}) =>
    defer(() => {
      const devpath = typeof device === "string" ? device : device?.devpath;
      checkArgument("synth$", "device", devpath, aDevpath);
      const given = checkOptions("synth$", options, synthChecks);
      const { action = "change", uuid = crypto.randomUUID(), timeout: most = TIMEOUT } = given;
      const args = Object.entries(given.arguments ?? {}).map(([name, value]) => ` ${name}=${value}`);
      const echo$ = new Observable<Uevent>((subscriber) => {
        const listening = () =>
          write(sysfs, devpath, `${action} ${uuid}${args.join("")}`).catch((error) =>
            subscriber.error(error),
          );
        const isEcho = (event: object): event is Uevent =>
          "synth" in event && (event as Uevent).synth?.uuid === uuid;
        return uevent$({ listening }).pipe(filter(isEcho), take(1)).subscribe(subscriber);
      });
      const why = "the event, which only comes in namespaces of the initial user namespace";
      const late = () => throwError(() => new WaitTimeoutError(why, most, undefined));
      return most === Number.POSITIVE_INFINITY ? echo$ : echo$.pipe(timeout({ first: most, with: late }));
    });
}

import type { FlowControl, NamespaceRef, Transport } from "@rxnetlink/core";
import {
  aFunction,
  anInteger,
  anObjectWith,
  aString,
  aTransport,
  type Check,
  type OptionChecks,
  oneOf,
  socketOptionChecks,
} from "@rxnetlink/core/internal";
import type { Other } from "@rxnetlink/core/schema";
import type { UeventEvent, UeventSource } from "./events.js";
import type { Uevent, UeventAction } from "./uevent.js";

/** Events to choose; those with one of the words of each member that is given. */
export interface UeventFilter {
  /** Action, or several. */
  readonly action?: UeventAction | Other | readonly (UeventAction | Other)[];
  /** Subsystem, or several: `"block"`. */
  readonly subsystem?: string | readonly string[];
  /** Type of the device within its subsystem, or several: `"disk"`. */
  readonly devtype?: string | readonly string[];
}

/** Options of `uevent$`. */
export interface UeventOptions extends UeventFilter {
  /** Sender: the kernel (the default), or udev, whose events have the properties that its rules add. */
  readonly source?: UeventSource;
  /** Stops reading while it is paused; events that then find no room are reported as lost. */
  readonly flowControl?: FlowControl;
  /** Called when the socket listens: every later event is seen. */
  readonly listening?: () => void;
}

/** Options of {@link uevents}. */
export interface UeventsOptions<T extends Transport = Transport> {
  /** Transport of the events. */
  readonly transport: T;
  /** Network namespace, which decides which links are reported; by default that of the process. */
  readonly namespace?: NamespaceRef;
  /** Receive buffer of each socket, in bytes; above `net.core.rmem_max` only with `CAP_NET_ADMIN`. */
  readonly receiveBuffer?: number;
  /** Where sysfs is mounted; `"/sys"` by default. A mount shows the links of the namespace that mounted it. */
  readonly sysfs?: string;
}

/** Checks for a word, or an array of words. */
export const aWordOrWords: Check = (value) =>
  [value].flat().every((word) => aString(word) === undefined)
    ? undefined
    : "a string, or an array of strings";

/** Checks of {@link UeventOptions}. */
export const ueventChecks: OptionChecks<UeventOptions> = {
  action: aWordOrWords,
  subsystem: aWordOrWords,
  devtype: aWordOrWords,
  source: oneOf("kernel", "udev"),
  flowControl: anObjectWith("pause", "resume"),
  listening: aFunction,
};

/** Checks of {@link UeventsOptions}. */
export const ueventsChecks: OptionChecks<UeventsOptions> = {
  transport: aTransport,
  namespace: socketOptionChecks.namespace,
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  sysfs: aString,
};

/** Returns a test for the events that a filter chooses. Other members of the stream always pass. */
export function chosenBy(filter: UeventFilter): (event: UeventEvent) => boolean {
  const keys = ["action", "subsystem", "devtype"] as const;
  const tests = keys.flatMap((key) => {
    const words: readonly unknown[] | undefined =
      filter[key] === undefined ? undefined : [filter[key]].flat();
    return words === undefined ? [] : [(event: Uevent) => words.includes(event[key])];
  });
  return (event) => event.type !== "uevent" || tests.every((test) => test(event));
}

import { DecodeError } from "@rxnetlink/core";
import type { Other } from "@rxnetlink/core/schema";
import type { UeventVariables } from "./variables.js";

/** Actions that the kernel knows. */
export const UEVENT_ACTIONS = [
  "add",
  "remove",
  "change",
  "move",
  "online",
  "offline",
  "bind",
  "unbind",
] as const;

/** Something that happened to a device (`KOBJ_*`). */
export type UeventAction = (typeof UEVENT_ACTIONS)[number];

/** Details of an event that a process asked for, by writing to a `uevent` file. */
export interface UeventSynth {
  /** UUID that it gave; absent if it gave none. */
  readonly uuid?: string;
  /** Arguments that it gave, by name. */
  readonly arguments: UeventVariables;
}

/** An event of a device. */
export interface Uevent {
  /** Discriminates events. */
  readonly type: "uevent";
  /** Its action. */
  readonly action: UeventAction | Other;
  /** Path of the device below `/sys`: `"/devices/virtual/net/lo"`. */
  readonly devpath: string;
  /** Previous path, of `"move"`. */
  readonly devpathOld?: string;
  /** Subsystem: `"block"`, `"net"`, `"usb"`. */
  readonly subsystem: string;
  /** Type of the device within its subsystem: `"disk"`, `"partition"`. */
  readonly devtype?: string;
  /** Name of the device node below `/dev`: `"sda"`, `"bus/usb/001/006"`; absent if it has none. */
  readonly devname?: string;
  /** Number of the event, which counts those of all namespaces. */
  readonly seqnum: number;
  /** Set if a process asked for the event. Since 4.13. */
  readonly synth?: UeventSynth;
  /** All variables, by the kernel's names. */
  readonly variables: UeventVariables;
}

const SYNTH_ARG = "SYNTH_ARG_";

/** Returns details of the request for an event; absent if nobody asked for it. */
function synthOf(variables: UeventVariables): Pick<Uevent, "synth"> {
  const { SYNTH_UUID: uuid } = variables;
  if (uuid === undefined) return {};
  const given = Object.entries(variables).filter(([name]) => name.startsWith(SYNTH_ARG));
  const args = Object.fromEntries(given.map(([name, value]) => [name.slice(SYNTH_ARG.length), value]));
  // The kernel's word for none.
  return { synth: { ...(uuid !== "0" && { uuid }), arguments: args } };
}

/** Returns a variable that every event has. */
function needed(variables: UeventVariables, name: string): string {
  const value = variables[name];
  if (value === undefined) throw new DecodeError("there is no such variable").at(name);
  return value;
}

/** Returns the number of an event. */
function seqnumOf(variables: UeventVariables): number {
  const seqnum = needed(variables, "SEQNUM");
  if (!/^\d{1,15}$/.test(seqnum))
    throw new DecodeError(`${JSON.stringify(seqnum)} is no number`).at("SEQNUM");
  return Number(seqnum);
}

/**
 * Returns the event that variables describe.
 *
 * @throws DecodeError if they lack one that every event has.
 */
export function ueventOf(variables: UeventVariables): Uevent {
  const { DEVTYPE: devtype, DEVNAME: devname, DEVPATH_OLD: devpathOld } = variables;
  return {
    type: "uevent",
    action: needed(variables, "ACTION"),
    devpath: needed(variables, "DEVPATH"),
    ...(devpathOld !== undefined && { devpathOld }),
    subsystem: needed(variables, "SUBSYSTEM"),
    ...(devtype !== undefined && { devtype }),
    // udev has the whole path.
    ...(devname !== undefined && { devname: devname.replace(/^\/dev\//, "") }),
    seqnum: seqnumOf(variables),
    ...synthOf(variables),
    variables,
  };
}

import { readdir, readFile, readlink, writeFile } from "node:fs/promises";
import { posix } from "node:path";
import { string, unterminated, Writer } from "@rxnetlink/core/schema";
import { type UeventVariables, ueventVariables } from "./variables.js";

/** A device, as sysfs shows it. */
export interface SysfsDevice {
  /** Path below `/sys`: `"/devices/virtual/net/lo"`. */
  readonly devpath: string;
  /** Subsystem: `"block"`, `"net"`, `"usb"`. */
  readonly subsystem: string;
  /** Type within the subsystem: `"disk"`, `"partition"`. */
  readonly devtype?: string;
  /** Name of the device node below `/dev`; absent if there is none. */
  readonly devname?: string;
  /** Driver; absent if there is none. */
  readonly driver?: string;
  /** All variables, by the kernel's names. */
  readonly variables: UeventVariables;
}

// Names of links need not be UTF-8, so that paths are bytes.

/** Returns a path as bytes. */
function pathBytes(...parts: readonly string[]): Buffer {
  const out = new Writer(256);
  unterminated.write(out, parts.join(""));
  return Buffer.from(out.take());
}

const viewOf = ({ buffer, byteOffset, length }: Buffer) => new DataView(buffer, byteOffset, length);
const textOf = (bytes: Buffer) => string.read(viewOf(bytes), 0, bytes.length);

/** Writes to the `uevent` file of a device, which must be there. */
export const writeUevent = (sysfs: string, devpath: string, text: string): Promise<void> =>
  writeFile(pathBytes(sysfs, devpath, "/uevent"), text, { flag: "r+" });

const GONE = ["ENOENT", "ENODEV", "ENXIO", "ENOTDIR"];
/** True for errors of things that no longer exist. */
const isGone = (error: unknown) => GONE.includes((error as NodeJS.ErrnoException).code ?? "");

/** Returns the target of a link; `undefined` for what is none. */
async function target(path: Buffer): Promise<string | undefined> {
  try {
    return textOf(await readlink(path, { encoding: "buffer" }));
  } catch {
    return undefined;
  }
}

/** Returns the names in a folder, which may be missing. */
async function namesIn(...path: readonly string[]): Promise<string[]> {
  try {
    return (await readdir(pathBytes(...path), { encoding: "buffer" })).map(textOf);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** Reads variables, one a line; those of a device that cannot be asked are none. */
async function variablesIn(path: Buffer): Promise<UeventVariables | undefined> {
  try {
    const lines = await readFile(path);
    const texts = lines.map((byte) => (byte === 0x0a ? 0 : byte));
    return ueventVariables.read(viewOf(Buffer.from(texts)), 0, texts.length);
  } catch (error) {
    return isGone(error) ? undefined : {};
  }
}

/** Reads a device; `undefined` if it is gone, or is none: devices have a subsystem and variables. */
export async function readDevice(sysfs: string, devpath: string): Promise<SysfsDevice | undefined> {
  const [variables, link] = await Promise.all([
    variablesIn(pathBytes(sysfs, devpath, "/uevent")),
    target(pathBytes(sysfs, devpath, "/subsystem")),
  ]);
  if (variables === undefined || link === undefined) return undefined;
  const { DEVTYPE: devtype, DEVNAME: devname, DRIVER: driver } = variables;
  return {
    devpath,
    subsystem: posix.basename(link),
    ...(devtype !== undefined && { devtype }),
    ...(devname !== undefined && { devname }),
    ...(driver !== undefined && { driver }),
    variables,
  };
}

/** Returns the folders with links to the devices of some subsystems, or of all. */
async function folders(sysfs: string, subsystems: readonly string[] | undefined): Promise<string[]> {
  const classes = subsystems ?? (await namesIn(sysfs, "/class"));
  const buses = subsystems ?? (await namesIn(sysfs, "/bus"));
  return [...classes.map((name) => `/class/${name}`), ...buses.map((name) => `/bus/${name}/devices`)];
}

/** Returns the paths of all devices of some subsystems, or of all. */
async function devpaths(sysfs: string, subsystems?: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const folder of await folders(sysfs, subsystems)) {
    const names = await namesIn(sysfs, folder);
    const links = await Promise.all(names.map((name) => target(pathBytes(sysfs, folder, "/", name))));
    for (const link of links) if (link !== undefined) found.add(posix.join(folder, link));
  }
  return found;
}

/** Number of devices that are read at a time. */
const AT_ONCE = 32;

/** Reads all devices of some subsystems, or of all. */
export async function readDevices(
  sysfs: string,
  subsystems?: readonly string[],
): Promise<Map<string, SysfsDevice>> {
  const paths = [...(await devpaths(sysfs, subsystems))];
  const devices = new Map<string, SysfsDevice>();
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const some = await Promise.all(paths.slice(from, from + AT_ONCE).map((path) => readDevice(sysfs, path)));
    for (const device of some) if (device !== undefined) devices.set(device.devpath, device);
  }
  return devices;
}

import { EncodeError } from "@rxnetlink/core";
import { sharedAttributes, string, u32, uint } from "@rxnetlink/core/schema";

/** Attributes that name an instance, in all messages of devlink. */
export const handleAttributes = sharedAttributes({
  /** Bus of the device: `"pci"`. */
  busName: [1, string],
  /** Name of the device on its bus: `"0000:03:00.0"`. */
  devName: [2, string],
  /** Number of the instance; since 7.1. */
  index: [184, uint],
});

/** Attributes that name a port, or an instance. */
export const portHandleAttributes = sharedAttributes({
  ...handleAttributes,
  /** Index of the port in its instance. */
  portIndex: [3, u32],
});

/** Names an instance of devlink: a device on a bus. */
export interface DevlinkHandle {
  /** Bus of the device: `"pci"`. */
  readonly busName: string;
  /** Name of the device on its bus: `"0000:03:00.0"`. */
  readonly devName: string;
}

/** Names an instance, or one of its ports. */
export interface DevlinkPortHandle extends DevlinkHandle {
  /** Index of the port in its instance. */
  readonly portIndex?: number;
}

/**
 * Parses the name of an instance or a port, as `devlink` prints it.
 *
 * @throws EncodeError if it is none.
 *
 * @example
 * parseHandle("pci/0000:03:00.0/1"); // { busName: "pci", devName: "0000:03:00.0", portIndex: 1 }
 */
export function parseHandle(text: string): DevlinkPortHandle {
  const [, busName, devName, port] = /^([^/]+)\/([^/]+)(?:\/(\d+))?$/.exec(text) ?? [];
  if (busName === undefined || devName === undefined)
    throw new EncodeError(`"${text}" is not the name of an instance of devlink`, {
      hint: "it has a bus and a device, and an index where it is of a port: pci/0000:03:00.0/1",
    });
  return { busName, devName, ...(port !== undefined && { portIndex: Number(port) }) };
}

/** Returns the name of an instance or a port, as `devlink` prints it. */
export function handleOf({ busName, devName, portIndex }: Partial<DevlinkPortHandle>): string {
  return [busName, devName, portIndex].filter((part) => part !== undefined).join("/");
}

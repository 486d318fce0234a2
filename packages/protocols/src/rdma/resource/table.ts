import { type ObjectDefinition, pick } from "@rxnetlink/core";
import {
  type AttributeSet,
  type Attributes,
  attributes,
  nestedArray,
  type Type,
} from "@rxnetlink/core/schema";
import { NLDEV, type RdmaHandle } from "../common/handle.js";

/** Place of the resources in the replies to a list: the attribute that holds them all, and that of each. */
export interface Table {
  /** Key of the attribute that holds all. */
  readonly key: string;
  /** Its number. */
  readonly number: number;
  /** Number of the attribute that each is in. */
  readonly entry: number;
}

/**
 * Returns the layout of a list, whose messages hold several resources of one device. A single resource, which is got, is in no
 * table: its attributes stand beside those of the device.
 */
export function inTable<T extends RdmaHandle>(
  resource: AttributeSet<Attributes>,
  element: Type<T>,
  { key, number, entry }: Table,
): Required<Pick<ObjectDefinition<T>, "envelope">> {
  const layout = attributes(resource.name, NLDEV, {
    ...resource.set,
    [key]: [number, nestedArray(entry, element)],
  });
  return {
    envelope: {
      layout,
      dump: (filter) => filter,
      open(message) {
        const device = pick(message as RdmaHandle, "devIndex", "devName");
        const rows = (message as Readonly<Record<string, readonly T[] | undefined>>)[key] ?? [];
        return rows.map((row) => ({ ...device, ...row }));
      },
    },
  };
}

import { type RawElement, rawElementFlags } from "../../element/layout.js";
import type { StatefulObject } from "../../object/layout.js";
import type { InTable } from "../messages.js";

/** Returns the name of an object. */
export function nameOf({ name = "" }: { readonly name?: string }): string {
  return name;
}

/** Returns the key of the table of an object: `"inet filter"`. */
export function tableKey({ family, table = "" }: InTable): string {
  return `${family} ${table}`;
}

/** Returns the key of a stateful object: `"counter hits"`. */
export function objectKey({ type, name }: StatefulObject): string {
  return `${type} ${name}`;
}

const { intervalEnd, catchall } = rawElementFlags.bits;

/** Returns bytes as a text of the same order. */
export function bytesText(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : String.fromCharCode(...bytes);
}

/** Returns the key of an element in its set: made of its key, its last key, and the flags that tell it from others. */
export function elementKey({ flags = 0, key, keyEnd }: RawElement): string {
  return `${flags & (intervalEnd | catchall)} ${bytesText(key?.value)} ${bytesText(keyEnd?.value)}`;
}

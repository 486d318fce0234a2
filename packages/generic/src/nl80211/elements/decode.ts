import { decoders, extendedDecoders } from "./decoders.js";
import type { WifiElement, WifiElements } from "./elements.js";
import { ElementReader } from "./reader.js";

/** Id of elements that have a further one. */
const EXTENSION = 255;

/** Returns the elements one by one; a last one that is cut off is left out. */
function elementsOf(bytes: Uint8Array): WifiElement[] {
  const found: WifiElement[] = [];
  for (let at = 0; bytes.length - at >= 2; ) {
    const [id, length] = [bytes[at]!, bytes[at + 1]!];
    const data = bytes.subarray(at + 2, at + 2 + length);
    if (data.length < length) break;
    const extended = id === EXTENSION && length > 0;
    found.push(extended ? { id, extension: data[0]!, bytes: data.subarray(1) } : { id, bytes: data });
    at += 2 + length;
  }
  return found;
}

/**
 * Decodes elements of a frame, such as those of a beacon: of IEEE 802.11, not of netlink. Elements that are cut off or too
 * short are left out; `bytes` always has them.
 *
 * @example
 * wifiElementsOf(bss.informationElements.bytes).rsn?.akm; // ["sae"]
 */
export function wifiElementsOf(bytes: Uint8Array): WifiElements {
  const elements = elementsOf(bytes);
  const all: WifiElements = { bytes, elements };
  for (const { id, extension, bytes: data } of elements) {
    const decode = extension === undefined ? decoders[id] : extendedDecoders[extension];
    Object.assign(all, decode?.(new ElementReader(data), all));
  }
  return all;
}

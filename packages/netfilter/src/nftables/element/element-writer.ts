import { nest, nestedArray, type Type, type Writer } from "@rxnetlink/core/schema";
import { type RawElement, rawElementAttributes } from "./layout.js";

/** Layout of a list of elements. */
export const elementList: Type<RawElement[]> = nestedArray(1, nest<RawElement>(rawElementAttributes));

/** Bytes of an attribute of a length, with the padding behind it. */
const padded = (length: number) => (length + 3) & ~3;

const hasOnly = (value: object, member: string): boolean => {
  for (const name in value) if (name !== member) return false;
  return true;
};

/** Returns the key of an element that is nothing but a key. */
function bareKey(element: RawElement | Uint8Array): Uint8Array | undefined {
  if (element instanceof Uint8Array) return element;
  const { key } = element;
  if (typeof key !== "object" || !hasOnly(element, "key") || !hasOnly(key, "value")) return undefined;
  return key.value instanceof Uint8Array ? key.value : undefined;
}

/**
 * Returns a function that writes elements one by one, or the bytes of a key alone. Of those that are nothing but a key, which is most in large sets, only
 * the first is written by its layout: the others differ from it in the last bytes alone, and take half the time.
 */
export function elementWriter(out: Writer): (element: RawElement | Uint8Array) => void {
  let [pattern, length] = [new Uint8Array(0), -1];
  return (element) => {
    const key = bareKey(element);
    if (key !== undefined && key.length === length) {
      out.append(pattern);
      out.bytes.set(key, out.at - padded(length));
      return;
    }
    const start = out.at;
    elementList.write(out, [element instanceof Uint8Array ? { key: { value: element } } : element]);
    if (key !== undefined) [pattern, length] = [out.bytes.slice(start, out.at), key.length];
  };
}

import { EncodeError } from "@rxnetlink/core";
import { isBytes, isRecord } from "@rxnetlink/core/internal";
import { binary, refine, type Type } from "@rxnetlink/core/schema";
import { wifiElementsOf } from "./decode.js";
import type { WifiElements } from "./elements.js";

/** Returns a value with all bytes in it as hexadecimal text. */
function inHex(value: unknown): unknown {
  if (isBytes(value)) return binary.toJson!(value);
  if (Array.isArray(value)) return value.map(inHex);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inHex(member)]));
}

/** True if a value has everything in a pattern. */
function has(value: unknown, pattern: unknown): boolean {
  if (!isRecord(pattern) || !isRecord(value)) return JSON.stringify(value) === JSON.stringify(pattern);
  return Object.keys(pattern).every((key) => has(value[key], pattern[key]));
}

/** Elements of frames, decoded; requests may hold just their bytes. */
export const wifiElements: Type<WifiElements> = refine<Uint8Array, WifiElements>(binary, {
  name: "elements",
  read: (view, at, end) => wifiElementsOf(binary.read(view, at, end)),
  write(out, value) {
    if (!isRecord(value) || !isBytes(value.bytes))
      throw new EncodeError("are no elements", { hint: "give them as { bytes }" });
    binary.write(out, value.bytes);
  },
  parse: (text) => wifiElementsOf(binary.parse!(text)),
  toJson: inHex,
  fromJson(json) {
    if (!isRecord(json)) throw new EncodeError("are no elements");
    return wifiElementsOf(binary.fromJson!(json.bytes));
  },
  matcher(pattern) {
    if (!isRecord(pattern)) throw new EncodeError("are no elements");
    const wanted = inHex(pattern);
    return (value) => has(inHex(value), wanted);
  },
});

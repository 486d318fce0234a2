//  bigint      12n               "12n"
//  Uint8Array  [0, 255]          "hex:00 ff"
//  string      "12n"             "text:12n"     (only strings that look like one of the three notations)

/** Formats bytes in hexadecimal: `"00 ff"`. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");

const SPECIAL = /^(-?\d+n$|hex:|text:)/;

function encodeValue(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  // Not the value, which is what its toJSON() says: keys hide themselves there.
  const bytes = this[key];
  if (bytes instanceof Uint8Array) return `hex:${hex(bytes)}`;
  return typeof value === "string" && SPECIAL.test(value) ? `text:${value}` : value;
}

function decodeValue(_key: string, value: unknown): unknown {
  if (typeof value !== "string" || !SPECIAL.test(value)) return value;
  if (value.startsWith("text:")) return value.slice("text:".length);
  if (value.startsWith("hex:"))
    return Uint8Array.from(value.match(/[0-9a-f]{2}(?= |$)/g) ?? [], (pair) => Number.parseInt(pair, 16));
  return BigInt(value.slice(0, -1));
}

/** Formats a value as readable JSON, in which bigints and bytes are strings: `"12n"`, `"hex:00 ff"`. */
export function toNotation(value: unknown): string {
  return `${JSON.stringify(value, encodeValue, 2)}\n`;
}

/** Parses the output of {@link toNotation}. */
export function fromNotation(text: string): unknown {
  return JSON.parse(text, decodeValue);
}

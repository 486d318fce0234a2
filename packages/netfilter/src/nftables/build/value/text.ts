import { EncodeError } from "@rxnetlink/core";
import { unterminated, Writer } from "@rxnetlink/core/schema";
import { fromBytes, toBytes } from "./bytes.js";
import { type DataType, unusable } from "./data-type.js";
import { type Interval, prefixed, single } from "./interval.js";

function utf8(text: string): Uint8Array {
  const out = new Writer(16);
  unterminated.write(out, text);
  return out.take();
}

function parse(shape: { name: string; bits: number }, value: unknown, wildcard: boolean): Interval {
  if (typeof value !== "string" || value === "") throw unusable(shape, value);
  const open = wildcard && value.endsWith("*") && !value.endsWith("\\*");
  const bytes = utf8(open ? value.slice(0, -1) : value.replace(/\\\*$/, "*"));
  const size = shape.bits / 8;
  if (bytes.length >= size) throw new EncodeError(`"${value}" is longer than ${size - 1} bytes`);
  const whole = new Uint8Array(size);
  whole.set(bytes);
  const number = fromBytes(whole, "text");
  return open ? prefixed(number, bytes.length * 8, shape.bits) : single(number);
}

/** Declares text of at most so many bytes, a terminating zero included. */
function text(name: string, id: number, size: number, wildcard = false): DataType<string> {
  const shape = { name, id, bits: size * 8, order: "text" } as const;
  return {
    ...shape,
    parse: (value) => parse(shape, value, wildcard),
    print(value) {
      const bytes = toBytes(value, size, "text");
      const end = bytes.indexOf(0);
      const quoted = JSON.stringify(unterminated.read(new DataView(bytes.buffer), 0, end < 0 ? size : end));
      return wildcard ? quoted.replace(/\*"$/, '\\*"') : quoted;
    },
  };
}

/** Names of links; those that begin alike as `"eth*"`. */
export const ifname = text("ifname", 41, 16, true);
/** Short texts, such as the name of a helper or of a kind of links. */
export const shortText = text("string", 5, 16);

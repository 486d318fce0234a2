import { DecodeError, EncodeError } from "../../../errors/errors.js";
import { describe } from "../../../values/describe.js";
import type { Sized, Type } from "../../type.js";

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function readHex(view: DataView, at: number, end: number): string {
  let text = at < end ? HEX[view.getUint8(at)]! : "";
  for (let i = at + 1; i < end; i++) text += `:${HEX[view.getUint8(i)]}`;
  return text;
}

function parseHex(text: string): Uint8Array | undefined {
  if (text === "") return new Uint8Array(0);
  if (typeof text !== "string" || !/^[0-9a-f]{1,2}([:-][0-9a-f]{1,2})*$/i.test(text)) return undefined;
  return Uint8Array.from(text.split(/[:-]/), (part) => Number.parseInt(part, 16));
}

function linkLayer(name: string, size?: number): Type<string> {
  return {
    name,
    size,
    read(view, at, end) {
      if (size !== undefined && end - at < size)
        throw new DecodeError(`${end - at} bytes are too short for ${name}`);
      return readHex(view, at, size === undefined ? end : at + size);
    },
    write(out, value) {
      const parsed = parseHex(value);
      if (parsed === undefined || (size !== undefined && parsed.length !== size))
        throw new EncodeError(`${describe(value)} is not a ${name} address`);
      out.append(parsed);
    },
  };
}

/** A link-layer address of any length in hexadecimal, `"02:00:00:00:00:01"`; tunnels have 4 or 16 bytes. */
export const lladdr = linkLayer("lladdr");
/** A MAC address, `"02:00:00:00:00:01"`. */
export const mac = linkLayer("mac", 6) as Sized<string>;

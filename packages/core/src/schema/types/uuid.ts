import { EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import type { Sized } from "../type.js";
import { bytes } from "./bytes.js";

const raw = bytes(16);
const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A UUID of 16 bytes, as text: `"123e4567-e89b-12d3-a456-426614174000"`. */
export const uuid: Sized<string> = {
  name: "uuid",
  size: 16,
  read(view, at, end) {
    const digits = Array.from(raw.read(view, at, end), (byte) => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  },
  write(out, value) {
    if (typeof value !== "string" || !FORM.test(value))
      throw new EncodeError(`${describe(value)} is not a UUID`);
    const digits = value.replaceAll("-", "").match(/../g)!;
    raw.write(
      out,
      Uint8Array.from(digits, (byte) => Number.parseInt(byte, 16)),
    );
  },
};

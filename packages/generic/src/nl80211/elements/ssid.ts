import { EncodeError } from "@rxnetlink/core";
import { binary, refine, type Type, unterminated } from "@rxnetlink/core/schema";

const BACKSLASH = 0x5c;
const isControl = (byte: number) => byte < 0x20 || byte === 0x7f;

/** Returns the text of bytes of which some are no text: those become `\xNN`, as `iw` shows them. */
const escaped = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) =>
    isControl(byte) || byte > 0x7f || byte === BACKSLASH
      ? `\\x${byte.toString(16).padStart(2, "0")}`
      : String.fromCharCode(byte),
  ).join("");

/** Returns the text of an SSID, which may be any bytes. */
export function ssidText(bytes: Uint8Array): string {
  if (bytes.some(isControl)) return escaped(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = unterminated.read(view, 0, bytes.length);
  return /\p{Surrogate}|\\x[\da-f]{2}/iu.test(text) ? escaped(bytes) : text;
}

/** Name of a network: text, in which `\xNN` stands for a byte. Needs no escapes to write any other text. */
export const wifiSsid: Type<string> = refine<Uint8Array, string>(binary, {
  name: "ssid",
  read: (view, at, end) => ssidText(binary.read(view, at, end)),
  write(out, text) {
    if (typeof text !== "string") throw new EncodeError("is not a text");
    text.split(/\\x([\da-f]{2})/i).forEach((part, index) => {
      if (index % 2 === 0) unterminated.write(out, part);
      else binary.write(out, Uint8Array.of(Number.parseInt(part, 16)));
    });
  },
  parse: (text) => text,
  toJson: (text) => text,
  fromJson: String,
});

import { unterminated, Writer } from "@rxnetlink/core/schema";

/** Returns the text of bytes. Bytes that are not UTF-8 become lone surrogates, so that none is lost. */
export function textOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let from = 0; from <= bytes.length; ) {
    const nul = bytes.indexOf(0, from);
    const to = nul < 0 ? bytes.length : nul;
    parts.push(unterminated.read(view, from, to));
    from = to + 1;
  }
  return parts.join("\0");
}

/** Returns the bytes that a text in hexadecimal stands for; `undefined` if it is none. */
export function bytesIn(hex: string): Uint8Array | undefined {
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(hex)) return undefined;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/**
 * Returns the text of a value as audit writes it: in quotes, or in hexadecimal if it holds blanks, quotes or control
 * characters.
 */
export function decoded(value: string): string {
  if (value.startsWith('"')) return value.slice(1, value.endsWith('"') && value.length > 1 ? -1 : undefined);
  const bytes = bytesIn(value);
  return bytes === undefined ? value : textOf(bytes);
}

/**
 * Returns a value as audit writes texts that others have chosen, such as the name of a file: for messages of programs.
 *
 * @example
 * audit.user$(`op=unlock file=${encodeAuditValue(path)} res=success`);
 */
export function encodeAuditValue(text: string): string {
  if (text !== "" && !/[^\x21-\x7e]|"/.test(text)) return `"${text}"`;
  if (text === "") return '""';
  const out = new Writer(64);
  unterminated.write(out, text);
  return Array.from(out.take(), (byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
}

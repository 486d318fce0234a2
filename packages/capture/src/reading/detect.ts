import { u32, viewOf } from "@rxnetlink/core/schema";
import { CaptureError } from "../capture-error.js";
import { isPcap, PcapReader } from "../pcap/pcap-reader.js";
import { SECTION } from "../pcapng/blocks.js";
import { PcapngReader } from "../pcapng/pcapng-reader.js";
import { digitsIn } from "../text/hex.js";
import { HexReader } from "../text/hex-reader.js";
import { StraceReader } from "../text/strace/strace-reader.js";
import type { CaptureReader, ReadOptions } from "./capture-reader.js";

/** Bytes by which a binary format shows itself. */
const MAGIC = 4;
/** Control characters, which no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** A line of strace: a call, or the rest of one. */
const TRACED = /^(\[pid +\d+\] |\d+ +)?([\d.:]+ )?(\w+\(|<\.\.\. |\+\+\+ |--- |strace: )/;

/** Returns the reader of a text by its first line that says anything. */
function textReader(text: string, isWhole: boolean, protocol: number): CaptureReader | undefined {
  const lines = text.split("\n");
  if (!isWhole) lines.pop();
  const first = lines.find((line) => TRACED.test(line) || digitsIn(line) !== "") ?? "";
  if (TRACED.test(first)) return new StraceReader(protocol);
  return /^[0-9a-f]+$/i.test(digitsIn(first)) ? new HexReader(protocol) : undefined;
}

/**
 * Returns the reader of a capture by its first bytes; `undefined` if more are needed.
 *
 * @param isWhole - True if there are no more.
 * @throws CaptureError if they resemble no format.
 */
export function readerOf(
  bytes: Uint8Array,
  isWhole: boolean,
  { protocol = 0 }: ReadOptions,
): CaptureReader | undefined {
  if (bytes.length >= MAGIC) {
    if (u32.read(viewOf(bytes), 0, bytes.length) === SECTION) return new PcapngReader();
    if (isPcap(bytes)) return new PcapReader();
  }
  const text = new TextDecoder().decode(bytes);
  const reader = BINARY.test(text) ? undefined : textReader(text, isWhole, protocol);
  const isHopeless = isWhole || (bytes.length >= MAGIC && BINARY.test(text));
  if (reader === undefined && isHopeless)
    throw new CaptureError(
      undefined,
      0,
      bytes.length === 0 ? "the capture is empty" : "neither pcap nor pcapng, hexadecimal or strace",
    );
  return reader;
}

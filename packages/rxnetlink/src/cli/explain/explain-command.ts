import { readFileSync } from "node:fs";
import { CaptureError, hexBytes } from "@rxnetlink/capture";
import { eachMessage, type MessageHeader, NLMSG_HDRLEN } from "@rxnetlink/core/schema";
import { Command, Option } from "commander";
import { UsageError } from "../input/usage-error.js";
import { FAMILIES } from "../objects/families.js";
import { printLines } from "../output.js";
import { heading } from "../text/heading.js";
import { Kinds } from "./layouts.js";
import { type Part, partsOf } from "./parts.js";

/** Bytes in a line. */
const WIDTH = 8;

const byte = (value: number, digits = 2) => value.toString(16).padStart(digits, "0");

/** Parses bytes as {@link hexBytes} does. */
function bytesIn(text: string): Uint8Array {
  try {
    return hexBytes(text);
  } catch (error) {
    throw error instanceof CaptureError ? new UsageError(error.reason, { cause: error }) : error;
  }
}

/** Draws the bytes of a part, with its name and what it says. */
function drawn({ from: start, to, name, text }: Part, bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = start; at < to; at += WIDTH) {
    const hex = Array.from(bytes.subarray(at, Math.min(to, at + WIDTH)), (one) => byte(one)).join(" ");
    const said = at === start ? `${name}  ${text}` : "";
    lines.push(`${byte(at, 4)}  ${hex.padEnd(WIDTH * 3 - 1)}  ${said}`.trimEnd());
  }
  return lines;
}

const headerPart = (at: number, { length, type, flags, sequence, portId }: MessageHeader): Part => ({
  from: at,
  to: at + NLMSG_HDRLEN,
  name: "nlmsghdr",
  text: `length=${length} type=${type} flags=0x${byte(flags)} sequence=${sequence} portId=${portId}`,
});

/** Draws all messages of a datagram. */
function explained(bytes: Uint8Array, kinds: Kinds): string[] {
  const lines: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  eachMessage(view, 0, bytes.length, (header, _, at, end) => {
    const kind = kinds.kindOf(header, view, at, end);
    const payload = { from: at, to: end, name: "payload", text: "" };
    const parts = kind === undefined ? [payload] : partsOf(kind.layout, view, at, end);
    lines.push(heading(kind?.name ?? `message of type ${header.type}`));
    for (const part of [headerPart(at - NLMSG_HDRLEN, header), ...parts]) lines.push(...drawn(part, bytes));
  });
  return lines;
}

/** `rxnl explain`. */
export const explainCommand = (): Command =>
  new Command("explain")
    .argument("<hex...>", "the bytes of a datagram, or - for standard input")
    .addOption(
      new Option("--family <family>", "the family that they are of")
        .choices(Object.keys(FAMILIES))
        .default("route"),
    )
    .action(async (words: string[], { family }: { family: string }) => {
      const text = words.join(" ") === "-" ? readFileSync(0, "utf8") : words.join(" ");
      const lines = explained(bytesIn(text), await Kinds.of(family));
      await printLines(lines);
    });

import type { CapturedMessage, CapturedObject, CapturedRaw } from "@rxnetlink/capture";
import { errnoText } from "@rxnetlink/core";
import { type AnyType, type Type, Writer } from "@rxnetlink/core/schema";
import cliTruncate from "cli-truncate";
import { assignmentText } from "../text/assignments.js";
import { heading } from "../text/heading.js";
import { textOf } from "../text/objects.js";
import { widthOf, wrapped } from "../text/width.js";
import { flagWords } from "./flag-words.js";

//  18:43:01.786931  #3 > route      new link (excl create ack)  ifname=v0 linkinfo.kind=dummy
//  18:43:01.787004  #3 < route      EEXIST  File exists
//  18:43:02.010000     * route      new link  7: v0 dummy <up> mtu 1500 …
//
//  > to the kernel, < from it, * unasked; # the number of the request.

const SIGNS = { request: ">", reply: "<", notification: "*" } as const;
const FAMILY = 10;
const NANOSECONDS = 1_000_000n;

/** Returns the time of day with microseconds; as many blanks if it is not known. */
function timeText(time: bigint | undefined): string {
  if (time === undefined) return " ".repeat(15);
  const date = new Date(Number(time / NANOSECONDS));
  const two = (number: number) => String(number).padStart(2, "0");
  const fraction = String((time / 1000n) % 1_000_000n).padStart(6, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${fraction}`;
}

/** A layout with a fixed header. */
interface WithHeader extends AnyType {
  readonly header?: { readonly fields: Readonly<Record<string, AnyType>> };
}

function isZero(type: AnyType, value: unknown): boolean {
  const out = new Writer(64);
  type.write(out, value);
  return out.take().every((byte) => byte === 0);
}

/** Returns a request without the members of its header that are zero: nobody set them. */
function withoutZeros(layout: WithHeader, value: object): object {
  const fields = layout.header?.fields ?? {};
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, member]) => fields[key] === undefined || !isZero(fields[key], member),
    ),
  );
}

function objectText(message: CapturedObject): string {
  const { object, action, value, kind, role } = message;
  const flags = flagWords(message);
  const title = heading(`${action} ${object}`) + (flags.length === 0 ? "" : ` (${flags.join(" ")})`);
  const text =
    (role === "request" ? undefined : textOf(object)?.(value)) ??
    assignmentText(kind.layout as Type<object>, withoutZeros(kind.layout, value));
  return text === "" ? title : `${title}  ${text}`;
}

/** Returns what a datagram without messages holds, if it is text, as a uevent is. */
function rawText({ payload }: CapturedRaw): string {
  const text = new TextDecoder().decode(payload).replaceAll(/\0+/g, " ").trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
  return /[\x01-\x1f\ufffd]/.test(text) ? `${payload.length} bytes` : text;
}

/** Says what a message holds. */
function contentText(message: CapturedMessage): string {
  if (message.type === "object") return objectText(message);
  if (message.type === "raw") return rawText(message);
  if (message.type === "refusal") {
    const { code, text = errnoText(message.errno) ?? "", path } = message;
    return `${heading(code)}  ${text}${path === undefined ? "" : ` at ${path}`}`;
  }
  if (message.type === "unknown") return `type ${message.header.type}, ${message.payload.length} bytes`;
  if (message.type === "malformed") return `type ${message.header.type}: ${message.error.message}`;
  return message.type === "ack" && message.warning !== undefined ? `ack  ${message.warning}` : message.type;
}

/** Most lines that a message takes on a terminal. */
const LINES = 3;
const INDENT = "        ";

/**
 * Formats a message as one line; on a terminal as a few, of what is too long the beginning.
 *
 * @param number - Number of the request that it is or belongs to.
 */
export function messageText(message: CapturedMessage, number: number | undefined): string {
  const { packet, role, family } = message;
  const marked = number === undefined ? "" : `#${number}`;
  const line = `${timeText(packet.time)} ${marked.padStart(4)} ${SIGNS[role]} ${family.padEnd(FAMILY)} ${contentText(message)}`;
  const width = widthOf(process.stdout);
  if (width === undefined) return line;
  return wrapped(cliTruncate(line, (width - INDENT.length) * LINES), width, INDENT);
}

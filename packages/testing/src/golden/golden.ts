import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type AnyType, eachMessage, NLMSG_HDRLEN } from "@rxnetlink/core/schema";
import type { LayoutOf } from "../message-layouts.js";
import { fromNotation, hex, toNotation } from "./notation.js";

export { type LayoutOf, layoutsOf } from "../message-layouts.js";
export { fromNotation, toNotation } from "./notation.js";

//  name.hex:   # command: ip link add vx0 type vxlan id 42 …    name.json:   { "index": 2,
//              # kernel: 6.18.5                                                "address": "hex:02 00", …
//
//              20 00 00 00 10 00 00 00 00 00 00 00 00 00 00 00   # nlmsghdr
//              08 00 04 00 dc 05 00 00                           # mtu
//
//  Only the bytes are read; text after a # is for people.

/** A message as a real kernel sent it, and its decoded value. */
export interface Golden {
  /** Name of its two files, without extension. */
  readonly name: string;
  /** The command that made the kernel send it; empty if unknown. */
  readonly command: string;
  /** The kernel's release: `"6.18.5"`; empty if no kernel sent it. */
  readonly kernel: string;
  /** The whole message, with its `nlmsghdr`. */
  readonly bytes: Uint8Array;
  /** The decoded payload; `undefined` if there is no `.json` yet. */
  readonly value: unknown;
}

/** Location of golden files: a path, or a `file:` URL such as `new URL("../golden/", import.meta.url)`. */
export type Folder = string | URL;

/** Returns the path of a folder. */
export const pathOf = (folder: Folder) => (typeof folder === "string" ? folder : fileURLToPath(folder));
const COLUMNS = 48;

/** True if expected values are overwritten rather than compared: `UPDATE_GOLDEN=1`. */
export function updatesGolden(): boolean {
  return process.env.UPDATE_GOLDEN === "1";
}

/** Reads one golden file. */
export function readGolden(folder: Folder, name: string): Golden {
  const path = pathOf(folder);
  const text = readFileSync(`${path}/${name}.hex`, "utf8");
  const noteOf = (what: string) => new RegExp(`^# ${what}: (.*)$`, "m").exec(text)?.[1] ?? "";
  const digits = text.replace(/#.*$/gm, "").replace(/\s+/g, "");
  if (!/^([0-9a-f]{2})*$/i.test(digits))
    throw new SyntaxError(`${name}.hex: not complete bytes in hexadecimal`);
  const json = `${path}/${name}.json`;
  return {
    name,
    command: noteOf("command"),
    kernel: noteOf("kernel"),
    bytes: Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    value: existsSync(json) ? fromNotation(readFileSync(json, "utf8")) : undefined,
  };
}

/** Reads all golden files of a folder, sorted by name. */
export function golden(folder: Folder): Golden[] {
  const files = readdirSync(pathOf(folder)).filter((file) => file.endsWith(".hex"));
  return files.sort().map((file) => readGolden(folder, file.slice(0, -".hex".length)));
}

/** Returns the path of the member at each four bytes of a message. */
function placesOf(layout: AnyType, bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: string[] = [];
  for (let at = NLMSG_HDRLEN; at < bytes.length; at += 4) {
    const located = layout.locate?.(view, NLMSG_HDRLEN, bytes.length, at);
    places.push(located === undefined || located.path.length === 0 ? layout.name : located.path.join("."));
  }
  return places;
}

function hexLines(bytes: Uint8Array, comment: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = hex(bytes.subarray(at, at + 16));
    lines.push(at === 0 ? `${row.padEnd(COLUMNS)} # ${comment}` : row);
  }
  return lines;
}

/** Formats a message as commented hexadecimal: each member starts a line, which names it. */
export function hexDump(bytes: Uint8Array, layout: AnyType): string {
  const places = placesOf(layout, bytes);
  const lines = hexLines(bytes.subarray(0, NLMSG_HDRLEN), "nlmsghdr");
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    while (to < places.length && places[to] === places[from]) to++;
    const piece = bytes.subarray(NLMSG_HDRLEN + from * 4, NLMSG_HDRLEN + to * 4);
    lines.push(...hexLines(piece, places[from]!));
    from = to;
  }
  return `${lines.join("\n")}\n`;
}

/** Writes the two files of a message whose payload has `layout`. */
export function writeGolden(
  folder: Folder,
  { name, command, kernel, bytes, value }: Golden,
  layout: AnyType,
): void {
  const path = pathOf(folder);
  mkdirSync(path, { recursive: true });
  const notes = Object.entries({ command: command.replaceAll("\n", "; "), kernel });
  const head = notes.filter(([, text]) => text !== "").map(([what, text]) => `# ${what}: ${text}\n`);
  const lines = head.length === 0 ? [] : [...head, "\n"];
  writeFileSync(`${path}/${name}.hex`, [...lines, hexDump(bytes, layout)].join(""));
  writeFileSync(`${path}/${name}.json`, toNotation(value));
}

/** Decodes the payload of a whole message. */
export function decodeMessage(bytes: Uint8Array, layoutOf: LayoutOf): { layout: AnyType; value: unknown } {
  let decoded: { layout: AnyType; value: unknown } | undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  eachMessage(view, 0, bytes.length, ({ type }, within, at, end) => {
    const layout = layoutOf(type);
    decoded = { layout, value: layout.read(within, at, end) };
  });
  if (decoded === undefined) throw new RangeError("no whole message");
  return decoded;
}

/** Lists the attributes of a value that its layout does not know: the path of their set, and their number. */
export function unknownAttributes(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === "unknown" && Array.isArray(member))
      return member.map(({ type }: { type: number }) => `${path || "message"}: attribute ${type & 0x3fff}`);
    if (key === "unknown") return [`${path}: no layout of this kind`];
    return unknownAttributes(member, path === "" ? key : `${path}.${key}`);
  });
}

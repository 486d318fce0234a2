import { deepStrictEqual, strictEqual } from "node:assert";
import { existsSync } from "node:fs";
import type { LayoutOf } from "../message-layouts.js";
import {
  decodeMessage,
  type Folder,
  hexDump,
  pathOf,
  readGolden,
  updatesGolden,
  writeGolden,
} from "./golden.js";
import { fromNotation, toNotation } from "./notation.js";

/** A message to compare with a golden file, and what the file says of where it came from. */
export interface GoldenMessage {
  /** The whole message, with its `nlmsghdr`; the one in the file by default. */
  readonly bytes?: Uint8Array;
  /** What had it sent; what the file says by default. */
  readonly command?: string;
  /** The kernel's release; what the file says by default. */
  readonly kernel?: string;
}

const HINT = "UPDATE_GOLDEN=1 writes it anew";

/**
 * Compares a message with a golden file: its bytes, where they are given, with `name.hex`, and what it decodes to with
 * `name.json`. With the environment variable `UPDATE_GOLDEN=1` both are written instead: look at what has changed, and
 * keep them under version control. Returns what the message decodes to.
 *
 * @throws AssertionError where they differ, with both sides; so test runners show the difference.
 *
 * @example
 * test("the request for a bridge", () => {
 *   expectGolden(new URL("golden/", import.meta.url), "add-bridge", layoutsOf(linkObject), { bytes: sent });
 * });
 */
export function expectGolden(
  folder: Folder,
  name: string,
  layoutOf: LayoutOf,
  message: GoldenMessage = {},
): unknown {
  const known = existsSync(`${pathOf(folder)}/${name}.hex`) ? readGolden(folder, name) : undefined;
  const bytes = message.bytes ?? known?.bytes;
  if (bytes === undefined) throw new Error(`there is no ${name}.hex, and no message to write it of`);
  const { layout, value } = decodeMessage(bytes, layoutOf);
  if (updatesGolden()) {
    const origin = { command: known?.command ?? "", kernel: known?.kernel ?? "", ...message };
    writeGolden(folder, { ...origin, name, bytes, value }, layout);
  } else {
    const dump = (of: Uint8Array) => hexDump(of, decodeMessage(of, layoutOf).layout);
    strictEqual(dump(bytes), known && dump(known.bytes), `${name}.hex holds another message; ${HINT}`);
    deepStrictEqual(
      fromNotation(toNotation(value)),
      known?.value,
      `${name}.json holds another value; ${HINT}`,
    );
  }
  return value;
}

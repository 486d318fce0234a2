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

/** A message to compare with a golden file, and its origin. */
export interface GoldenMessage {
  /** The whole message, with its `nlmsghdr`; that of the file by default. */
  readonly bytes?: Uint8Array;
  /** The command that caused it; that of the file by default. */
  readonly command?: string;
  /** Release of the kernel that sent it; that of the file by default. */
  readonly kernel?: string;
}

const HINT = "UPDATE_GOLDEN=1 overwrites it";

/**
 * Compares a message with a golden file: its bytes, if given, with `name.hex`, and its decoded value with `name.json`.
 * With the environment variable `UPDATE_GOLDEN=1`, both files are written instead: review the changes, and keep the files
 * under version control. Returns the decoded value.
 *
 * @throws AssertionError if they differ; it has both sides, so test runners show the difference.
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
  if (bytes === undefined) throw new Error(`there is no ${name}.hex, and no message to write to it`);
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

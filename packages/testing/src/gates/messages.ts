import { existsSync } from "node:fs";
import type { Folder, Golden, LayoutOf } from "../golden/golden.js";
import { golden, pathOf } from "../golden/golden.js";

/** The golden files of a family, and the layouts of their messages. */
export interface Messages {
  /** Folder of messages of a real kernel; its folder `by-hand` holds messages that no available kernel sends. */
  readonly folder: Folder;
  /** Returns the layout of messages of a type. */
  readonly layoutOf: LayoutOf;
}

/** Returns messages assembled by hand from the kernel's headers. */
export function byHand({ folder }: Messages): Golden[] {
  const inside = `${pathOf(folder)}/by-hand`;
  return existsSync(inside) ? golden(inside) : [];
}

/** Returns all messages, those assembled by hand included. */
export function allMessages(messages: Messages): Golden[] {
  return [...golden(messages.folder), ...byHand(messages)];
}

/** Returns rows for `test.each`, by name. */
export const named = (files: readonly Golden[]) => files.map((file) => [file.name, file] as const);

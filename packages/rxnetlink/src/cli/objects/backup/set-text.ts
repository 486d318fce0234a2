import type { BackupRow } from "@rxnetlink/backup";
import { leavesOf } from "../../text/leaves.js";
import { beyond } from "./beyond.js";

/** Returns the settings of an IP set and its elements in lines. */
function linesOf({ elements = [], setname: _, ...settings }: BackupRow): string[] {
  const words = (value: object) => [...leavesOf(value)].map(([path, leaf]) => `${path} ${leaf}`);
  return [...words(settings), ...(elements as object[]).map((one) => `element ${words(one).join(" ")}`)];
}

/** Returns what an IP set loses and gains, in lines. */
export const setChanges = (previous: BackupRow, current: BackupRow): string[] =>
  beyond(linesOf(previous), linesOf(current));

/** Returns the type of an IP set, and the number of its elements. */
export function setSummary({ typename, elements = [] }: BackupRow): string {
  const { length } = elements as object[];
  return `${typename}, ${length} ${length === 1 ? "element" : "elements"}`;
}

import { leavesOf } from "../text/leaves.js";

/** Members of an object by their paths: `linkinfo.kind`, `multipath[0].gateway`. */
export type Flat = ReadonlyMap<string, string>;

/** Returns the members of an object in the form of `toJson()` by their paths. */
export const flat = (row: object): Flat =>
  new Map(
    [...leavesOf(row)].map(([path, leaf]) => [path, Array.isArray(leaf) ? leaf.join(",") : String(leaf)]),
  );

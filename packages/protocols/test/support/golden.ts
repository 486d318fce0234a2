import type { MessageSet } from "@rxnetlink/core";
import type { Messages } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";

/** Folder and messages of a protocol. */
export interface GoldenFiles {
  /** Folder of its golden files, below `test/golden`. */
  readonly folder: string;
  /** Its messages, each type once. */
  readonly messages: readonly Pick<MessageSet<object>, "types" | "layout">[];
}

/** Returns the golden files of a protocol. */
export const goldenOf = ({ folder, messages }: GoldenFiles): Messages => ({
  folder: new URL(`../../../test/golden/${folder}/`, import.meta.url),
  layoutOf: layoutsOf(...messages),
});

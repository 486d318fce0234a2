import { facts } from "./facts.js";
import { matches } from "./matches.js";
import type { Pair } from "./pair.js";
import { statements } from "./statements.js";

/** Rules of ours beside those of nft, over all selectors and statements. */
export const pairs: readonly Pair[] = [...matches, ...facts, ...statements];

import type { Written } from "@rxnetlink/core";
import type { NftSet } from "./layout.js";

/** A set as it was declared or listed; bits may be given by name. */
export interface SetGiven extends Written<NftSet> {}

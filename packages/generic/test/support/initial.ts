import { describeUnless, whyNotInitialRoot } from "@rxnetlink/testing/gates";
import { type Needs, whyNot } from "./kernel.js";

/** Describes tests that need `CAP_NET_ADMIN` in the initial user namespace; skips them with the reason in their name. */
export const describeInitially = (needs: Needs, name: string, tests: () => void): void =>
  describeUnless(whyNotInitialRoot() ?? whyNot(needs), name, tests);

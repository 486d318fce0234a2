import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it } from "vitest";
import { linkStateRules } from "#src/link/state.js";
import { MINIMAL_REQUESTS } from "../iproute2/minimal-requests.js";
import { CABLE, errorOf, useFreshKernel } from "../support/kernel.js";
import { without } from "../support/round-trip.js";

/** Members that are random, change on their own, or belong to another object. */
const VOLATILE = new Set([
  ...linkStateRules.volatile!,
  ..."index address permAddress cstamp tstamp rootId bridgeId carrierChanges carrierUpCount carrierDownCount".split(
    " ",
  ),
  ..."operstate carrier adActorSystem sci confirmed used updated refcnt seq".split(" "),
]);

const why = whyNoNamespaces();
if (why !== undefined) console.log(`minimal requests skipped: ${why}`);

describe.skipIf(why !== undefined)(
  "the least that a request may hold comes to what a tool makes of it",
  () => {
    const suite = useFreshKernel(CABLE);

    it.for(MINIMAL_REQUESTS.map((one) => [one.tool, one] as const))(
      "%s",
      { timeout: 60_000 },
      async ([, one], { skip }) => {
        const { kernel } = suite;
        const { nl, index } = kernel;
        const lacks = errorOf(kernel, one.tool);
        if (lacks !== undefined) {
          console.log(`skipped: "${one.tool}": ${lacks}`);
          skip(lacks);
        }
        const list = async () => {
          const rows = await all<object>(nl[one.object].list$(one.match(index) as never));
          return rows.map((row) => without(row, VOLATILE));
        };
        const theirs = await list();
        expect(theirs).toHaveLength(1);
        kernel.run(one.undo);
        await done(one.ours(nl, index));
        expect(await list()).toEqual(theirs);
      },
    );
  },
);

import { all, done } from "@rxnetlink/core/promises";
import { expect, it } from "vitest";
import { actionParms } from "#src/tc/action/act-gen.js";
import { actionCases } from "../../iproute2/tc/action.js";
import { whyNotRoot } from "../../support/skip.js";
import { describeTc, skipWhen } from "../../support/tc/bench.js";
import { proveLifecycle } from "../../support/tc/lifecycle.js";
import { actions } from "../../support/tc/subjects.js";

describeTc(
  "actions as tc creates and prints them",
  (bench) => {
    it.for(actionCases.map((row) => [row.tc ?? row.name!, row] as const))("%s", ([words, row], context) =>
      proveLifecycle(bench, actions(bench, words.split(" ")[0]!), row, context),
    );

    it("are listed by the hundred and flushed at once", async (context) => {
      skipWhen(context, await bench.tc.lacks("actions add action gact drop index 1"));
      const drops = Array.from({ length: 99 }, (_, i) => ({
        options: { gact: { parms: actionParms("shot", i + 2) } },
      }));
      await all(bench.nl.action.batch$("add", drops));
      const listed = await all(bench.nl.action.list$({ kind: "gact" }));
      expect(listed.map(({ index }) => index).sort((a, b) => a! - b!)).toEqual(
        Array.from({ length: 100 }, (_, i) => i + 1),
      );
      await done(bench.nl.action.flushAll$({ kind: "gact" }));
      expect(await all(bench.nl.action.list$({ kind: "gact" }))).toEqual([]);
    });
  },
  whyNotRoot(),
);

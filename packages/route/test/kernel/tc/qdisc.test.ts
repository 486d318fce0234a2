import { it } from "vitest";
import { printedQdiscs } from "../../iproute2/tc/printed/qdiscs.js";
import { qdiscCases } from "../../iproute2/tc/qdisc.js";
import { describeTc } from "../../support/tc/bench.js";
import { proveLifecycle } from "../../support/tc/lifecycle.js";
import { qdiscs } from "../../support/tc/subjects.js";

describeTc("qdiscs as tc creates and prints them", (bench) => {
  it.for(qdiscCases.map((row) => [row.tc ?? row.name!, row] as const))("%s", ([, row], context) => {
    const print = row.tc && printedQdiscs[row.tc.split(" ")[0]!];
    return proveLifecycle(bench, qdiscs(bench), { ...row, ...(print && { print }) }, context);
  });
});

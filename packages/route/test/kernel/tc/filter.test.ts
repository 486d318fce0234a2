import { beforeAll, it } from "vitest";
import { filterCases } from "../../iproute2/tc/filter.js";
import { flowerCases } from "../../iproute2/tc/flower.js";
import { PATIENCE } from "../../support/namespace.js";
import { describeTc, skipWhen } from "../../support/tc/bench.js";
import { proveLifecycle } from "../../support/tc/lifecycle.js";
import { filters } from "../../support/tc/subjects.js";

describeTc("filters as tc creates and prints them", (bench) => {
  let missing: string | undefined;

  beforeAll(async () => {
    missing = await bench.tc.lacks("qdisc add dev v0 clsact");
  }, PATIENCE);

  it.for([...filterCases, ...flowerCases].map((row) => [row.tc ?? row.name!, row] as const))(
    "%s",
    ([, row], context) => {
      skipWhen(context, missing);
      return proveLifecycle(bench, filters(bench), row, context);
    },
  );
});

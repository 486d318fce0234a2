// Families by their descriptions.
import { figure, result } from "./figure.mjs";

export const descriptions = {
  description: {
    does: "a new process imports rxjs and the library, then loads a description as large as the kernel's largest",
    programs: ["rxnetlink"],
    starts: true,
    check: ({ operations }) => (operations === 12 ? undefined : `loaded ${operations} operations`),
    figures: [
      figure("description", "Load a large description", "ms", (run) => run.result.own.ms, {
        against: undefined,
        target: { value: 100 },
      }),
      figure("description-cpu", "Load a large description, CPU time", "ms", (run) => run.result.own.cpu_ms, {
        against: undefined,
      }),
    ],
  },
  described: {
    does: "the main table by a description at run time, kept in a list, then by the declared layout",
    namespace: "big",
    programs: ["rxnetlink"],
    check({ check, declared_check: declared }, { namespace }) {
      const wrong = [check, declared].find((sums) => sums !== namespace.checks.dump);
      return wrong === undefined ? undefined : `read ${wrong}, not ${namespace.checks.dump}`;
    },
    figures: [
      figure("described", "Dump by a description, kept", "routes/s", result("routes_per_s"), {
        against: { name: "declared", of: result("declared_per_s") },
        target: { ratio: 2 },
      }),
    ],
  },
};

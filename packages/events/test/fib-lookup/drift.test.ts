// The struct is in no header for programs: its size and members are those of include/net/ip_fib.h.
import { expect, test } from "vitest";
import { fibResultNl } from "#src/fib-lookup/layout.js";
import { protocolDrift } from "../support/drift.js";

protocolDrift({
  folder: "fib-lookup",
  headers: [],
  exceptions: { fib_result_nl: "in no header for programs" },
  omissions: {},
});

test("struct fib_result_nl has the members of the kernel at their places", () => {
  let at = 0;
  const places = Object.entries(fibResultNl.fields).map(([name, { size = 0 }]) => {
    at += size;
    return [name, at - size];
  });
  expect(Object.fromEntries(places)).toEqual({
    ...{ flAddr: 0, flMark: 4, flTos: 8, flScope: 9, tbIdIn: 10, tbId: 11 },
    ...{ prefixlen: 12, nhSel: 13, type: 14, scope: 15, err: 16 },
  });
  expect(fibResultNl.size).toBe(20);
});

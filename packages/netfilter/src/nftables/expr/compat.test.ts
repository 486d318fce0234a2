import { expect, test } from "vitest";
import { ruleCompatOf } from "#src/nftables/expr/compat.js";
import type { Expression } from "#src/nftables/expr/expression.js";

const match: Expression = { name: "match", data: { match: { name: "tcp", rev: 0 } } };
const protocol: Expression = { name: "meta", data: { meta: { key: "l4proto", dreg: 1 } } };
const compared = (op: "eq" | "neq"): Expression => ({
  name: "cmp",
  data: { cmp: { sreg: 1, op, data: { value: Uint8Array.of(6) } } },
});

test("rules without matches and targets of xtables need nothing", () => {
  expect(ruleCompatOf([protocol, compared("eq")])).toBeUndefined();
});

test("the protocol is the one that the rule compares", () => {
  expect(ruleCompatOf([protocol, compared("eq"), match])).toEqual({ proto: 6, flags: 0 });
  expect(ruleCompatOf([protocol, compared("neq"), match])).toEqual({ proto: 6, flags: 2 });
  const loaded: Expression = { data: { payload: { base: "network", offset: 9, len: 1, dreg: 1 } } };
  expect(ruleCompatOf([loaded, compared("eq"), match])).toEqual({ proto: 6, flags: 0 });
});

test("a rule for any protocol says so", () => {
  expect(ruleCompatOf([match])).toEqual({ proto: 0, flags: 0 });
  expect(ruleCompatOf([protocol, match])).toEqual({ proto: 0, flags: 0 });
});

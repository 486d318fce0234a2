import { matcher } from "@rxnetlink/core/internal";
import { expect, test } from "vitest";
import { normalRegister } from "#src/nftables/common/register.js";
import { exprCmp } from "#src/nftables/expr/kinds/cmp.js";
import { normalExpression } from "#src/nftables/expr/normal.js";

test("registers of 4 bytes at the start of one of 16 have its number", () => {
  const all = Array.from({ length: 25 }, (_, register) => normalRegister(register));
  expect(all.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(all.slice(8)).toEqual([1, 9, 10, 11, 2, 13, 14, 15, 3, 17, 18, 19, 4, 21, 22, 23, 24]);
});

test("an expression is normal when all its registers are, those inside included", () => {
  const inside = { name: "meta", data: { meta: { key: "mark", dreg: 12 } } } as const;
  expect(
    normalExpression({
      data: { dynset: { setName: "s", sregKey: 8, sregData: 9, expressions: [inside], timeout: 8n } },
    }),
  ).toEqual({
    data: {
      dynset: {
        setName: "s",
        sregKey: 1,
        sregData: 9,
        expressions: [{ name: "meta", data: { meta: { key: "mark", dreg: 2 } } }],
        timeout: 8n,
      },
    },
  });
  const data = { value: Uint8Array.of(8) };
  expect(normalExpression({ data: { cmp: { sreg: 20, op: "eq", data } } })).toEqual({
    data: { cmp: { sreg: 4, op: "eq", data } },
  });
  expect(normalExpression({ name: "new", data: { unknown: Uint8Array.of(8) } })).toEqual({
    name: "new",
    data: { unknown: Uint8Array.of(8) },
  });
});

test("matches take either number of a register", () => {
  const test = matcher(exprCmp, { sreg: 8 });
  expect(test({ sreg: 1, op: "eq" })).toBe(true);
  expect(test({ sreg: 9, op: "eq" })).toBe(false);
});

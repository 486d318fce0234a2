// The kernel tests compare what nft prints; here is what the kernels and the nft that run them lack.
import { expect, test } from "vitest";
import type { Expression } from "#src/nftables/expr/expression.js";
import { formatExpression, formatExpressions } from "#src/nftables/expr/text.js";

const written: [string, Expression][] = [
  ["[ queue num 2 ]", { data: { queue: { num: 2, total: 1, flags: 0 } } }],
  ["[ queue num 4-5 bypass fanout ]", { data: { queue: { num: 4, total: 2, flags: 3 } } }],
  ["[ queue sreg_qnum 1 bypass ]", { data: { queue: { sregQnum: 1, flags: 1 } } }],
  ["[ flow_offload flowtable ft ]", { data: { flow_offload: { tableName: "ft" } } }],
  ["[ tunnel load id => reg 1 ]", { data: { tunnel: { key: "id", dreg: 1 } } }],
  ["[ last 5000 ]", { data: { last: { set: 1, msecs: 5000n } } }],
  [
    "[ inner type vxlan hdrsize 8 flags f [ payload load 3b @ unknown header + 4 => reg 1 ] ]",
    {
      data: {
        inner: {
          type: "vxlan",
          hdrsize: 8,
          flags: 15,
          expr: { data: { payload: { base: "tun", offset: 4, len: 3, dreg: 1 } } },
        },
      },
    },
  ],
  ["[ bitwise reg 1 = ( reg 1 | reg 2 ) ]", { data: { bitwise: { sreg: 1, dreg: 1, op: "or", sreg2: 2 } } }],
  ["[ meta load unknown => reg 1 ]", { data: { meta: { key: 99, dreg: 1 } } }],
  ["[ limit rate 5/error burst 0 type packets flags 0x0 ]", { data: { limit: { rate: 5n, unit: 7n } } }],
  ["[ new 0102 ]", { name: "new", data: { unknown: Uint8Array.of(1, 2) } }],
  ["[ notrack ]", { name: "notrack" }],
];

test.each(written)("%s", (text, expression) => {
  expect(formatExpression(expression)).toBe(text);
});

test("the expressions of a rule have a line each", () => {
  expect(formatExpressions([{ name: "notrack" }, { name: "masq", data: { masq: {} } }])).toBe(
    "  [ notrack ]\n  [ masq ]",
  );
});

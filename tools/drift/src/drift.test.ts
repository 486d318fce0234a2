import { attributes, be16, enumeration, string, struct, u8, u16, u32 } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { type DriftRules, drift, type KernelReference, kernelReference } from "#src/drift.js";

const reference: KernelReference = {
  headers: new Map([
    [
      "x.h",
      [
        ["X_UNSPEC", 0],
        ["X_ONE", 1],
        ["X_TWO", 2],
        ["X_ALIAS", 2],
        ["X_THREE", 3],
        ["X_MAX", 3],
        ["X_F_UP", 1],
        ["RTM_NEWX", 100],
        ["RTM_GETX", 102],
        ["RTM_GETY", 106],
        ["RTNLGRP_X", 9],
        ["Z_MSG_NEW", 0],
        ["Z_MSG_GETZERO", 1],
        ["Z_MSG_DEL", 2],
        ["Z_MSG_RING_GET", 4],
        ["Z_MSG_RING_NTF", 5],
      ],
    ],
  ]),
  structsOf: new Map([["x.h", ["xmsg"]]]),
  structs: new Map([
    [
      "xmsg",
      {
        size: 4,
        members: [
          { name: "x_family", type: "__u8", offset: 0, size: 1 },
          { name: "x_port", type: "__be16", offset: 2, size: 2 },
        ],
      },
    ],
  ]),
  sets: new Map([
    [
      "x-attrs",
      {
        name: "x-attrs",
        attributes: [
          { name: "one", type: "string" },
          { name: "two", type: "u16", "byte-order": "big-endian" },
        ],
      },
    ],
  ]),
};
const rules: DriftRules = { subsets: [], exceptions: {} };
const problems = (exported: Record<string, unknown>, exceptions = {}) =>
  drift(exported, reference, { ...rules, exceptions }).problems;

test("counts matching declarations", () => {
  const set = attributes("x-attrs", "X_", { one: [1, string], two: [2, be16] });
  const found = drift({ set }, reference, rules);
  expect(found.problems).toEqual([]);
  expect(found.coverage).toEqual(["x-attrs: 2 of 3, without X_THREE"]);
});

test("finds wrong numbers and wire types", () => {
  const set = attributes("x-attrs", "X_", { one: [1, u32], two: [3, u16] });
  expect(problems({ set })).toEqual([
    'x-attrs.one: u32, the spec has {"name":"one","type":"string"}',
    "X_TWO is declared 3, the kernel has 2",
    'x-attrs.two: u16, the spec has {"name":"two","type":"u16","byte-order":"big-endian"}',
  ]);
});

test("finds wrong values and message types", () => {
  expect(problems({ it: enumeration("X_F_", u8, { up: 2 }) })).toEqual([
    "X_F_UP is declared 2, the kernel has 1",
  ]);
  expect(problems({ RTM_NEWX: 101, RTNLGRP_X: 9 })).toEqual(["RTM_NEWX is declared 101, the kernel has 100"]);
  expect(problems({ it: { name: "x", types: { new: 100, get: 102 }, groups: [9] } })).toEqual([]);
  expect(problems({ it: { name: "x", types: { new: 100, get: 106 }, groups: [9] } })).toEqual([
    'x: its message types do not belong to one object: {"new":100,"get":106}',
  ]);
});

test("finds wrong struct members", () => {
  expect(problems({ it: struct("xmsg", { family: u8, port: be16 }) })).toEqual([
    "xmsg: 3 bytes, C has 4",
    "xmsg.port: no member of C begins there",
  ]);
  expect(problems({ it: struct("xmsg", { family: u16, port: u16 }) })).toEqual([
    "xmsg.family: u16, C has __u8",
    "xmsg.port: u16, C has __be16",
  ]);
});

test("accepts exceptions, which must be needed", () => {
  const it = enumeration("X_F_", u8, { up: 2 });
  expect(problems({ it }, { X_F_UP: "reason" })).toEqual([]);
  expect(problems({ it }, { X_: "reason" })).toEqual([]);
  expect(problems({}, { X_: "reason" })).toEqual(["the exception X_ is not needed"]);
});

test("finds wrong message types of a subsystem", () => {
  const found = (exported: Record<string, unknown>) =>
    drift(exported, reference, { ...rules, subsystems: { Z_MSG_: 7 } }).problems;
  expect(
    found({ Z_MSG_DEL: 2, it: { name: "z", types: { new: 0x700, delete: 0x702 }, groups: [] } }),
  ).toEqual([]);
  expect(found({ Z_MSG_DEL: 0x702 })).toEqual([]);
  expect(found({ it: { name: "z", types: { new: 0x705, get: 0x704 }, groups: [] } })).toEqual([]);
  expect(found({ Z_MSG_DEL: 0x802 })).toEqual(["Z_MSG_DEL is declared 2050, the kernel has 2"]);
  expect(found({ it: { name: "z", types: { new: 0x700, get: 0x701 }, groups: [] } })).toEqual([
    'z: its message types do not belong to one object: {"new":1792,"get":1793}',
  ]);
});

test("finds what is not declared", () => {
  const it = enumeration("X_", u8, { one: 1, two: 2 });
  const exceptions = { X_ALIAS: "X_TWO", X_F_: "reason", RTM_: "reason", RTNLGRP_: "reason", Z_: "reason" };
  const complete = { headers: ["x"], exceptions };
  const found = drift({ it }, reference, { ...rules, complete });
  expect(found.problems).toEqual(["X_THREE of x.h is not declared", "xmsg of x.h is not declared"]);
  expect(found.coverage.at(-1)).toBe("x.h: 13 of 15, without X_THREE xmsg");
  const needless = { ...complete, exceptions: { ...exceptions, X_ONE: "reason" } };
  expect(drift({ it }, reference, { ...rules, complete: needless }).problems).toContain(
    "the exception X_ONE is not needed: it is declared",
  );
});

test("reports a missing reference", () => {
  expect(kernelReference("file:///nowhere/x.js", JSON.parse, [])).toMatch(/no .*shared/);
});

import { EncodeError, Writer } from "@rxnetlink/core";
import { expect, it } from "vitest";
import { type Action, acts } from "./act.js";
import { actionParms } from "./act-gen.js";

function again(action: Action): Action {
  const out = new Writer();
  acts.write(out, [action]);
  const bytes = out.take();
  return acts.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length)[0]!;
}

it("an action has the number that its settings say", () => {
  expect(again({ kind: "gact", options: { gact: { parms: actionParms("shot", 7) } } }).index).toBe(7);
  expect(again({ kind: "gact", index: 7 })).toEqual({ kind: "gact", index: 7 });
});

it("another number beside its settings, which the kernel would ignore, is refused", () => {
  const options = { gact: { parms: { ...actionParms("shot"), index: 8 } } };
  expect(() => again({ kind: "gact", index: 7, options })).toThrow(EncodeError);
});

it("a number goes into settings that have none", () => {
  const options = { gact: { parms: actionParms("shot") } };
  expect(again({ kind: "gact", index: 7, options }).options?.gact?.parms?.index).toBe(7);
});

it("what only the kernel says is not sent back", () => {
  const tm = { install: 1n, lastuse: 1n, expires: 0n, firstuse: 0n };
  const options = { ctinfo: { act: actionParms("pipe"), zone: 3, tm, statsDscpSet: 5n } };
  expect(again({ kind: "ctinfo", options }).options?.ctinfo).toEqual({ act: actionParms("pipe"), zone: 3 });
});

import { EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { type Action, acts } from "#src/tc/action/act.js";
import { actionParms } from "#src/tc/action/act-gen.js";

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

it("an action of a kind that this version does not know is written back as it was", () => {
  const action = { kind: "ctl_new", options: { unknown: Uint8Array.of(8, 0, 1, 0, 1, 2, 3, 4) } };
  expect(again(action)).toEqual(action);
});

it("a number goes into settings that say nothing, and errors say which", () => {
  expect(again({ kind: "gact", index: 7, options: { gact: {} } })).toMatchObject({
    index: 7,
    options: { gact: { parms: { index: 7 } } },
  });
  const options = { police: { tbf: { index: 8 } } } as NonNullable<Action["options"]>;
  expect(() => again({ index: 7, options })).toThrow(/index: 7 is not the index in its settings, 8$/);
});

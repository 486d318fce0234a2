import { EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { type Action, acts } from "#src/tc/action/act.js";
import { actionParms } from "#src/tc/action/act-gen.js";

function roundTrip(action: Action): Action {
  const out = new Writer();
  acts.write(out, [action]);
  const bytes = out.take();
  return acts.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length)[0]!;
}

it("takes the index of an action from its settings", () => {
  expect(roundTrip({ kind: "gact", options: { gact: { parms: actionParms("shot", 7) } } }).index).toBe(7);
  expect(roundTrip({ kind: "gact", index: 7 })).toEqual({ kind: "gact", index: 7 });
});

it("refuses an index that differs from the one in the settings, since the kernel would ignore it", () => {
  const options = { gact: { parms: { ...actionParms("shot"), index: 8 } } };
  expect(() => roundTrip({ kind: "gact", index: 7, options })).toThrow(EncodeError);
});

it("writes the index into settings without one", () => {
  const options = { gact: { parms: actionParms("shot") } };
  expect(roundTrip({ kind: "gact", index: 7, options }).options?.gact?.parms?.index).toBe(7);
});

it("omits read-only members", () => {
  const tm = { install: 1n, lastuse: 1n, expires: 0n, firstuse: 0n };
  const options = { ctinfo: { act: actionParms("pipe"), zone: 3, tm, statsDscpSet: 5n } };
  expect(roundTrip({ kind: "ctinfo", options }).options?.ctinfo).toEqual({
    act: actionParms("pipe"),
    zone: 3,
  });
});

it("keeps an action of an unknown kind", () => {
  const action = { kind: "ctl_new", options: { unknown: Uint8Array.of(8, 0, 1, 0, 1, 2, 3, 4) } };
  expect(roundTrip(action)).toEqual(action);
});

it("writes the index into empty settings, and names it in errors", () => {
  expect(roundTrip({ kind: "gact", index: 7, options: { gact: {} } })).toMatchObject({
    index: 7,
    options: { gact: { parms: { index: 7 } } },
  });
  const options = { police: { tbf: { index: 8 } } } as NonNullable<Action["options"]>;
  expect(() => roundTrip({ index: 7, options })).toThrow(/index: 7 is not the index in its settings, 8$/);
});

import { scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, type Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import { Connection } from "#src/connection/connection.js";
import { bindObject } from "#src/object/bind-object.js";
import { defineObject } from "#src/object/definition.js";
import { struct } from "#src/schema/struct.js";
import { u32 } from "#src/schema/types/scalar.js";

const layout = struct("item", { id: u32 });
const definition = defineObject({
  name: "item",
  layout,
  types: { new: 20, delete: 21, get: 22 },
  groups: [],
  filters: [],
  verbs: ["list", "get", "add", "delete", "watch"],
});

const itemsOf = (captureStack: boolean) => {
  const connection = new Connection(
    scriptedTransport(() => {}),
    { protocol: 0, timeout: 1, captureStack },
  );
  return { connection, items: bindObject(connection, definition) };
};
type Items = ReturnType<typeof itemsOf>;

const stackOf = async (stream$: Observable<unknown>) => {
  const outcome = await lastValueFrom(stream$).catch((error: Error) => ({ error }));
  return (outcome as { error: Error }).error.stack!;
};

const CALLS: readonly [string, (items: Items) => Observable<unknown>][] = [
  ["get$", ({ items }) => items.get$({ id: 1 })],
  ["add$", ({ items }) => items.add$({ id: 1 })],
  ["delete$", ({ items }) => items.delete$({ id: 1 })],
  ["batch$", ({ items }) => items.batch$("add", [{ id: -1 }])],
  ["list$", ({ items }) => items.list$({ it: 1 } as never)],
  ["request$", ({ connection }) => connection.request$({ type: 22, layout, value: { id: 1 } })],
  ["execute$", ({ connection }) => connection.execute$({ type: 22, layout, value: { id: 1 } })],
];

describe("the stack of an error", () => {
  it.each(CALLS)("of %s leads to the caller with captureStack", async (_, call) => {
    const stack = await stackOf(call(itemsOf(true)));
    expect(stack).toMatch(/^(RequestTimeout|Encode)Error: .*\n/);
    expect(stack).toContain("call-site.test");
  });

  it("does not lead there without captureStack", async () => {
    const { items } = itemsOf(false);
    expect(await stackOf(items.get$({ id: 1 }))).not.toContain("call-site.test");
  });
});

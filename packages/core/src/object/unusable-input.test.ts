import type { Observable } from "rxjs";
import { describe, expect, test } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import { type Changes, bindItems as setUp } from "../../test/support/bind-items.js";
import { ack, ITEM_NEW, type Item, outcome } from "../../test/support/kernel.js";

describe("unusable input is an error in the stream before anything is sent", () => {
  const thrower = () => {
    throw new Error("mine");
  };
  const hostile = new Proxy({}, { ownKeys: thrower, get: thrower, getPrototypeOf: thrower });
  const inputs: Readonly<Record<string, unknown>> = {
    null: null,
    number: 5,
    string: "x",
    array: [],
    map: new Map(),
    expression: /x/,
    function: () => {},
    symbol: Symbol("x"),
    date: new Date(),
    "wrong type": { id: "x" },
    "no such member": { nope: 1 },
    proxy: hostile,
  };
  const names = Object.keys(inputs);
  const verbs = [
    "list$",
    "get$",
    "watch$",
    "flush$",
    "add$",
    "change$",
    "replace$",
    "append$",
    "delete$",
  ] as const;
  const given = (changes?: Changes) =>
    setUp(() => [], { state: { identityOf: ({ id }) => id }, complete: ({ ...value }) => value, ...changes });

  test.each(verbs.flatMap((verb) => names.map((name) => [verb, name] as const)))(
    "%s of %s",
    async (verb, name) => {
      const { objects, datagrams } = given();
      const call = objects[verb].bind(objects) as (input: unknown) => Observable<unknown>;
      const { error } = await outcome(call(inputs[name]));
      expect(error).toBeInstanceOf(EncodeError);
      if (name === "wrong type") expect(error).toMatchObject({ path: "id" });
      expect(datagrams).toEqual([]);
    },
  );

  test.each(["list$", "get$", "watch$", "flush$", "delete$"] as const)(
    "%s: undefined members would mean any",
    async (verb) => {
      const { objects, datagrams } = given();
      const call = objects[verb].bind(objects) as (input: unknown) => Observable<unknown>;
      expect((await outcome(call({ id: undefined }))).error).toMatchObject({
        path: "id",
        name: "EncodeError",
      });
      expect(datagrams).toEqual([]);
    },
  );

  test.each([{}, undefined, { family: 2 }])("flush$ of %o does not mean all", async (match) => {
    const { objects, datagrams } = given({ filters: [], requestOnly: ["family"] });
    const flush$ = objects.flush$.bind(objects) as (match: unknown) => Observable<unknown>;
    expect((await outcome(flush$(match))).error).toBeInstanceOf(EncodeError);
    expect(datagrams).toEqual([]);
  });

  test("what complete throws of a bad value names the place, and of a good one bears the cause", async () => {
    const { objects } = given({ complete: (value) => ({ ...value, name: (value.name ?? "").trim() }) });
    expect((await outcome(objects.add$({ name: 5 as never }))).error).toMatchObject({ path: "name" });
    const broken = given({ complete: thrower });
    expect((await outcome(broken.objects.add$({ id: 1 }))).error).toMatchObject({
      name: "EncodeError",
      cause: new Error("mine"),
    });
  });

  test("in a batch each is rejected alone, and the value is the caller's", async () => {
    const { objects, datagrams } = setUp((to) => [ack(to)], { complete: ({ ...value }) => value });
    const list = [{ id: 1 }, ...Object.values(inputs), undefined, { id: 2 }];
    const { values } = await outcome(objects.batch$("add", list as Item[]));
    expect(values.map(({ type: status }) => status)).toEqual(
      list.map((_, at) => (at === 0 || at === list.length - 1 ? "applied" : "rejected")),
    );
    for (const { index, error, value } of values) {
      expect(value).toBe(list[index]);
      if (error !== undefined) expect(error).toBeInstanceOf(EncodeError);
    }
    expect(datagrams.flat()).toHaveLength(2);
    const unknown = objects.batch$("frob" as "add", [{ id: 1 }]);
    expect((await outcome(unknown)).error).toBeInstanceOf(EncodeError);
  });

  test("in a batch of a verb that there is not, too", async () => {
    const { objects } = setUp(() => [], { types: { new: ITEM_NEW } });
    const { values } = await outcome(objects.batch$("delete", [{ id: 1 }]));
    expect(values).toMatchObject([{ type: "rejected", error: { name: "UnsupportedError" } }]);
  });
});

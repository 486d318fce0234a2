// Each object over a connection has the methods of the verbs that its definition declares, and no others; what it declares
// agrees with the messages that the kernel has for it.
import { definitionOf, methodsOf } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, type Observable } from "rxjs";
import { describe, expect, test } from "vitest";
import { rtnetlink } from "#src/rtnetlink.js";
import { objects } from "./support/objects.js";

const nl = rtnetlink({ transport: scriptedTransport(() => {}) });
const bound = (name: string) => nl[name as "link"];

describe.each(objects.map((object) => [object.name, object] as const))("%s", (name, object) => {
  test("is nl[object], so that nl[event.object] is the object of any event", () => {
    expect(definitionOf(bound(name))).toBe(object);
  });

  test("has the methods of its verbs, and no others", () => {
    expect(Object.keys(bound(name))).toEqual(methodsOf(object.verbs));
  });

  test("has the message types that its verbs need", () => {
    const { types, verbs } = object;
    const reads = verbs.some((verb) => verb === "list" || verb === "get");
    const writes = verbs.some((verb) => ["add", "replace", "append", "prepend"].includes(verb));
    if (reads) expect(types.get).toBeDefined();
    if (writes) expect(types.new).toBeDefined();
    if (verbs.includes("change")) expect(types.new ?? types.set).toBeDefined();
    if (verbs.includes("delete")) expect(types.delete).toBeDefined();
    if (verbs.includes("set")) expect(types.set).toBeDefined();
  });

  test("notifies where the kernel has a group, and is watched where its state can be kept", () => {
    expect(object.verbs.includes("notify")).toBe(object.groups.length > 0);
    expect(object.verbs.includes("watch")).toBe(object.state !== undefined);
  });
});

test("objects have no verb that the kernel does not have", () => {
  const { link, address, qdisc, filter } = nl;
  for (const object of [link, address, qdisc, filter]) expect("append$" in object).toBe(false);
  expect("change$" in nl.rule).toBe(false);
  expect("flush$" in nl.linkprop).toBe(false);
});

test("all objects are there", () => {
  const { connection: _, topology$: __, ...all } = nl;
  expect(Object.keys(all).sort()).toEqual(objects.map(({ name }) => name).sort());
});

test("a batch by a verb that an object does not have is rejected", async () => {
  const batch$ = nl.link.batch$ as (verb: string, values: object[]) => Observable<{ error?: unknown }>;
  const { error } = await lastValueFrom(batch$("append", [{ ifname: "v0" }]));
  expect(error).toMatchObject({ name: "UnsupportedError" });
});

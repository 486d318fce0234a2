import { definitionOf, methodsOf } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import { boundObjectsOf, verbsGate } from "@rxnetlink/testing/gates";
import { lastValueFrom, type Observable } from "rxjs";
import { expect, test } from "vitest";
import { rtnetlink } from "#src/rtnetlink.js";
import { objects } from "./support/objects.js";

const nl = rtnetlink({ transport: scriptedTransport(() => {}) });
const bound = boundObjectsOf(nl);

verbsGate(bound);

test.each(bound)("%s has no other methods", (_, object) => {
  expect(Object.keys(object)).toEqual(methodsOf(definitionOf(object).verbs));
});

test.each(bound)("%s is nl[object], so that nl[event.object] is the object of any event", (name, object) => {
  expect(definitionOf(object).name).toBe(name);
});

test("objects have no verb that the kernel does not have", () => {
  const { link, address, qdisc, filter } = nl;
  for (const object of [link, address, qdisc, filter]) expect("append$" in object).toBe(false);
  expect("change$" in nl.rule).toBe(false);
  expect("flush$" in nl.linkprop).toBe(false);
});

test("all objects are there", () => {
  expect(bound.map(([name]) => name).sort()).toEqual(objects.map(({ name }) => name).sort());
});

test("a batch by a verb that an object does not have is rejected", async () => {
  const batch$ = nl.link.batch$ as (verb: string, values: object[]) => Observable<{ error?: unknown }>;
  const { error } = await lastValueFrom(batch$("append", [{ ifname: "v0" }]));
  expect(error).toMatchObject({ name: "UnsupportedError" });
});

import { definitionOf, methodsOf, type ObjectDefinition } from "@rxnetlink/core";
import type { BoundObject } from "@rxnetlink/core/internal";
import { describe, expect, test } from "vitest";

function expectTypesFor({ types, verbs }: ObjectDefinition<object>): void {
  const reads = verbs.some((verb) => verb === "list" || verb === "get");
  const writes = verbs.some((verb) => ["add", "replace", "append", "prepend"].includes(verb));
  if (reads) expect(types.get).toBeDefined();
  if (writes) expect(types.new).toBeDefined();
  if (verbs.includes("change")) expect(types.new ?? types.set).toBeDefined();
  if (verbs.includes("delete")) expect(types.delete).toBeDefined();
  if (verbs.includes("set")) expect(types.set).toBeDefined();
}

/**
 * Tests that each object over a connection has the methods of the verbs that its definition declares, and that what it
 * declares agrees with the messages that the kernel has for it.
 */
export function verbsGate(bound: readonly BoundObject[]): void {
  describe.each(bound)("%s", (_, object) => {
    const definition = definitionOf(object);

    test("has the methods of its verbs, then others that return Observables, and objects", () => {
      const verbs = methodsOf(definition.verbs);
      const members = Object.entries(object);
      expect(members.slice(0, verbs.length).map(([name]) => name)).toEqual(verbs);
      for (const [name, member] of members) {
        if (typeof member === "function") expect(name).toMatch(/^[a-z]\w*\$$/i);
        else expect(definitionOf(member).name).toBeTypeOf("string");
      }
    });

    test("has the message types that its verbs need", () => expectTypesFor(definition));

    test("notifies where the kernel has a group, and is watched where its state can be kept", () => {
      expect(definition.verbs.includes("notify")).toBe(definition.groups.length > 0);
      expect(definition.verbs.includes("watch")).toBe(definition.state !== undefined);
    });
  });
}

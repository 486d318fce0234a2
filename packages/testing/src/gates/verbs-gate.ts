import {
  definitionOf,
  methodsOf,
  type NetlinkObject,
  type ObjectDefinition,
  type Verb,
} from "@rxnetlink/core";
import { describe, expect, test } from "vitest";

/** An object over a connection, by its name there. */
export type BoundObject = readonly [name: string, object: NetlinkObject<object>];

/** Returns the objects among the members of something that a family opens, and of its members. */
export function boundObjectsOf(opened: object, prefix = ""): BoundObject[] {
  return Object.entries(opened).flatMap(([name, one]): BoundObject[] => {
    if (typeof one !== "object" || one === null || Object.getPrototypeOf(one) !== Object.prototype) return [];
    try {
      definitionOf(one);
      return [[prefix + name, one]];
    } catch {
      return boundObjectsOf(one, `${prefix}${name}.`);
    }
  });
}

const VERBS: readonly Verb[] = [
  "list",
  "get",
  "add",
  "change",
  "replace",
  "append",
  "prepend",
  "set",
  "delete",
  "flushAll",
  "notify",
  "watch",
];

/** Names of the methods of all verbs; an object may have further methods, by other names. */
const OF_VERBS: ReadonlySet<string> = new Set(methodsOf(VERBS));

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
 * Tests that each object over a connection has the methods of the verbs that its definition declares, and no others, and
 * that what it declares agrees with the messages that the kernel has for it.
 */
export function verbsGate(bound: readonly BoundObject[]): void {
  describe.each(bound)("%s", (_, object) => {
    const definition = definitionOf(object);

    test("has the methods of its verbs, and no others", () => {
      const methods = Object.keys(object).filter((name) => OF_VERBS.has(name));
      expect(methods).toEqual(methodsOf(definition.verbs));
    });

    test("has further methods that return Observables", () => {
      for (const [name, method] of Object.entries(object)) {
        expect(typeof method).toBe("function");
        expect(name).toMatch(/^[a-z]\w*\$$/i);
      }
    });

    test("has the message types that its verbs need", () => expectTypesFor(definition));

    test("notifies where the kernel has a group, and is watched where its state can be kept", () => {
      expect(definition.verbs.includes("notify")).toBe(definition.groups.length > 0);
      expect(definition.verbs.includes("watch")).toBe(definition.state !== undefined);
    });
  });
}

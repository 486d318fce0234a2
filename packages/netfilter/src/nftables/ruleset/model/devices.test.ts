import { describe, expect, test } from "vitest";
import { type Hooked, withDevices, withoutDevices } from "#src/nftables/ruleset/model/devices.js";

const hooked = (...name: string[]): Hooked & { readonly name: string } => ({
  name: "c",
  hook: { ...(name.length === 1 && { dev: name[0]! }), devs: { name } },
});

describe("devices of a hook", () => {
  test("stay when others come", () => {
    expect(withDevices(hooked("a"), hooked("b"))).toEqual(hooked("a", "b"));
    expect(withDevices(hooked("a"), { name: "c", hook: {} })).toEqual(hooked("a"));
  });

  test("are those of the message if nothing is known, or there is no hook", () => {
    expect(withDevices(undefined, hooked("b"))).toEqual(hooked("b"));
    const plain: { hook?: { devs?: { name?: string[] } }; policy?: string } = { policy: "drop" };
    expect(withDevices(plain, plain)).toBe(plain);
  });

  test("go one by one", () => {
    expect(withoutDevices(hooked("a", "b", "c"), hooked("b"))).toEqual(hooked("a", "c"));
    expect(withoutDevices(hooked("a", "b"), hooked("b"))).toEqual(hooked("a"));
  });

  test("are all gone with the object, or if the removal names none", () => {
    expect(withoutDevices(hooked("a"), hooked("a"))).toBeUndefined();
    expect(withoutDevices(hooked("a"), {})).toBeUndefined();
  });

  test("may be given by prefix", () => {
    const known = { hook: { devs: { name: ["a"], prefix: ["eth"] } } };
    expect(withoutDevices(known, { hook: { devs: { prefix: ["eth"] } } })).toEqual({
      hook: { dev: "a", devs: { name: ["a"] } },
    });
  });
});

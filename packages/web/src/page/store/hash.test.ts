import { describe, expect, it } from "vitest";
import { hashOf, placeIn } from "./hash.js";

describe("the address", () => {
  it.each<[string, ReturnType<typeof placeIn>]>([
    ["", { hidden: new Set(), query: "" }],
    ["link=node-a/3", { selection: { link: "node-a/3" }, hidden: new Set(), query: "" }],
    ["namespace=my+pod", { selection: { namespace: "my pod" }, hidden: new Set(), query: "" }],
    [
      "hidden=veth,tunnel&search=10.0.&time=1700000000000",
      { hidden: new Set(["veth", "tunnel"]), query: "10.0.", time: 1_700_000_000_000 },
    ],
    ["search=fe80::%2661", { hidden: new Set(), query: "fe80::&61" }],
  ])("#%s leads to what is shown, and back", (hash, place) => {
    expect(placeIn(`#${hash}`)).toEqual(place);
    expect(hashOf(place)).toBe(hash);
  });

  it("is not misled by nonsense", () => {
    expect(placeIn("#time=never&x=%zz")).toEqual({ hidden: new Set(), query: "" });
  });
});

import { describe, expect, expectTypeOf, it } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import type { Match } from "#src/object/match.js";
import type { Written } from "#src/object/written.js";
import { attributes } from "#src/schema/attributes.js";
import { Expander } from "#src/schema/expander.js";
import { message } from "#src/schema/message.js";
import { refine } from "#src/schema/refine.js";
import { struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import { fixed } from "#src/schema/traits.js";
import type { AnyType, Infer } from "#src/schema/type.js";
import { indexedArray, packed } from "#src/schema/types/array.js";
import { binary, string } from "#src/schema/types/bytes.js";
import { type Ifindex, ifindex } from "#src/schema/types/ifindex.js";
import { s32, u32 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";

const way = attributes("way-attrs", "W_", { oif: [1, ifindex(u32)] });
const linked = attributes("linked-attrs", "L_", { link: [1, ifindex(u32, "netnsid")] });
const layout = message(
  "item",
  struct("itemmsg", { index: ifindex(s32) }),
  attributes("item-attrs", "I_", {
    name: [1, string],
    link: [2, fixed(ifindex(u32, "netnsid"))],
    netnsid: [3, s32],
    ways: [4, indexedArray(way)],
    ports: [5, packed(ifindex(u32))],
    kind: [6, string],
    data: [7, subMessage("kind", { linked })],
  }),
);
interface Item extends Infer<typeof layout> {}

const expander = new Expander([layout]);
const indices: Record<string, number> = { eth0: 2, br0: 7 };
const expanded = (value: object) =>
  expander.expanded(value, (name) => {
    const index = indices[name];
    if (index === undefined) throw new EncodeError("no such link");
    return index;
  });

describe("the index of a link", () => {
  it("is a number wherever it is read, and any number is one", () => {
    const index: Ifindex = 5;
    const item: Item = { index: 2 };
    const copy: number = item.index;
    expect(index + copy === 7 && item.index === 2).toBe(true);
    expectTypeOf<Ifindex[]>().toExtend<number[]>();
    expectTypeOf<number[]>().toExtend<Ifindex[]>();
    expect(new Map<number, string>([[2, "x"]]).get(item.index)).toBe("x");
  });

  it("may be part of a value that is not made of members", () => {
    interface Rule {
      readonly links: readonly (number | string)[];
    }
    const rule = refine<number, Rule>(u32, {
      withIndices({ links }, indexOf) {
        return { links: links.map((link) => (typeof link === "string" ? indexOf(link) : link)) };
      },
    });
    const ruled = message("ruled", struct("none", {}), attributes("ruled-attrs", "R_", { rule: [1, rule] }));
    const expand = (links: Rule["links"]) => new Expander([ruled]).expanded({ rule: { links } }, () => 7);
    expect(expand([1, "eth0"])).toEqual({ rule: { links: [1, 7] } });
  });

  it("may be given as a name in requests and matches, at any depth, and nowhere else", () => {
    expectTypeOf<Written<Item>["index"]>().toEqualTypeOf<Ifindex | string | undefined>();
    expectTypeOf<Match<Item>["link"]>().toEqualTypeOf<Ifindex | string | undefined>();
    const value: Written<Item> = { index: "eth0", ways: [{ oif: "br0" }], ports: [1, "eth0"] };
    expect(value.index).toBe("eth0");
    // @ts-expect-error a decoded value has a number
    const item: Item = { index: "eth0" };
    expect(item).toBeDefined();
  });

  it("replaces the name", () => {
    const value = { index: "eth0", link: "br0", name: "eth0" };
    expect(expanded(value)).toEqual({ index: 2, link: 7, name: "eth0" });
    expect(value.index).toBe("eth0");
    expect(expanded({ ways: [{ oif: 3 }, { oif: "br0" }], ports: ["eth0", 9] })).toEqual({
      ways: [{ oif: 3 }, { oif: 7 }],
      ports: [2, 9],
    });
    expect(expanded({ data: { linked: { link: "eth0" } } })).toEqual({ data: { linked: { link: 2 } } });
  });

  it("costs nothing without a name: the value is the same object", () => {
    const value = { index: 2, name: "x", ways: [{ oif: 3 }], data: { linked: { link: 2 } } };
    expect(expanded(value)).toBe(value);
  });

  it.each([
    [{ index: "eth9" }, "index: no such link"],
    [{ ways: [{ oif: 1 }, { oif: "eth9" }] }, "ways[1].oif: no such link"],
    [{ ports: ["eth9"] }, "ports[0]: no such link"],
    [{ index: "" }, 'index: "" is neither the index of a link nor a name'],
    [{ index: "a b" }, 'index: "a b" is neither the index of a link nor a name'],
    [
      { netnsid: 3, link: "eth0" },
      "link: names are looked up in the namespace of the connection, and netnsid is about another (give the index that eth0 has there)",
    ],
    [
      { netnsid: 0, data: { linked: { link: "eth0" } } },
      "data.linked.link: names are looked up in the namespace of the connection, and netnsid is about another (give the index that eth0 has there)",
    ],
  ])("is named by its place where it cannot be had: %j", (value, text) => {
    expect(() => expanded(value)).toThrow(expect.objectContaining({ name: "EncodeError", message: text }));
  });

  it("is the name's where the namespace is not the link's matter", () => {
    expect(expanded({ netnsid: 3, index: "eth0" })).toEqual({ netnsid: 3, index: 2 });
  });

  it("is a number on the wire", () => {
    const text = '"eth0" is not an index (link names are looked up by the verbs of objects only)';
    expect(() => layout.write(new Writer(), { index: "eth0" } as unknown as Item)).toThrow(`index: ${text}`);
  });

  it("is a number if the text consists of digits, otherwise the text", () => {
    const { parse } = ifindex(s32);
    expect(["2", "-1", "0x10", "eth0", "5a"].map((text) => parse!(text))).toEqual([2, -1, 16, "eth0", "5a"]);
  });

  it("is looked for no deeper than values are written", () => {
    const deep = message("deep", struct("d", {}), attributes("deep", "D_", { data: [1, nested()] }));
    const round: { data?: unknown } = {};
    round.data = round;
    expect(() => new Expander([deep]).expanded(round, () => 1)).toThrow("nested deeper than 32");
  });
});

/** Returns a recursive layout. */
function nested(): AnyType {
  return { ...binary, member: nested };
}

import { describe, expect, expectTypeOf, it } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import type { Written } from "#src/object/written.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { completed, lackedBy } from "#src/schema/request.js";
import { struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import { derived, fixed, orDefault, readOnly, required, whole } from "#src/schema/traits.js";
import { type Infer, nest, type Type } from "#src/schema/type.js";
import { string } from "#src/schema/types/bytes.js";
import { u8, u16, u32 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";

const life = struct("life", {
  prefered: derived(u32, ({ valid = 9 }: { valid?: number }) => valid),
  valid: orDefault(u32, 9),
  stamp: readOnly(u32),
});
const tunnel = attributes("tunnel", "T_", { id: [1, fixed(u32)], ttl: [2, u8], mark: [3, readOnly(u8)] });
const item = message(
  "item",
  struct("itemmsg", { family: u8, index: u8, type: readOnly(u16) }),
  attributes("item-attrs", "I_", {
    name: [1, string],
    queues: [2, fixed(u32)],
    count: [3, readOnly(u32)],
    life: [4, life],
    way: [5, struct("way", { port: required(u16), weight: u16 })],
    kind: [6, string],
    data: [7, subMessage("kind", { tunnel: whole(tunnel), other: tunnel })],
  }),
);
interface Item extends Infer<typeof item> {}
const layout: Type<Item> = nest<Item>(item);

function sent(value: Written<Item>, out = new Writer(undefined, true)): Partial<Item> {
  item.write(out, value as Item);
  return item.read(out.view, 0, out.at);
}
const member = (key: string) => layout.member?.(key);

describe("read-only members", () => {
  const listed: Item = {
    family: 2,
    index: 1,
    type: 7,
    count: 5,
    name: "x",
    life: { prefered: 1, valid: 2, stamp: 3 },
  };

  it("are omitted from a request with a listed value", () => {
    expect(sent(listed)).toEqual({
      family: 2,
      index: 1,
      type: 0,
      name: "x",
      life: { prefered: 1, valid: 2, stamp: 0 },
    });
  });

  it("are written elsewhere, such as by a fake kernel", () => {
    expect(sent(listed, new Writer())).toEqual(listed);
  });

  it.each(["count", "type"])("are rejected in a request by hand: %s", (key) => {
    const wish = { index: 1, [key]: 5 } as Written<Item>;
    expect(() => sent(wish)).toThrow(new EncodeError("it is read-only: the kernel only reports it").at(key));
  });

  it("are not in the type of a request", () => {
    expectTypeOf<Written<Item>>().not.toHaveProperty("count");
    expectTypeOf<Written<Item>>().not.toHaveProperty("type");
    expectTypeOf<Written<Item>>().toHaveProperty("queues");
    expectTypeOf<NonNullable<Written<Item>["life"]>>().not.toHaveProperty("stamp");
    // @ts-expect-error it cannot be asked for
    const wish: Written<Item> = { index: 1, count: 5 };
    const back: Written<Item> = { ...listed, name: "y" };
    expect([wish, back]).toHaveLength(2);
  });
});

describe("members of structs absent from a request", () => {
  it("get their default, or are derived from others", () => {
    expect(sent({ life: {} }).life).toEqual({ prefered: 9, valid: 9, stamp: 0 });
    expect(sent({ life: { valid: 5 } }).life).toEqual({ prefered: 5, valid: 5, stamp: 0 });
    expect(sent({ life: {} as never }, new Writer()).life).toEqual({ prefered: 0, valid: 0, stamp: 0 });
  });

  it("are an error if 0 has a meaning", () => {
    expect(() => sent({ way: { weight: 1 } })).toThrow("way.port: is missing");
  });

  it("are looked up for a change", () => {
    expect(lackedBy(member, { way: { weight: 1 } })).toEqual(["way", "port"]);
    expect(lackedBy(member, { way: { weight: 1, port: 2 }, life: { valid: 1 } })).toBeUndefined();
    expect(completed(member, { way: { weight: 1 } }, { way: { port: 2, weight: 3 } } as never)).toEqual({
      way: { port: 2, weight: 1 },
    });
  });
});

describe("members fixed at creation", () => {
  it("are compared with the current value, and omitted", () => {
    expect(lackedBy(member, { queues: 4 })).toEqual(["queues"]);
    expect(completed(member, { name: "x", queues: 4 }, { queues: 4 } as never)).toEqual({ name: "x" });
    expect(() => completed(member, { queues: 4 }, { queues: 5 } as never)).toThrow("queues: it is fixed");
  });

  it("are so at any depth", () => {
    const data = { other: { id: 1, ttl: 2 } };
    expect(lackedBy(member, { data })).toEqual(["data", "other", "id"]);
    const there = { data: { other: { id: 1, ttl: 9 } } } as never;
    expect(completed(member, { data }, there)).toEqual({ data: { other: { ttl: 2 } } });
    const other = { data: { other: { id: 2 } } } as never;
    expect(() => completed(member, { data }, other)).toThrow("data.other.id: it is fixed");
  });
});

it("completes a set that the kernel replaces as a whole", () => {
  const data = { tunnel: { ttl: 2 } };
  expect(lackedBy(member, { data })).toEqual(["data", "tunnel"]);
  const there = { data: { tunnel: { id: 1, ttl: 9, mark: 3 } } } as never;
  expect(completed(member, { data }, there)).toEqual({ data: { tunnel: { ttl: 2 } } });
});

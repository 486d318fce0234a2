import { finalize, NEVER, type Observable, of, throwError } from "rxjs";
import { describe, expect, test } from "vitest";
import { ClosedError, KernelError } from "#src/errors/errors.js";
import { NLM_F_MULTI } from "#src/message/nlmsg.js";
import { bindObject } from "#src/object/bind-object.js";
import { defineObject } from "#src/object/definition.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { type Infer, nest } from "#src/schema/type.js";
import { string } from "#src/schema/types/bytes.js";
import { ifindex } from "#src/schema/types/ifindex.js";
import { u8, u32 } from "#src/schema/types/scalar.js";
import {
  type Answer,
  ack,
  conversation,
  done,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  item,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";

/** The item of the tests' kernel, whose id is the index of a link. */
const layout = message(
  "item",
  struct("itemmsg", { family: u8 }),
  attributes("item-attrs", "ITEM_", { id: [1, ifindex(u32)], name: [2, string] }),
);
interface Item extends Infer<typeof layout> {}

const definition = defineObject({
  name: "item",
  namedBy: ["id", "name"],
  layout: nest<Item>(layout),
  types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
  groups: [1],
  filters: ["id"],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
});

const NO_SUCH = { errno: 19, text: 'there is no link "eth9"', hint: "did you mean eth0?" };
const noLink = () => new KernelError(NO_SUCH, { type: 18, flags: 0, value: {} });

const INDICES: Readonly<Record<string, number>> = { eth0: 2, eth1: 3 };
/** Looks names up as a kernel would, and counts. */
function lookUp() {
  const asked: string[] = [];
  const linkIndex$ = (name: string): Observable<number> => {
    asked.push(name);
    const index = INDICES[name];
    return index === undefined ? throwError(noLink) : of(index);
  };
  return { asked, linkIndex$ };
}

const acked: Answer = (to) => [ack(to)];

function setUp(answer: Answer = acked, linkIndex$?: (name: string) => Observable<number>) {
  const { connection, datagrams } = conversation(answer, linkIndex$ && { linkIndex$ });
  const sent = () => datagrams.flat().map(({ value }) => value);
  return { objects: bindObject(connection, definition), sent };
}

describe("the name of a link", () => {
  test("is looked up, once a request", async () => {
    const { asked, linkIndex$ } = lookUp();
    const { objects, sent } = setUp(acked, linkIndex$);
    const add$ = objects.add$({ id: "eth0", name: "a" });
    expect(asked).toEqual([]);
    await outcome(add$);
    await outcome(add$);
    await outcome(objects.change$({ id: "eth1" }));
    await outcome(objects.delete$({ id: "eth1" }));
    expect(sent()).toEqual([
      { family: 0, id: 2, name: "a" },
      { family: 0, id: 2, name: "a" },
      { family: 0, id: 3 },
      { family: 0, id: 3 },
    ]);
    expect(asked).toEqual(["eth0", "eth0", "eth1", "eth1"]);
  });

  test("chooses objects", async () => {
    const rows: Answer = (to) =>
      to.type === ITEM_DELETE
        ? [ack(to)]
        : [item(to, { id: 2 }, NLM_F_MULTI), item(to, { id: 3 }, NLM_F_MULTI), done(to)];
    const { objects, sent } = setUp(rows, lookUp().linkIndex$);
    expect((await outcome(objects.list$({ id: "eth1" }))).values).toEqual([{ family: 0, id: 3 }]);
    expect((await outcome(objects.flush$({ id: "eth0" }))).values).toEqual([{ family: 0, id: 2 }]);
    expect(sent().at(-1)).toEqual({ family: 0, id: 2 });
  });

  test("is an error with its place where there is no such link, and nothing is sent", async () => {
    const { objects, sent } = setUp(acked, lookUp().linkIndex$);
    const { error } = await outcome(objects.add$({ id: "eth9" }));
    expect(error).toBeInstanceOf(KernelError);
    expect(error).toMatchObject({ ...NO_SUCH, code: "ENODEV", path: "id", object: "item", verb: "add" });
    expect((error as Error).message).toBe(
      'add item id=eth9: ENODEV at id: there is no link "eth9"; did you mean eth0?',
    );
    const match = { id: "eth9" };
    const others: Observable<unknown>[] = [
      objects.list$(match),
      objects.get$(match),
      objects.delete$(match),
      objects.flush$(match),
      objects.watch$(match),
    ];
    for (const other$ of others)
      expect((await outcome(other$)).error).toMatchObject({ code: "ENODEV", path: "id" });
    expect(sent()).toEqual([]);
  });

  test("fails with what its lookup failed with", async () => {
    const { objects } = setUp(acked, () => throwError(() => new ClosedError("the connection")));
    expect((await outcome(objects.add$({ id: "eth0" }))).error).toBeInstanceOf(ClosedError);
    const { objects: silent } = setUp(acked, () => of());
    expect((await outcome(silent.add$({ id: "eth0" }))).error).toMatchObject({
      message: 'add item id=eth0: id: no index of "eth0" was found',
    });
  });

  test("is an error where the connection looks up no names", async () => {
    const { objects } = setUp();
    const { error } = await outcome(objects.add$({ id: "eth0" }));
    expect(error).toMatchObject({ name: "EncodeError", path: "id", request: { verb: "add" } });
    expect((error as Error).message).toContain("this connection looks up no link names");
  });

  test("is no longer looked up once nobody waits for it", () => {
    let ended = false;
    const linkIndex$ = () =>
      NEVER.pipe(
        finalize(() => {
          ended = true;
        }),
      );
    const { objects } = setUp(acked, linkIndex$);
    const add = watch(objects.add$({ id: "eth0" }));
    expect(ended).toBe(false);
    add.unsubscribe();
    expect(ended).toBe(true);
  });
});

describe("a batch with names of links", () => {
  test("looks each up once, and keeps the order", async () => {
    const { asked, linkIndex$ } = lookUp();
    const { objects, sent } = setUp((to) => (to.flags & 4 ? [ack(to)] : []), linkIndex$);
    const values = [
      { id: 1 },
      { id: "eth0" },
      { id: "eth1" },
      { id: "eth0" },
      { id: "eth9" },
      { id: "eth1" },
    ];
    const batch = watch(objects.batch$("add", values));
    for (let turn = 0; turn < 5; turn++) await quiet();
    expect(batch.ended).toBe(true);
    expect(batch.values.map(({ index, type }) => [index, type])).toEqual([
      [0, "applied"],
      [1, "applied"],
      [2, "applied"],
      [3, "applied"],
      [4, "rejected"],
      [5, "applied"],
    ]);
    expect(batch.values[1]!.value).toBe(values[1]);
    expect(batch.values[4]!.error).toMatchObject({ code: "ENODEV", path: "id" });
    expect(sent().map(({ id }) => id)).toEqual([1, 2, 3, 2, 3]);
    expect(asked).toEqual(["eth0", "eth1", "eth9"]);
  });

  test("ends where it is unsubscribed while a name is looked up", async () => {
    let ended = false;
    function* values() {
      try {
        yield { id: "eth0" };
        yield { id: 1 };
      } finally {
        ended = true;
      }
    }
    const { objects, sent } = setUp(acked, () => NEVER);
    const batch = watch(objects.batch$("add", values()));
    await quiet();
    expect(batch).toMatchObject({ values: [], ended: false });
    batch.unsubscribe();
    expect(ended).toBe(true);
    expect(sent()).toEqual([]);
  });
});

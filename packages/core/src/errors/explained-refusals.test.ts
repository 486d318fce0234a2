import { expect, test } from "vitest";
import type { KernelRefusal } from "#src/errors/kernel-refusal.js";
import { nlmsgerr } from "#src/message/ack.js";
import { NLMSG_ERROR } from "#src/message/nlmsg.js";
import { bindItems } from "../../test/support/bind-items.js";
import { encode } from "../../test/support/codec.js";
import {
  ack,
  type Item,
  itemMessage,
  outcome,
  type ReceivedRequest,
  raw,
} from "../../test/support/kernel.js";

const FULL = 4352;

/** Gives an errno above those of the kernel a name that depends on the request. */
const explain = ({ errno, echo }: KernelRefusal, { name }: Partial<Item>, verb: string) =>
  errno === FULL
    ? {
        code: `ITEM_ERR_${name?.toUpperCase()}`,
        text: `cannot ${verb} more`,
        hint: "enlarge it",
        ...(echo && { path: `at ${echo.at(-4)}` }),
      }
    : undefined;

/** Refuses as the kernel does that returns the whole request, with another id in it. */
function returned({ value: _, type, flags, ...to }: ReceivedRequest, value: Item): Uint8Array {
  const payload = encode(itemMessage, value);
  const request = { length: 16 + payload.length, type, flags, ...to };
  return raw(
    to,
    NLMSG_ERROR,
    0,
    Uint8Array.from([...encode(nlmsgerr, { error: -FULL, request }), ...payload]),
  );
}

test("an object gives private errnos a name, a meaning and a hint", async () => {
  const { objects } = bindItems((to) => [ack(to, FULL)], { explain });
  const { error } = await outcome(objects.add$({ name: "box" }));
  expect(error).toMatchObject({
    errno: FULL,
    code: "ITEM_ERR_BOX",
    text: "cannot add more",
    hint: "enlarge it",
    path: undefined,
    echo: undefined,
    message: "add item: ITEM_ERR_BOX: cannot add more; enlarge it",
  });
});

test("an object reads what the kernel enters in a returned request", async () => {
  const { objects } = bindItems((to) => [returned(to, { ...to.value, id: 7 })], { explain });
  const { error } = await outcome(objects.add$({ name: "box", id: 1 }));
  expect(error).toMatchObject({ code: "ITEM_ERR_BOX", path: "at 7" });
});

test("other errnos, and those of a batch, stay as they are or are explained alike", async () => {
  const { objects } = bindItems((to) => [ack(to, to.value.id === 1 ? FULL : 17)], { explain });
  const { values } = await outcome(
    objects.batch$("add", [
      { id: 1, name: "box" },
      { id: 2, name: "box" },
    ]),
  );
  expect(values).toMatchObject([{ error: { code: "ITEM_ERR_BOX" } }, { error: { code: "EEXIST" } }]);
});

test("an unexplained private errno keeps its number", async () => {
  const { objects } = bindItems((to) => [ack(to, FULL)]);
  expect((await outcome(objects.add$({ name: "box" }))).error).toMatchObject({
    code: "errno 4352",
    errno: FULL,
  });
});

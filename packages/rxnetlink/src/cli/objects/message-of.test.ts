import { attributes, NLMSG_HDRLEN, string, u8, Writer } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { messagesOf } from "#src/cli/objects/message-of.js";

const layout = attributes("thing", "", { id: [1, u8], name: [2, string] });
const message = (value: object) => {
  const out = new Writer(64);
  out.zero(NLMSG_HDRLEN);
  layout.write(out, value);
  return out.take();
};
const rows = [{ id: 1 }, { id: 2, name: "b" }, { id: 1 }];

it("finds the message of each row among others", () => {
  const messages = [message({ id: 9 }), ...rows.map(message), message({ id: 8 })];
  expect([...messagesOf(rows, layout, messages)]).toEqual(
    rows.map((row, index) => [row, [messages[index + 1]]]),
  );
});

it("gives all messages to the first of rows that are in none of their own", () => {
  const messages = [message({ name: "both" })];
  expect([...messagesOf(rows, layout, messages)]).toEqual([[rows[0], messages]]);
  expect(messagesOf([], layout, messages).size).toBe(0);
});

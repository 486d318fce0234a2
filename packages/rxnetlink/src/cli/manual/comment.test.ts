import { u32 } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { takenApart } from "#src/cli/manual/comment.js";
import { described } from "#src/cli/manual/member.js";

it.each([
  ["Round-trip time, in µs.", { text: "Round-trip time.", unit: "µs" }],
  ["Local addresses in use; since 5.13.", { text: "Local addresses in use.", since: "5.13" }],
  [
    "Least delay, in ms; since 6.8. Read-only.",
    { text: "Least delay. Read-only.", unit: "ms", since: "6.8" },
  ],
  ["Since 6.8.", { text: "", since: "6.8" }],
  ["Nanoseconds since 1970; see\n{@link clock}.", { text: "Nanoseconds since 1970; see clock." }],
])("%s is taken apart", (comment, parts) => expect(takenApart(comment)).toEqual(parts));

it("is completed by the layout", () => {
  const member = { owner: "stats64", key: "rxNohandler", type: { ...u32, since: "4.6" } };
  const comments = { "stats64.rxNohandler": "Packets that nobody took, in packets." };
  expect(described(member, comments)).toEqual({
    key: "rxNohandler",
    type: "u32",
    text: "Packets that nobody took.",
    unit: "packets",
    since: "4.6",
    values: [],
  });
});

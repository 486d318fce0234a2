import { expect, test } from "vitest";
import { description } from "./describe.mjs";

test("a layout is described with the documentation of its declaration", async () => {
  const described = await description("route", "ruleMessage");
  const attributes = described["attribute-sets"].flatMap((set) => set.attributes);
  expect(attributes.find(({ name }) => name === "priority")).toMatchObject({
    type: "u32",
    value: 6,
    doc: expect.stringMatching(/\w/),
  });
  const entries = described.definitions.flatMap(({ entries = [] }) => entries);
  expect(entries.find(({ name }) => name === "to-tbl")).toMatchObject({
    doc: expect.stringMatching(/table/),
  });
  await expect(description("route", "noSuch")).rejects.toThrow("route exports no noSuch");
});

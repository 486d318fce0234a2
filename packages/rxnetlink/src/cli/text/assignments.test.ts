import { attributes, nest, string, u8 } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { readAssignments } from "#src/cli/input/assignments.js";
import { wordsIn } from "#src/cli/input/words.js";
import { assignmentText } from "#src/cli/text/assignments.js";

const layout = attributes("thing", "", {
  name: [1, string],
  inner: [2, nest(attributes("inner", "", { number: [1, u8], text: [2, string] }))],
});

test("values are the words that are parsed to them", () => {
  const value = { name: 'a "b" \\ c', inner: { number: 7, text: "x=y" } };
  const text = assignmentText(layout, value);
  expect(text).toBe('name="a \\"b\\" \\\\ c" inner.number=7 inner.text=x=y');
  expect(readAssignments(layout, wordsIn(text), "name")).toEqual(value);
});

test("a line in JSON is one word", () => {
  expect(wordsIn(' {"name": "a b"} ')).toEqual(['{"name": "a b"}']);
});

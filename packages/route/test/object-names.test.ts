// An object has the name of its property, so that `nl[event.object]` finds the object of any notification or event.
import { NEVER } from "rxjs";
import { expect, test } from "vitest";
import { rtnetlink } from "#src/rtnetlink.js";
import { objects } from "./support/objects.js";

const nl = rtnetlink({ socket$: () => NEVER, close: async () => {} });

test.each(objects.map(({ name }) => name))("the object %s is nl[object]", (name) => {
  expect(nl).toHaveProperty(name);
});

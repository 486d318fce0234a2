import { endianness } from "node:os";
import { Writer } from "@rxnetlink/core";
import {
  decodeMessage,
  type Golden,
  golden,
  layoutsOf,
  unknownAttributes,
  updatesGolden,
  writeGolden,
} from "@rxnetlink/testing/golden";
import { describe, expect, test } from "vitest";
import { addressObject, linkObject, routeObject } from "./index.js";

const folder = new URL("../golden/", import.meta.url);
const layoutOf = layoutsOf(linkObject, addressObject, routeObject);

/** What the file says; with UPDATE_GOLDEN=1 it is made to say what was decoded. */
function expected(file: Golden): unknown {
  if (!updatesGolden()) return file.value;
  const { layout, value } = decodeMessage(file.bytes, layoutOf);
  writeGolden(folder, { ...file, value }, layout);
  return value;
}

describe.skipIf(endianness() === "BE")("messages of a real kernel", () => {
  const files = golden(folder);
  test("are there in number", () => expect(files.length).toBeGreaterThan(24));

  test.for(files.map((file) => [file.name, file] as const))("%s", ([name, file]) => {
    const { layout, value } = decodeMessage(file.bytes, layoutOf);
    expect(value).toEqual(expected(file));

    const out = new Writer();
    layout.write(out, value);
    expect(layout.read(out.view, 0, out.at)).toEqual(value);

    for (const unknown of unknownAttributes(value)) console.log(`${name}: unknown ${unknown}`);
  });
});

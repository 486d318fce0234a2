// Descriptions with a fault: where it is, and what it is.

import { describe, expect, test } from "vitest";
import { loadSpec } from "#src/load-spec.js";
import { SpecError } from "#src/source/spec-error.js";
import { smallSpec } from "./support/small-spec.js";

/** Returns the error of a description in which something was replaced. */
function fault(from: string, to: string): SpecError {
  expect(smallSpec).toContain(from);
  try {
    loadSpec(smallSpec.replace(from, to));
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error("it was loaded");
}

describe("a fault is named with its place", () => {
  test.each([
    ["name: small", "nam: small", "name: is missing"],
    [
      "protocol: genetlink-legacy",
      "protocol: genetlink-legasy",
      "protocol: no such protocol: genetlink-legasy (did you mean genetlink-legacy?)",
    ],
    [
      "type: u16, byte-order",
      "type: u15, byte-order",
      "attribute-sets[item].attributes[port].type: no such type of an attribute: u15 (did you mean u16?)",
    ],
    [
      "checks: { min: 1, max: small-most }",
      "checks: { min: 1, max: mots }",
      "attribute-sets[item].attributes[count].checks.max: no such constant: mots (did you mean most?)",
    ],
    ["max: u32-max", "max: many", "attribute-sets[item].attributes[size].checks.max: no such constant: many"],
    [
      "nested-attributes: part }\n      - { name: stat",
      "nested-attributes: parts }\n      - { name: stat",
      "attribute-sets[item].attributes[table].nested-attributes: no such set of attributes: parts (did you mean part?)",
    ],
    [
      "sub-message: kinds",
      "sub-message: kind",
      "attribute-sets[item].attributes[data].sub-message: no such sub-message: kind (did you mean kinds?)",
    ],
    [
      "type: uint, enum: colour",
      "type: uint, enum: color",
      "attribute-sets[item].attributes[level].enum: no such definition: color (did you mean colour?)",
    ],
    [
      "type: uint, enum: colour",
      "type: uint, enum: point",
      "attribute-sets[item].attributes[level].enum: point is no enum and no flags",
    ],
    [
      "struct: shape, value",
      "struct: colour, value",
      "attribute-sets[item].attributes[shape].struct: colour is no struct",
    ],
    [
      "sub-type: s32",
      "sub-type: string",
      "attribute-sets[item].attributes[numbers].sub-type: string is no integer",
    ],
    [
      "subset-of: item",
      "subset-of: circle",
      "attribute-sets[part].attributes[name].name: no such attribute of circle: name",
    ],
    [
      "value: 40 }\n      - { name: shapes",
      "value: no }\n      - { name: shapes",
      'value: "no" is not a whole',
    ],
    ["enum-model: directional", "enum-model: other", "operations.enum-model: no such enum-model: other"],
    [
      "notify: get,",
      "notify: gett,",
      "operations.list[get-ntf].notify: no such operation: gett (did you mean get?)",
    ],
    [
      "event: { attributes: [count] }",
      "doc: x",
      "operations.list[alarm]: has none of do, dump, notify, event",
    ],
    ["- name: circle", "- name: item", "attribute-sets[item]: there is another of this name"],
    ["{ name: gap, type: pad, len: 2 }", "{ name: gap, type: pad }", "definitions[point].members[gap].len"],
    ["entries: [power,", "entries: [[power],", "definitions[switch].entries[0]: a list is not a text"],
    ["struct: point }", "struct: shape }", "shape contains itself"],
  ])("%j instead: %j", (from, to, message) => {
    expect(fault(from, to).message).toContain(message);
  });

  test("also where it is no YAML", () => {
    const error = fault("definitions:", "definitions: [");
    expect(error.path).toMatch(/^line \d+, column \d+$/);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test.each([undefined, null, 5, "", [], "just text"])("%j is no description", (given) => {
    expect(() => loadSpec(given)).toThrow(SpecError);
  });
});

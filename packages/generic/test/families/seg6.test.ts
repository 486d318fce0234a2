import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commandOf } from "#src/family/genlmsghdr.js";
import * as commands from "#src/seg6/commands.js";
import { seg6HmacObject } from "#src/seg6/hmac.js";
import { seg6HmacAlgorithm, seg6Message } from "#src/seg6/layout.js";
import { seg6, seg6Family } from "#src/seg6/seg6.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: seg6Family,
  open: seg6,
  messages: [seg6HmacObject, { types: { get: commands.SEG6_CMD_GET_TUNSRC }, layout: seg6Message }],
  folder: "seg6",
  atLeast: 1,
});

const HEADERS = ["seg6_genl.h", "seg6_hmac.h"];

/** The constants of the enums in a header of this machine. */
function constantsIn(header: string): [string, number][] {
  const text = readFileSync(`/usr/include/linux/${header}`, "utf8");
  const enums = [...text.matchAll(/enum \{([^}]*)\}/g)].map(([, body]) => body!);
  return enums.flatMap((body) => {
    let next = 0;
    return [...body.matchAll(/(\w+)(?: = (\d+))?,/g)].map(([, name, value]): [string, number] => {
      const number = value === undefined ? next : Number(value);
      next = number + 1;
      return [name!, number];
    });
  });
}

/** Returns the constants, or nothing where the headers are not installed. */
function installed(): [string, number][] | undefined {
  try {
    return HEADERS.flatMap(constantsIn);
  } catch {
    return undefined;
  }
}

describe("drift", () => {
  const constants = installed();
  // The reference of the other families lacks these headers.
  test.skipIf(constants === undefined)("declarations agree with the headers of this machine", () => {
    const words = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const declared = new Map([
      ...Object.entries(commands).map(([name, type]) => [name, commandOf(type)] as const),
      ...Object.entries(seg6HmacAlgorithm.values).map(
        ([key, it]) => [`SEG6_HMAC_ALGO_${words(key)}`, it] as const,
      ),
      ...Object.entries(seg6Message.attributes.set).map(
        ([key, [it]]) => [`SEG6_ATTR_${words(key)}`, it] as const,
      ),
    ]);
    const known = constants!.filter(([name]) => !/^__|_UNSPEC$/.test(name));
    expect(declared).toEqual(new Map(known));
  });
});

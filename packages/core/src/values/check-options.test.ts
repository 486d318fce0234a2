import { describe, expect, it } from "vitest";
import { ArgumentError } from "#src/errors/errors.js";
import {
  aFunction,
  anInteger,
  anything,
  checkOptions,
  milliseconds,
  oneOf,
} from "#src/values/check-options.js";

interface Options {
  readonly timeout?: number;
  readonly listening?: () => void;
  readonly pace?: "fast" | "slow";
  readonly count?: number;
  readonly other?: unknown;
}

const check = (options: unknown) =>
  checkOptions<Options>("open", options as Options, {
    timeout: milliseconds,
    listening: aFunction,
    pace: oneOf("fast", "slow"),
    count: anInteger(0, 31),
    other: anything,
  });

const wrong = (options: unknown): ArgumentError => {
  try {
    check(options);
  } catch (error) {
    if (error instanceof ArgumentError) return error;
  }
  throw new Error("was taken");
};

describe("checkOptions", () => {
  it("accepts valid options", () => {
    check({});
    check({ timeout: 5, listening: () => {}, pace: "fast", count: 31, other: 5n });
    check({ timeout: undefined });
  });

  it("names an unknown option, and suggests one", () => {
    const error = wrong({ timout: 5 });
    expect(error).toMatchObject({ callee: "open", path: "timout", hint: "did you mean timeout?" });
    expect(error.message).toBe("open: timout: no such option (did you mean timeout?)");
    expect(wrong({ zzz: undefined }).message).toBe(
      "open: zzz: no such option (known options: timeout, listening, pace, count, other)",
    );
    expect(wrong({ constructor: 1 }).path).toBe("constructor");
  });

  it.each([
    [{ timeout: -1 }, "open: timeout: -1 is not a number of milliseconds from 0 to 2147483647"],
    [{ timeout: 2 ** 31 }, "open: timeout: 2147483648 is not a number of milliseconds from 0 to 2147483647"],
    [{ timeout: "5" }, 'open: timeout: "5" is not a number of milliseconds from 0 to 2147483647'],
    [{ listening: 5 }, "open: listening: 5 is not a function"],
    [{ pace: "quick" }, 'open: pace: "quick" is not one of fast, slow'],
    [{ count: 32 }, "open: count: 32 is not a whole number from 0 to 31"],
    [null, "open: options: null is not an object"],
    ["fast", 'open: options: "fast" is not an object'],
    [[], "open: options: an array is not an object"],
  ])("refuses %o", (options, message) => expect(wrong(options).message).toBe(message));
});

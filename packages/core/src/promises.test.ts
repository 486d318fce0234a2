import { concat, defer, EMPTY, EmptyError, NEVER, of, throwError } from "rxjs";
import { describe, expect, it } from "vitest";
import { all, done, one } from "#src/promises.js";

const failure = new Error("no");
const failing$ = concat(
  of(1),
  throwError(() => failure),
);

describe("all", () => {
  it("returns the values in order", async () => {
    expect(await all(of(1, 2, 3))).toEqual([1, 2, 3]);
    expect(await all(EMPTY)).toEqual([]);
  });

  it("rejects with the error of the stream", async () => {
    await expect(all(failing$)).rejects.toBe(failure);
  });
});

describe("one", () => {
  it("returns the first value and waits for no other", async () => {
    expect(await one(concat(of(1), NEVER))).toBe(1);
    expect(await one(failing$)).toBe(1);
  });

  it("rejects where there is no value, and with the error of the stream", async () => {
    await expect(one(EMPTY)).rejects.toBeInstanceOf(EmptyError);
    await expect(one(throwError(() => failure))).rejects.toBe(failure);
  });
});

describe("done", () => {
  it("resolves at the end, with nothing", async () => {
    let ended = false;
    const last$ = defer(() => {
      ended = true;
      return EMPTY;
    });
    expect(await done(concat(of(1), last$))).toBeUndefined();
    expect(ended).toBe(true);
    expect(await done(EMPTY)).toBeUndefined();
  });

  it("rejects with the error of the stream", async () => {
    await expect(done(failing$)).rejects.toBe(failure);
  });
});

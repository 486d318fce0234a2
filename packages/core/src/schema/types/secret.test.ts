import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { EncodeError, KernelError } from "#src/errors/errors.js";
import { summaryOf } from "#src/errors/request-summary.js";
import { attributes } from "#src/schema/attributes.js";
import { struct } from "#src/schema/struct.js";
import { repeated } from "#src/schema/types/array.js";
import { u32 } from "#src/schema/types/scalar.js";
import { secretBinary, secretBytes } from "#src/schema/types/secret.js";
import { decode, thrown } from "../../../test/support/codec.js";

const KEY = Uint8Array.of(0xca, 0xfe, 0xba, 0xbe);
const shown = (value: unknown) => [inspect(value, { depth: 9 }), JSON.stringify(value)].join();

describe("a secret", () => {
  test("shows its bytes to those who ask only", () => {
    const secret = secretBytes(KEY);
    for (const text of [shown(secret), shown({ secret }), `${secret}`, secret.join()])
      expect(text).not.toMatch(/cafe|202/);
    expect([...secret]).toEqual([...KEY]);
    expect(secret.reveal()).toBe("cafebabe");
  });

  test("is decoded as one", () => {
    expect(shown(decode(secretBinary, KEY))).not.toMatch(/cafe|202/);
  });

  test.each(["cafebabe", "0xcafebabe", "ca:fe:ba:be", "CAFE BABE"])("is typed as %s", (text) => {
    expect(secretBinary.parse!(text)).toEqual(secretBytes(KEY));
  });

  test.each(["cafebab", "secret!"])("is not repeated where it is no hexadecimal: %s", (text) => {
    const error = thrown(() => secretBinary.parse!(text)) as Error;
    expect(error).toBeInstanceOf(EncodeError);
    expect(error.message).not.toContain(text);
  });
});

describe("an error about a request", () => {
  const algo = struct("algo", { length: u32, key: secretBinary });
  const layout = attributes("things", "THING_", { algo: [1, algo], keys: [2, repeated(secretBinary)] });

  test("shows none of its secrets, though the caller gave plain bytes", () => {
    const value = { algo: { length: 32, key: KEY }, keys: [KEY] };
    const error = new KernelError({ errno: 1 }, summaryOf({ type: 1, value, layout }));
    expect(shown(error)).not.toMatch(/cafe|202/);
    expect(error.request?.value).toEqual(value);
    expect(value.algo.key).toBe(KEY);
  });

  test("has the value itself where there are none", () => {
    const value = { algo: { length: 32 } };
    expect(summaryOf({ type: 1, value, layout }).value).toBe(value);
  });
});

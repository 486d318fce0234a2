import { endianness } from "node:os";
import { DecodeError } from "@rxnetlink/core";
import { type AnyType, eachMessage } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { type LayoutOf, toNotation } from "../golden/golden.js";
import { allMessages, type Messages } from "./messages.js";
import { mutated, randomFrom } from "./mutations.js";

const MUTATIONS = 100_000;

function layoutOrNone(layoutOf: LayoutOf, type: number): AnyType | undefined {
  try {
    return layoutOf(type);
  } catch {
    return undefined;
  }
}

/** Decodes bytes between others, which must make no difference. */
function decodeWithin(layoutOf: LayoutOf, bytes: Uint8Array, filler: number): unknown {
  const around = new Uint8Array(bytes.length + 128).fill(filler);
  around.set(bytes, 64);
  const values: unknown[] = [];
  try {
    eachMessage(new DataView(around.buffer), 64, 64 + bytes.length, ({ type }, view, at, end) => {
      values.push(layoutOrNone(layoutOf, type)?.read(view, at, end));
    });
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    values.push(error.message);
  }
  return values;
}

/** Tests that mutated messages of golden files give a value or a {@link DecodeError}, whatever lies around them. */
export function mutationGate(messages: Messages): void {
  const files = allMessages(messages).map(({ bytes }) => bytes);
  const { layoutOf } = messages;
  test.skipIf(endianness() === "BE")(
    "mutated messages give a value or a DecodeError",
    { timeout: 300_000 },
    () => {
      const seed = Number(process.env.MUTATION_SEED ?? Math.floor(Math.random() * 2 ** 32));
      console.log(`MUTATION_SEED=${seed}`);
      const random = randomFrom(seed);
      for (let i = 0; i < MUTATIONS; i++) {
        const bytes = mutated(files, random);
        try {
          const value = decodeWithin(layoutOf, bytes, 0);
          if (i % 8 === 0) expect(toNotation(decodeWithin(layoutOf, bytes, 0xff))).toBe(toNotation(value));
        } catch (cause) {
          const hex = Buffer.from(bytes).toString("hex");
          throw new Error(`mutation ${i} of MUTATION_SEED=${seed}: ${hex}`, { cause });
        }
      }
    },
  );
}

import { EncodeError } from "@rxnetlink/core";
import { refine, type Type, u8 } from "@rxnetlink/core/schema";

const WORDS: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  1: true,
  off: false,
  false: false,
  0: false,
};

/** True or false, as a byte. */
export const onOff: Type<boolean> = refine<number, boolean>(u8, {
  words: ["on", "off"],
  parse(text) {
    const value = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
    if (value === undefined) throw new EncodeError(`"${text}" is neither on nor off`);
    return value;
  },
  read: (view, at, end) => u8.read(view, at, end) !== 0,
  write(out, value) {
    if (typeof value !== "boolean") throw new EncodeError("is neither true nor false");
    u8.write(out, Number(value));
  },
});

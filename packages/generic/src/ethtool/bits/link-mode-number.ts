import { EncodeError } from "@rxnetlink/core";
import { type Type, u32 } from "@rxnetlink/core/schema";
import { LINK_MODES, type LinkMode } from "./link-mode-names.js";

const NUMBERS = new Map<unknown, number>(LINK_MODES.map((name, number) => [name, number]));

/** Name of one link mode; its number if it has none. */
export const linkModeNumber: Type<LinkMode | number> = {
  name: "u32",
  size: 4,
  words: LINK_MODES,
  toJson: String,
  fromJson: (json) => (/^\d+$/.test(String(json)) ? Number(json) : (json as LinkMode)),
  read: (view, at, end) => {
    const number = u32.read(view, at, end);
    return LINK_MODES[number] ?? number;
  },
  write(out, value, scope) {
    const number = NUMBERS.get(value) ?? value;
    if (typeof number !== "number") throw new EncodeError("is no link mode");
    u32.write(out, number, scope);
  },
};

import { refine, s32, s64, type Type, uint } from "@rxnetlink/core/schema";

const FITS = 0x8000_0000n;

/** A signed integer of 4 or 8 bytes, as the kernel chooses (`NLA_SINT`); a `bigint`. */
export const sint: Type<bigint> = refine(uint, {
  name: "sint",
  read: (view, at, end) => (end - at < 8 ? BigInt(s32.read(view, at, end)) : s64.read(view, at, end)),
  write(out, value) {
    if (typeof value === "bigint" && value >= -FITS && value < FITS) s32.write(out, Number(value));
    else s64.write(out, value);
  },
});

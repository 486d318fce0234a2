import { EncodeError } from "@rxnetlink/core";
import { refine, type Type, u64 } from "@rxnetlink/core/schema";

const FORM = /^[\da-f]{4}(:[\da-f]{4}){3}$/i;

/** Declares an identifier of 64 bits as text: `"505a:13ff:fe8b:2c01"`. The kernel sends it in host byte order. */
export const guid: Type<string> = refine<bigint, string>(u64, {
  name: "u64",
  read: (view, at, end) =>
    u64
      .read(view, at, end)
      .toString(16)
      .padStart(16, "0")
      .replace(/.{4}(?=.)/g, "$&:"),
  write(out, value) {
    if (!FORM.test(value)) throw new EncodeError("is no identifier of 64 bits, such as 505a:13ff:fe8b:2c01");
    u64.write(out, BigInt(`0x${value.replaceAll(":", "")}`));
  },
  toJson: (value) => value,
  fromJson: (json) => String(json),
  normalize: (given) => given as string,
  parse: (text) => text,
});

import { EncodeError } from "@rxnetlink/core";
import { string, type Type, unterminated } from "@rxnetlink/core/schema";

const ABSTRACT = "@";

/**
 * The name of a socket: its path, or `@` and the name of one in the abstract namespace, whose NUL characters after the first stay
 * as they are.
 */
export const unixName: Type<string> = {
  name: "unix name",
  read(view, at, end) {
    if (end === at || view.getUint8(at) !== 0) return string.read(view, at, end);
    let name = ABSTRACT;
    for (let from = at + 1; from < end; ) {
      let to = from;
      while (to < end && view.getUint8(to) !== 0) to++;
      name += unterminated.read(view, from, to);
      if (to < end) name += "\0";
      from = to + 1;
    }
    return name;
  },
  write(out, value) {
    if (typeof value !== "string") throw new EncodeError("is no name: it is not a string");
    if (!value.startsWith(ABSTRACT)) return string.write(out, value);
    for (const part of value.slice(1).split("\0")) {
      out.zero(1);
      unterminated.write(out, part);
    }
  },
};

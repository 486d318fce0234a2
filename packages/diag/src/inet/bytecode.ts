import { EncodeError } from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import { binary, refine, type Type } from "@rxnetlink/core/schema";
import type { SocketFilter } from "../filter/socket-filter.js";

/** A filter, sent as its bytecode. */
export const bytecode: Type<SocketFilter> = refine<Uint8Array, SocketFilter>(binary, {
  name: "bytecode",
  read: (view, at, end) => ({ bytecode: binary.read(view, at, end) }),
  write(out, filter) {
    if (!isBytes(filter?.bytecode)) throw new EncodeError("is no filter: it has no bytecode");
    out.append(filter.bytecode);
  },
  withIndices(filter, indexOf) {
    const { linkNames = [] } = filter;
    if (linkNames.length === 0 || filter.withLinks === undefined) return filter;
    return filter.withLinks(Object.fromEntries(linkNames.map((name) => [name, indexOf(name)])));
  },
  parse: (text) => ({ bytecode: binary.parse!(text) }),
  toJson: ({ bytecode: bytes }) => binary.toJson!(bytes),
  fromJson: (json) => ({ bytecode: binary.fromJson!(json) }),
});

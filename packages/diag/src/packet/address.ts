import { EncodeError } from "@rxnetlink/core";
import { lladdr, refine, type Sized, u16 } from "@rxnetlink/core/schema";

/** Most bytes of a link-layer address (`MAX_ADDR_LEN`). */
const ROOM = 32;

/** A link-layer address behind its length, in a fixed room. */
export const sizedAddress = refine(lladdr, {
  size: u16.size + ROOM,
  read(view, at, end) {
    const length = Math.min(u16.read(view, at, end), ROOM);
    return lladdr.read(view, at + u16.size, at + u16.size + length);
  },
  write(out, value, scope) {
    const start = out.room(u16.size);
    lladdr.write(out, value, scope);
    const length = out.at - start - u16.size;
    if (length > ROOM) throw new EncodeError(`${length} bytes do not fit into ${ROOM}`);
    out.zero(ROOM - length);
    const end = out.at;
    out.at = start;
    u16.write(out, length);
    out.at = end;
  },
}) as Sized<string>;

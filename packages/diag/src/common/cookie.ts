import { littleEndian } from "@rxnetlink/core/internal";
import { hex, refine, type Scalar, type Sized, u64 } from "@rxnetlink/core/schema";

/** The kernel sends the low half first, in two words of its byte order. */
const swapped = (value: bigint) => (value >> 32n) | ((value & 0xffff_ffffn) << 32n);

const inWords: Scalar<bigint> = littleEndian
  ? u64
  : (refine(u64, {
      read: (view, at, end) => swapped(u64.read(view, at, end)),
      write: (out, value) => u64.write(out, typeof value === "bigint" ? swapped(value) : value),
    }) as Scalar<bigint>);

/**
 * The number that identifies a socket as long as the machine runs: `SO_COOKIE` and `bpf_get_socket_cookie()`, which ss prints as
 * `sk:` in hexadecimal.
 */
export const cookie: Sized<bigint> = hex(inWords);

/** The cookie of requests for whatever socket fits (`INET_DIAG_NOCOOKIE` twice). */
export const NO_COOKIE = 0xffff_ffff_ffff_ffffn;

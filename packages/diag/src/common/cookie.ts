import { byteOrderOf } from "@rxnetlink/core/internal";
import { hex, refine, type Scalar, type Sized, u64 } from "@rxnetlink/core/schema";

/** The kernel sends the low half first, in two words of its byte order. */
const inWords = (view: DataView, value: bigint): bigint =>
  byteOrderOf(view) === "little" ? value : (value >> 32n) | ((value & 0xffff_ffffn) << 32n);

const lowFirst = refine(u64, {
  read: (view, at, end) => inWords(view, u64.read(view, at, end)),
  write: (out, value) => u64.write(out, typeof value === "bigint" ? inWords(out.view, value) : value),
}) as Scalar<bigint>;

/**
 * The number that identifies a socket as long as the machine runs: `SO_COOKIE` and `bpf_get_socket_cookie()`, which ss prints as
 * `sk:` in hexadecimal.
 */
export const cookie: Sized<bigint> = hex(lowFirst);

/** The cookie of requests for whatever socket fits (`INET_DIAG_NOCOOKIE` twice). */
export const NO_COOKIE = 0xffff_ffff_ffff_ffffn;

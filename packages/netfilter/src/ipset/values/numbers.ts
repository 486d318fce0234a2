import { EncodeError } from "@rxnetlink/core";
import {
  be16,
  be32,
  be64,
  type Infer,
  inNetByteOrder,
  orDefault,
  refine,
  required,
  struct,
  u32,
} from "@rxnetlink/core/schema";

/** Longest timeout, in seconds: `IPSET_MAX_TIMEOUT`, about 24 days. The kernel would silently shorten a longer one. */
export const IPSET_MAX_TIMEOUT = 2_147_483;

/** A timeout in seconds. */
export const timeout = refine(inNetByteOrder(be32), {
  write(out, value, scope) {
    if (value > IPSET_MAX_TIMEOUT)
      throw new EncodeError(`${value} s are too long; the longest timeout is ${IPSET_MAX_TIMEOUT} s`);
    be32.write(out, value, scope);
  },
});

/** The number by which the kernel means that there is no count. */
const NO_COUNT = 0xffff_ffff_ffff_ffffn;

/** A count of packets or bytes. */
export const count = refine(inNetByteOrder(be64), {
  write(out, value, scope) {
    if (value === NO_COUNT) throw new EncodeError(`${value} stands for no count; the largest is 1 less`);
    be64.write(out, value, scope);
  },
});

/** A 16-bit number marked as being in network byte order, as all integers of ipset are. */
export const net16 = inNetByteOrder(be16);
/** A 32-bit number marked as being in network byte order. */
export const net32 = inNetByteOrder(be32);

/** Bits of marks: sent in network byte order as all numbers, but reported in that of the host. */
export const markmask = refine(net32, { read: u32.read, get: u32.get } as Partial<typeof u32>);

//  SKBMARK:  0        4        8       one integer of 64 bits
//            | mark   | mask   |

/** Mark that packets get, and its bits that are set. */
export const skbmark = inNetByteOrder(
  struct("ipset-skbmark", {
    /** Mark. */
    mark: required(be32),
    /** Bits of the packet's mark that are replaced; all by default. */
    mask: orDefault(be32, 0xffff_ffff),
  }),
);
/** Mark that packets get from a set. */
export interface Skbmark extends Infer<typeof skbmark> {}

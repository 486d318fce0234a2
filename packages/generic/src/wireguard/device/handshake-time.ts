import { s64, struct, type Type } from "@rxnetlink/core/schema";

/** Time of a handshake (`struct __kernel_timespec`). */
const handshakeTimespec = struct("__kernel_timespec", {
  /** Seconds since 1970. */
  sec: s64,
  /** Nanoseconds of the second. */
  nsec: s64,
});

const SECOND = 1_000_000_000n;

/** A time in nanoseconds since 1970; absent for never, which the kernel reports as 0. */
export const handshakeTime: Type<bigint> = {
  name: handshakeTimespec.name,
  mayBeAbsent: true,
  toJson: s64.toJson!,
  fromJson: s64.fromJson!,
  parse: s64.parse!,
  read(view, at, end) {
    const { sec, nsec } = handshakeTimespec.read(view, at, end);
    return (sec * SECOND + nsec || undefined) as bigint;
  },
  write(out, value) {
    handshakeTimespec.write(out, { sec: value / SECOND, nsec: value % SECOND });
  },
};

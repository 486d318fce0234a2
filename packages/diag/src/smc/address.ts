import { ipv4, ipv6, parseIp, refine, type Sized } from "@rxnetlink/core/schema";

const SIZE = 16;
const isIpv4 = (view: DataView, at: number) =>
  view.getUint32(at + 4) === 0 && view.getUint32(at + 8) === 0 && view.getUint32(at + 12) === 0;

/**
 * The address of a socket of SMC. The kernel does not say of which family it is: one whose last 12 bytes are zero is read as of
 * IPv4, so that `::` appears as `0.0.0.0`.
 */
export const smcAddress: Sized<string> = refine(ipv6, {
  size: SIZE,
  read: (view, at) => (isIpv4(view, at) ? ipv4.read(view, at, at + 4) : ipv6.read(view, at, at + SIZE)),
  write(out, value, scope) {
    if (parseIp(value)?.length !== 4) return ipv6.write(out, value, scope);
    ipv4.write(out, value, scope);
    out.zero(SIZE - 4);
  },
}) as Sized<string>;

import { choice, ip, ipv4, ipv6, refine, type Sized, Writer } from "@rxnetlink/core/schema";

const SIZE = 16;

/** An IPv4 address in the room of an IPv6 address. */
const wideIpv4 = refine(ipv4, {
  size: SIZE,
  read: (view, at) => ipv4.read(view, at, at + 4),
  write(out, value, scope) {
    ipv4.write(out, value, scope);
    out.zero(SIZE - 4);
  },
});
const byFamily = choice("family", { inet: wideIpv4 }, ipv6);

/**
 * An address, by the sibling `family`. In a match, an IPv4 address also stands for the IPv6 address that it is mapped to: a
 * socket of IPv6 may have connections of IPv4.
 */
export const socketAddress = refine(byFamily, {
  size: SIZE,
  matcher(pattern) {
    const out = new Writer(SIZE);
    ip.write(out, pattern as string);
    const address = ip.read(out.view, 0, out.at);
    const mapped = `::ffff:${address}`;
    return (value) => value === address || value === mapped;
  },
}) as Sized<string>;

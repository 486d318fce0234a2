import { DecodeError } from "@rxnetlink/core";
import { littleEndian, matcher } from "@rxnetlink/core/internal";
import { choice, ip, ipv4, ipv6, refine, type Sized } from "@rxnetlink/core/schema";
import { xfrmFamily } from "./family.js";

/** Size of `xfrm_address_t`: an IPv4 address has 4 bytes of it. */
const SIZE = 16;

const { inet, inet6 } = xfrmFamily.values;

/** Returns true if all but the first 4 bytes are 0. */
const isShort = (view: DataView, at: number) => [4, 8, 12].every((from) => view.getUint32(at + from) === 0);

/** Reads an address of a family; where the family is not known, its bytes tell. */
function readAddress(view: DataView, at: number, end: number, family: unknown): string {
  if (end - at < SIZE) throw new DecodeError(`${end - at} bytes are too short for an address`);
  const isIpv6 = family === inet6 || family === "inet6";
  const isIpv4 = family === inet || family === "inet" || isShort(view, at);
  return isIpv6 || !isIpv4 ? ipv6.read(view, at, at + SIZE) : ipv4.read(view, at, at + 4);
}

/** Declares an address (`xfrm_address_t`), of the family that `familyAt` finds in the message. */
function address(familyOf: (view: DataView, at: number, end: number) => unknown): Sized<string> {
  return refine(ip, {
    name: "xfrm_address_t",
    size: SIZE,
    read: (view, at, end) => readAddress(view, at, end, familyOf(view, at, end)),
    // Alone, it lacks the member that says its family.
    matcher: (pattern, scope) => matcher(ip, pattern, scope),
    write(out, value) {
      const start = out.at;
      ip.write(out, value);
      out.zero(start + SIZE - out.at);
    },
  }) as Sized<string>;
}

/**
 * Declares an address in a struct that says its family in another member.
 *
 * @param toFamily - Distance of that member from the address, in bytes.
 */
export const xfrmAddress = (toFamily: number): Sized<string> =>
  address((view, at, end) =>
    at + toFamily + 2 <= end ? view.getUint16(at + toFamily, littleEndian) : undefined,
  );

/** An address whose message does not say its family where it stands. */
export const anyAddress: Sized<string> = address(() => undefined);

const ofInet = address(() => inet);
const ofInet6 = address(() => inet6);

/** An address in an attribute, of the family in the header of the message. */
export const familyAddress: Sized<string> = refine(
  choice("family", { inet: ofInet, [inet]: ofInet, inet6: ofInet6, [inet6]: ofInet6 }, anyAddress),
  { size: SIZE },
) as Sized<string>;

/** Returns an address of a family that another part of the message says. */
export const inFamily = (family: unknown): Sized<string> => address(() => family);

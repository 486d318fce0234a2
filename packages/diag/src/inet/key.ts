import { EncodeError, pick } from "@rxnetlink/core";
import { socketProtocol } from "../common/protocol.js";
import type { InetQuery } from "./request.js";

/** Returns the members that name a socket to the kernel, which looks it up by addresses and ports. */
export function keyOf(value: Partial<InetQuery>): Partial<InetQuery> {
  if (value.sport === undefined)
    throw new EncodeError("it names no socket: sport is missing", {
      hint: "a key has src, sport, dst and dport, and may have the cookie; list$ takes any members",
    });
  return pick(value, "family", "sport", "dport", "src", "dst", "if", "cookie");
}

/** Returns a key in which the ends have changed places, as the kernel takes them where it looks up a socket of UDP. */
export function withEndsSwapped(key: Partial<InetQuery>): Partial<InetQuery> {
  const { src, dst, sport, dport, ...rest } = key;
  return {
    ...rest,
    ...(dst !== undefined && { src: dst }),
    ...(src !== undefined && { dst: src }),
    ...(dport !== undefined && { sport: dport }),
    ...(sport !== undefined && { dport: sport }),
  };
}

/** Returns the family of a key, from its addresses where it does not say. */
export function familyOf({ family, src, dst }: Partial<InetQuery>): Pick<InetQuery, "family"> {
  if (family !== undefined) return { family };
  const address = src ?? dst;
  if (address === undefined)
    throw new EncodeError('is missing: "inet" or "inet6", or an address to tell it by').at("family");
  return { family: String(address).includes(":") ? "inet6" : "inet" };
}

const PROTOCOLS: Readonly<Record<string, number>> = socketProtocol.values;

/** Returns the key of a raw socket, with the protocol that it was made for. */
export function rawKeyOf(value: Partial<InetQuery>): Partial<InetQuery> {
  const { protocol = value.sport } = value as { readonly protocol?: string | number };
  const number = PROTOCOLS[String(protocol)] ?? (protocol as number);
  return { ...keyOf({ sport: number, ...value }), sdiagRawProtocol: number };
}

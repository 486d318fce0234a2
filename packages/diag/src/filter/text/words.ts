import { parseIp } from "@rxnetlink/core/schema";
import type { Host } from "../conditions/host.js";
import { UnexpectedWord } from "./syntax-error.js";

/** Returns the port of a service; `undefined` if there is none of that name. */
export type ServicePort = (name: string) => number | undefined;

const NUMBER = /^(0|[1-9]\d*|0x[\da-f]+)$/i;

/** Reads a number, in decimal or as `0x…`; `undefined` if it is none up to a limit. */
export function numberFrom(word: string, most: number): number | undefined {
  const number = NUMBER.test(word) ? Number(word) : Number.NaN;
  return number <= most ? number : undefined;
}

/**
 * Reads a port: a number or the name of a service, with or without a colon; `undefined` for `*`.
 *
 * @throws UnexpectedWord if it is none.
 */
export function portFrom(word: string, servicePort: ServicePort): number | undefined {
  const name = word.replace(/^:/, "");
  if (name === "*") return undefined;
  const port = numberFrom(name, 0xffff) ?? (/^[a-z]/i.test(name) ? servicePort(name) : undefined);
  if (port !== undefined) return port;
  throw new UnexpectedWord("a port from 0 to 65535, or the name of a service");
}

/** Adds the octets that may be left out: `10/8` is `10.0.0.0/8`. */
function withAllOctets(address: string): string {
  if (!/^\d+(\.\d+){0,2}$/.test(address)) return address;
  return [...address.split("."), "0", "0", "0"].slice(0, 4).join(".");
}

/**
 * Reads an address with or without the length of a prefix: `"10.0.0.0/8"`.
 *
 * @throws UnexpectedWord if it is none.
 */
function prefixFrom(word: string): Host["prefix"] {
  const [address = "", digits, ...rest] = word.split("/");
  const full = digits === undefined ? address : withAllOctets(address);
  const bytes = parseIp(full);
  if (bytes === undefined) {
    const hint = /^[a-z][\w.-]*$/i.test(word) ? "names of hosts must be looked up before" : undefined;
    throw new UnexpectedWord("an IP address, or a prefix", hint);
  }
  const most = bytes.length * 8;
  const length = digits === undefined ? most : numberFrom(digits, most);
  if (length === undefined || rest.length > 0)
    throw new UnexpectedWord(`a length of the prefix from 0 to ${most}`);
  return { address: full, length };
}

/** An address, in brackets or not, or `*`, or nothing; and a port. */
const HOST = /^(?:\[([^\]]*)\]|(\*)|([^:]*))(?::(.*))?$/s;

/**
 * Reads a host: `"10.0.0.0/8"`, `"10.0.0.1:22"`, `"[2001:db8::/32]:22"`, `"2001:db8::1"`, `"*:22"`, `":22"`.
 *
 * @throws UnexpectedWord if it is none.
 */
export function hostFrom(word: string, servicePort: ServicePort): Host {
  const parts = HOST.exec(word);
  // An address of IPv6 needs no brackets if no port follows.
  if (parts === null || parseIp(word.split("/")[0]!)?.length === 16) return { prefix: prefixFrom(word)! };
  const [, bracketed, , plain, portWord] = parts;
  const address = bracketed ?? plain;
  const port = portWord === undefined ? undefined : portFrom(portWord, servicePort);
  return {
    ...(address !== undefined && address !== "" && { prefix: prefixFrom(address)! }),
    ...(port !== undefined && { port }),
  };
}

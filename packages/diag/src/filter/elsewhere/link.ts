import type { Condition } from "../condition.js";
import type { End } from "../filterable-socket.js";
import { UnexpectedWord } from "../text/syntax-error.js";
import { written } from "../text/tokens.js";
import { numberFrom } from "../text/words.js";
import { addressAndPort, elsewhere } from "./elsewhere.js";

/** Protocols of Ethernet by name (`ETH_P_*`). */
const PROTOCOLS: Readonly<Record<string, number>> = {
  all: 3,
  ip: 0x800,
  arp: 0x806,
  "802.1q": 0x8100,
  ipv6: 0x86dd,
  lldp: 0x88cc,
  "802.1ad": 0x88a8,
};

function protocolFrom(word: string): number {
  const name = word.toLowerCase();
  const protocol = Object.hasOwn(PROTOCOLS, name) ? PROTOCOLS[name] : numberFrom(word, 0xffff);
  if (protocol !== undefined) return protocol;
  throw new UnexpectedWord("a protocol of Ethernet, by name or number");
}

/** Reads the condition that a packet socket receives a protocol from a link: `"ip:eth0"`. It has no remote end. */
export function linkCondition(end: End, rest: string): Condition {
  const [name, link] = addressAndPort(rest);
  const protocol = name === undefined ? undefined : protocolFrom(name);
  const index = link === undefined ? undefined : numberFrom(link, 0x7fff_ffff);
  return elsewhere({
    text: `${end} ${written(`link:${rest}`)}`,
    linkNames: link === undefined || index !== undefined ? [] : [link],
    family: "packet",
    fits({ num, info }, links) {
      if (end === "dst" || (protocol !== undefined && num !== protocol)) return false;
      if (link === undefined) return true;
      const own = (info as { readonly index?: number } | undefined)?.index;
      const wanted = index ?? (Object.hasOwn(links, link) ? links[link] : undefined);
      return wanted === undefined || own === undefined ? undefined : own === wanted;
    },
  });
}

import type { Condition } from "../condition.js";
import type { End } from "../filterable-socket.js";
import { UnexpectedWord } from "../text/syntax-error.js";
import { written } from "../text/tokens.js";
import { numberFrom } from "../text/words.js";
import { addressAndPort, elsewhere } from "./elsewhere.js";

function portidFrom(word: string): number {
  const portid = word === "kernel" ? 0 : numberFrom(word, 0xffff_ffff);
  if (portid !== undefined) return portid;
  throw new UnexpectedWord("a port id, or kernel");
}

/** Reads the condition that a netlink socket has a protocol and a port id: `"route:kernel"`. */
export function netlinkCondition(end: End, rest: string): Condition {
  const [protocol, port] = addressAndPort(rest);
  const portid = port === undefined ? undefined : portidFrom(port);
  return elsewhere({
    text: `${end} ${written(`netlink:${rest}`)}`,
    family: "netlink",
    fits(socket) {
      const own = end === "src" ? socket.portid : socket.dstPortid;
      if (portid !== undefined && own !== portid) return false;
      return protocol === undefined || String(socket.protocol).toLowerCase() === protocol.toLowerCase();
    },
  });
}

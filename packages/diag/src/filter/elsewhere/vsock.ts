import type { Condition } from "../condition.js";
import type { End } from "../filterable-socket.js";
import { UnexpectedWord } from "../text/syntax-error.js";
import { written } from "../text/tokens.js";
import { numberFrom } from "../text/words.js";
import { addressAndPort, elsewhere } from "./elsewhere.js";

function numberOrAny(word: string | undefined, expected: string): number | undefined {
  if (word === undefined) return undefined;
  const number = numberFrom(word, 0xffff_ffff);
  if (number === undefined) throw new UnexpectedWord(expected);
  return number;
}

/** Reads the condition that an end of a vsock socket has a CID and a port: `"2:1024"`. */
export function vsockCondition(end: End, rest: string): Condition {
  const [address, port] = addressAndPort(rest);
  const cid = numberOrAny(address, "the number of a machine (CID)");
  const number = numberOrAny(port, "a port");
  return elsewhere({
    text: `${end} ${written(`vsock:${rest}`)}`,
    family: "vsock",
    fits(socket) {
      const [ownCid, ownPort] =
        end === "src" ? [socket.srcCid, socket.srcPort] : [socket.dstCid, socket.dstPort];
      return (cid === undefined || cid === ownCid) && (number === undefined || number === ownPort);
    },
  });
}

import { EncodeError } from "@rxnetlink/core";
import { u32 } from "@rxnetlink/core/schema";
import { operandOf } from "../code/assembler.js";
import type { Condition, LinkIndices } from "../condition.js";
import { isInet } from "../filterable-socket.js";
import { written } from "../text/tokens.js";
import { term } from "./term.js";

/** Returns the condition that a socket is bound to a link, given by its index or name. */
export function devCondition(link: number | string): Condition {
  const indexIn = (links: LinkIndices) =>
    typeof link === "number" ? link : Object.hasOwn(links, link) ? links[link] : undefined;
  return term({
    text: `dev = ${written(String(link))}`,
    linkNames: typeof link === "string" ? [link] : [],
    code: "devCond",
    operand(links) {
      const index = indexIn(links);
      if (index !== undefined) return operandOf([u32, index]);
      throw new EncodeError(`the index of the link ${link} is not known`, {
        hint: `give it by withLinks({ ${JSON.stringify(link)}: index })`,
      });
    },
    matches(socket, links) {
      const index = indexIn(links);
      if (!isInet(socket)) return false;
      return index === undefined ? undefined : socket.if === index;
    },
  });
}

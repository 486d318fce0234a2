import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { call, type Expression, literal, type Member, object, word } from "./expression.js";
import { headerOf } from "./header.js";

/** Length of the header that all messages of generic netlink have first. */
const GENL_HDRLEN = 4;
const genlmsghdr: Member = { key: "genlmsghdr", value: call("pad", literal(GENL_HDRLEN)) };

/** What the messages of an operation consist of. */
interface Parts {
  readonly header: Place | undefined;
  readonly set: Place | undefined;
}

/** Returns the header of an operation's messages. */
function messageHeader(context: Context, { header, set }: Parts, at: Place): Expression {
  const first = context.source.isGeneric ? [genlmsghdr] : [];
  if (header !== undefined) return headerOf(context, { header, set, first }, at);
  const make = () => call("struct", literal("genlmsghdr"), object(first));
  return context.declarations.refer({ key: "header", names: ["genlmsghdr"], typed: false, make }, at);
}

/** Returns the layout of the messages of an operation. */
export function messageOf(context: Context, parts: Parts, at: Place): Expression {
  const { source, declarations } = context;
  const { header, set } = parts;
  const name = set === undefined ? source.name : source.set(set).name();
  return declarations.nest(
    {
      key: `message:${header?.text()}:${set?.text()}`,
      names: [`${name}-message`, `${name}-${header?.text() ?? "plain"}-message`],
      typed: true,
      make: () =>
        call(
          "message",
          literal(name),
          messageHeader(context, parts, at),
          set === undefined ? word("noAttributes") : context.set(set),
        ),
    },
    at,
  );
}

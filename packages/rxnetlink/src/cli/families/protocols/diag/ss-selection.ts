import {
  parseSocketFilter,
  type SocketExpression,
  SocketFilterSyntaxError,
  type TcpSocket,
} from "@rxnetlink/diag";
import { lastValueFrom, toArray } from "rxjs";
import { UsageError } from "../../../input/usage-error.js";
import type { Session } from "../../../session.js";
import type { SsOptions } from "./ss-options.js";

/** State of a socket. */
type State = Exclude<TcpSocket["state"], number>;

/** Sockets that are listed. */
export interface Selection {
  readonly states: readonly State[];
  /** Filter; its links have their indices. */
  readonly filter?: SocketExpression;
  /** Family of sockets of IP. */
  readonly family?: "inet" | "inet6";
}

const CONNECTED: readonly State[] = [
  "established",
  "synSent",
  "finWait1",
  "finWait2",
  "closeWait",
  "lastAck",
  "closing",
];
const LISTENING: readonly State[] = ["listen", "close"];

function statesOf({
  listening = false,
  all = false,
  kill = false,
  events = false,
}: SsOptions): readonly State[] {
  if (all || kill || events) return [...CONNECTED, ...LISTENING, "synRecv", "timeWait"];
  return listening ? LISTENING : CONNECTED;
}

/** Points at the place of an error in a filter. */
function pointing({ text, position, message }: SocketFilterSyntaxError): UsageError {
  const shown = message.slice(message.indexOf("expected"));
  return new UsageError(`the filter is not as ss has it: ${shown}\n  ${text}\n  ${" ".repeat(position)}^`);
}

function filterOf(words: readonly string[]): SocketExpression {
  try {
    return parseSocketFilter(words.join(" "));
  } catch (error) {
    throw error instanceof SocketFilterSyntaxError ? pointing(error) : error;
  }
}

/** Gives the links of a filter their indices. */
async function withLinks(filter: SocketExpression, link: Session["link"]): Promise<SocketExpression> {
  if (filter.linkNames.length === 0) return filter;
  const rows = await lastValueFrom(link.list$({}, { members: ["index", "ifname"] }).pipe(toArray()));
  const indices = Object.fromEntries(rows.map(({ ifname, index }) => [ifname, index]));
  const unknown = filter.linkNames.find((name) => !Object.hasOwn(indices, name));
  if (unknown !== undefined) throw new UsageError(`there is no link ${unknown}`);
  return filter.withLinks(indices);
}

/** Returns the sockets that the command line asks for. */
export async function selectionOf(
  words: readonly string[],
  options: SsOptions,
  link: Session["link"],
): Promise<Selection> {
  const { ipv4 = false, ipv6 = false } = options;
  const family = ipv4 === ipv6 ? {} : ({ family: ipv4 ? "inet" : "inet6" } as const);
  if (words.length === 0) return { states: statesOf(options), ...family };
  const filter = await withLinks(filterOf(words), link);
  return { states: filter.states ?? statesOf(options), filter, ...family };
}

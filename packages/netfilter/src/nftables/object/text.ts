import type { Reader } from "../build/text/reader.js";
import { statementText } from "../build/text/statements.js";
import { durationText } from "../build/value/time.js";
import { familyWord } from "../table/text.js";
import type { StatefulObjectData } from "./kinds/formats.js";
import type { StatefulObject } from "./layout.js";

const withFamily = (l3proto: unknown, ...lines: string[]) => [
  ...lines,
  ...(l3proto === undefined ? [] : [`l3proto ${familyWord(l3proto)}`]),
];

/** Returns the words of a statement without its name. */
function words(reader: Reader, data: StatefulObjectData): string {
  const text = statementText(reader, { data } as never) ?? "";
  return text.replace(/^(counter|quota|limit|synproxy|ct count) /, "");
}

/** Timeouts that nft prints, by protocol, in its order and with its words. */
function policyText(protocol: string, timeouts: Readonly<Record<string, number>>): string {
  const usual = DEFAULTS[protocol] ?? {};
  const shown = Object.entries(timeouts).filter(([state, seconds]) => usual[state] !== seconds);
  return shown.map(([state, seconds]) => `${STATES[state] ?? state} : ${seconds}`).join(", ");
}

/** Words of nft for states. */
const STATES: Readonly<Record<string, string>> = {
  synSent: "syn_sent",
  synRecv: "syn_recv",
  finWait: "fin_wait",
  closeWait: "close_wait",
  lastAck: "last_ack",
  timeWait: "time_wait",
  synSent2: "syn_sent2",
};

/** Timeouts that nft takes for those of the kernel, and leaves out. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  tcp: {
    ...{ synSent: 120, synRecv: 60, established: 432_000, finWait: 120, closeWait: 60, lastAck: 30 },
    ...{ timeWait: 120, close: 10, synSent2: 120, retrans: 300, unack: 300 },
  },
  udp: { unreplied: 30, replied: 180 },
};

/** Settings by type, in lines as nft prints them. */
const LINES: {
  readonly [K in keyof StatefulObjectData]?: (
    settings: NonNullable<StatefulObjectData[K]>,
    reader: Reader,
  ) => string[];
} = {
  counter: (counter, reader) => [words(reader, { counter })],
  quota: (quota, reader) => [words(reader, { quota })],
  limit: (limit, reader) => [words(reader, { limit }).replace(/^rate /, "rate ")],
  connlimit: (connlimit, reader) => [words(reader, { connlimit })],
  secmark: ({ ctx = "" }) => [`"${ctx}"`],
  ctHelper: ({ name, l3proto, l4proto }) => withFamily(l3proto, `type "${name}" protocol ${l4proto}`),
  ctTimeout: ({ l3proto, l4proto, data }) => {
    const timeouts = Object.values(data ?? {})[0] ?? {};
    const policy = policyText(String(l4proto), timeouts as Record<string, number>);
    return [...withFamily(l3proto, `protocol ${l4proto}`), `policy = { ${policy} }`];
  },
  ctExpect: ({ l3proto, l4proto, dport, timeout = 0, size }) =>
    withFamily(
      l3proto,
      ...[
        `protocol ${l4proto}`,
        `dport ${dport}`,
        `timeout ${durationText(BigInt(timeout))}`,
        `size ${size}`,
      ],
    ),
  synproxy: (synproxy, reader) => synproxyLines(words(reader, { synproxy })),
};

/** Splits the words of a SYN proxy as nft does. */
const synproxyLines = (text: string) =>
  [...text.matchAll(/mss \d+|wscale \d+|[a-z].*/g)].map(([part]) => part);

/** Returns the lines of a stateful object, as nft prints them in its braces; `undefined` if nft has no words for its type. */
export function objectLines({ type, data, userdata }: StatefulObject, reader: Reader): string[] | undefined {
  const key = String(type);
  const lines = (LINES as Readonly<Record<string, (settings: unknown, reader: Reader) => string[]>>)[key];
  if (lines === undefined) return undefined;
  const settings = (data as Readonly<Record<string, unknown>> | undefined)?.[key] ?? {};
  const comment = userdata?.comment === undefined ? [] : [`comment "${userdata.comment}"`];
  return [...comment, ...lines(settings, reader)];
}

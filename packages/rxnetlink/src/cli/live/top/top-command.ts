import { scaled } from "@rxnetlink/core/internal";
import { rate } from "@rxnetlink/core/operators";
import { type Link, linkObject } from "@rxnetlink/route";
import { Command, InvalidArgumentError } from "commander";
import {
  concatMap,
  connect,
  exhaustMap,
  lastValueFrom,
  map,
  type Observable,
  skip,
  take,
  tap,
  timer,
  toArray,
  zip,
} from "rxjs";
import { readAssignments } from "../../input/assignments.js";
import { wholeNumber } from "../../input/numbers.js";
import { untilInterrupted } from "../../live.js";
import type { Flat } from "../../objects/flat.js";
import { tabulate } from "../../objects/table.js";
import { print } from "../../output.js";
import { type CommonOptions, type Session, withRtnetlink } from "../../session.js";
import { widthOf } from "../../text/width.js";
import { hasScreen } from "../screen/has-screen.js";
import type { Row } from "../screen/table.js";

interface TopOptions extends CommonOptions {
  readonly interval: number;
  readonly count?: number;
}

/** What is counted of a link, with the title of its column, all a second; bytes are shown in bits. */
const COUNTED = {
  rxBytes: "rx bit/s",
  txBytes: "tx bit/s",
  rxPackets: "rx pkt/s",
  txPackets: "tx pkt/s",
  rxDropped: "rx drop",
  txDropped: "tx drop",
  rxErrors: "rx err",
  txErrors: "tx err",
} as const;
type Counted = keyof typeof COUNTED;
const ALL = Object.keys(COUNTED) as Counted[];

const keyOf = (index: number, counted: Counted) => `${index} ${counted}`;

/** The members of links that are asked for. */
const MEMBERS = ["index", "ifname", "stats64"] as const;
type Sample = Pick<Link, (typeof MEMBERS)[number]>;

const counters = (links: readonly Sample[]) =>
  Object.fromEntries(
    links.flatMap(({ index, stats64 }) =>
      ALL.map((counted) => [keyOf(index, counted), stats64?.[counted] ?? 0n]),
    ),
  );

/** The growth of a link's counters per second. */
interface RateRow {
  readonly ifname: string;
  readonly rates: Readonly<Record<Counted, number>>;
}

function rowsOf(links: readonly Sample[], rates: Readonly<Record<string, number>>): RateRow[] {
  // A link that has just come has no rates.
  const rateOf = (index: number, counted: Counted) => rates[keyOf(index, counted)] || 0;
  const rows = links.map(({ index, ifname = "?" }) => ({
    ifname,
    rates: Object.fromEntries(ALL.map((one) => [one, rateOf(index, one)])) as RateRow["rates"],
  }));
  const busy = ({ rates: { rxBytes, txBytes } }: RateRow) => rxBytes + txBytes;
  return rows.sort((a, b) => busy(b) - busy(a));
}

/** Emits the rates of the links that match, the busiest first, at an interval. */
function rows$(nl: Session, match: object, interval: number): Observable<RateRow[]> {
  const samples$ = timer(0, interval * 1000).pipe(
    exhaustMap(() => nl.link.list$(match, { members: MEMBERS }).pipe(toArray())),
  );
  return samples$.pipe(
    connect((all$) => zip(all$.pipe(skip(1)), all$.pipe(rate(counters)))),
    map(([links, rates]) => rowsOf(links, rates)),
  );
}

const NAME = "link";
const TITLES = [NAME, ...Object.values(COUNTED)];

/** Returns the rates by the titles of their columns, in bits where bytes are counted. */
const titled = ({ rates }: RateRow) =>
  ALL.map((one) => [COUNTED[one], one.endsWith("Bytes") ? rates[one] * 8 : rates[one]] as const);

/** Returns what is printed of the rates of a link. */
const cellsOf = (row: RateRow): Flat =>
  new Map([[NAME, row.ifname], ...titled(row).map(([title, rate]) => [title, scaled(rate)] as const)]);

/** Shows the rates on the whole terminal. */
async function showTop(rows$: Observable<RateRow[]>): Promise<void> {
  const { showScreen } = await import("../screen/screen.js");
  let rows: readonly Row[] = [];
  const changes$ = rows$.pipe(
    tap((now) => {
      rows = now.map((row) => ({
        cells: cellsOf(row),
        values: new Map([
          [NAME, row.ifname],
          ...titled(row).map(([title, rate]) => [title, String(rate)] as const),
        ]),
      }));
    }),
  );
  const numeric = new Set<string>(Object.values(COUNTED));
  const tables = () => [{ title: "Links", columns: TITLES, numeric, rows }];
  await showScreen({ title: "rxnl top", tables, changes$, busiest: COUNTED.rxBytes });
}

/** Prints the rates, a table or an array for each sample. */
async function printTop(rows$: Observable<RateRow[]>, json: boolean | undefined): Promise<void> {
  const lines = (rows: readonly RateRow[]) =>
    json
      ? [JSON.stringify(rows)]
      : [...tabulate(rows.map(cellsOf), TITLES, widthOf(process.stdout)).lines, ""];
  await lastValueFrom(rows$.pipe(concatMap(lines), concatMap(print), untilInterrupted), {
    defaultValue: undefined,
  });
}

async function top(words: readonly string[], options: TopOptions): Promise<void> {
  const { count, interval, json, netns } = options;
  await withRtnetlink("request", netns, async (nl) => {
    const match = readAssignments(linkObject.layout, words, "ifname");
    const rates$ = rows$(nl, match, interval);
    if (hasScreen() && json !== true && count === undefined) return showTop(rates$);
    return printTop(rates$.pipe(take(count ?? Number.POSITIVE_INFINITY)), json);
  });
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 86_400)) throw new InvalidArgumentError("It must be a number of seconds.");
  return value;
}

/** `rxnl top`. */
export const topCommand = (): Command =>
  new Command("top")
    .argument("[KEY=VALUE...]", "values that links must have, such as linkinfo.kind=veth")
    .option("--interval <seconds>", "time between two samples", seconds, 1)
    .option("--count <number>", "end after so many", wholeNumber)
    .action((words: string[], _: unknown, self: Command) => top(words, self.optsWithGlobals()));

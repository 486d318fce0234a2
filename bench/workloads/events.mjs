// Events: as many as can be, at a pace, and what they do to the event loop.
import * as checks from "./checks.mjs";
import { figure, processCpu, receivedShare, result, windowCpu } from "./figure.mjs";

const OWN = ["baseline", "rxnetlink"];

/** A rate as text: `1000/s`, `10 000/s`. */
const rateOf = (perSecond) => `${String(perSecond).replace(/^(\d\d+)(\d{3})$/, "$1 $2")}/s`;
const grouping = ({ burst }) => (burst === 1 ? "one by one" : `in bursts of ${burst}`);

/** Latency of events at a rate; at a low one the storm lasts longer. */
const latency = (perSecond, storm) => ({
  does: `the time from a change to its event, at ${rateOf(perSecond)} ${grouping(storm)}`,
  argument: "latency",
  programs: OWN,
  storm: { rate: perSecond, ...storm },
  check: checks.allEvents,
  figures: [
    figure(`latency-${perSecond}`, `Event, at ${rateOf(perSecond)}, p50`, "µs", result("p50_us")),
    figure(`latency-${perSecond}-p99`, `Event, at ${rateOf(perSecond)}, p99`, "µs", result("p99_us")),
    figure(`latency-${perSecond}-cpu`, `Event, at ${rateOf(perSecond)}, CPU time`, "µs of CPU", windowCpu),
  ],
});

const paced = (id, perSecond, burst, targets) => ({
  does: `CPU time of the listener for each event, at ${rateOf(perSecond)} ${grouping({ burst })}: while it listens, and of the process`,
  argument: "events",
  storm: { rate: perSecond, burst },
  check: checks.allEvents,
  figures: [
    figure(id, `One event at ${rateOf(perSecond)}`, "µs of CPU", windowCpu, {
      target: { value: targets.window },
    }),
    figure(`${id}-process`, `One event at ${rateOf(perSecond)}, whole process`, "µs of CPU", processCpu, {
      ...(targets.process && { target: { value: targets.process } }),
    }),
  ],
});

export const events = {
  events: {
    does: "a writer adds and deletes routes as fast as it can; the listener, with its default receive buffer, decodes what it receives",
    storm: { rate: 0 },
    check: checks.someEvents,
    figures: [
      figure("events", "Storm", "events/s", result("events_per_s"), { target: { ratio: 1.1 } }),
      figure("events-received", "Storm, received", "%", receivedShare, {
        against: undefined,
        target: { value: 90 },
      }),
      figure("events-cpu", "Storm, one event", "µs of CPU", windowCpu),
    ],
  },
  paced: paced("paced", 10_000, 16, { window: 6, process: 16 }),
  "paced-1000": paced("paced-1000", 1000, 16, { window: 30 }),
  "latency-1": latency(1, { burst: 1, times: 4 }),
  "latency-100": latency(100, { burst: 1 }),
  "latency-1000": latency(1000, { burst: 1 }),
  "latency-10000": latency(10_000, { burst: 16 }),
};

const consumers = {
  notifications: "`notifications$`",
  slow: "`notifications$`, and 20 µs for each event",
  watch: "`watch$`",
  state: "`state$`",
  topology: "`topology$`",
};

export const breaths = Object.fromEntries(
  Object.entries(consumers).map(([consumer, name]) => [
    `breath-${consumer}`,
    {
      does: `the longest delay of a 10 ms timer during a storm, with the consumer ${name}`,
      programs: ["rxnetlink"],
      rounds: 3,
      storm: { rate: 0 },
      check: checks.beats,
      figures: [figure(`breath-${consumer}`, `Worst gap, ${consumer}`, "ms", result("worst_ms"))],
    },
  ]),
);

// Sockets of TCP, listed in a namespace that has many.
import * as checks from "./checks.mjs";
import { figure, memory } from "./figure.mjs";

const SERVERS = 8;

/** The sums over all sockets: addresses, ports, states, those measured. Keep in step with ../baseline/sockets.c. */
export function socketSums(count, measured) {
  const sums = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < Math.floor(count / 2); i++) {
    const ends = [
      0x7f010001 + (i % SERVERS),
      0x7f000001 + (i % SERVERS),
      10000 + Math.floor(i / SERVERS),
      9000,
    ];
    const [client, server, from, to] = ends;
    [client + server, client + server, from + to, from + to, 2, measured ? 2 : 0].forEach((value, at) => {
      sums[at] += value;
    });
  }
  return [2 * Math.floor(count / 2), ...sums].join(":");
}

const milliseconds = ({ wall_s: wall }) => wall * 1e3;

/** Its own time for a list, or of ss, which prints it, that of the process. */
const listing = (run) => run.result?.list_ms ?? milliseconds(run);

const listed = (name, does, title) => ({
  does,
  namespace: "own",
  needs: ["ss"],
  setup: ({ sockets }) => `"$PEER_BASELINE" sockets ${sockets}`,
  programs: ["baseline", "rxnetlink", "ss"],
  check: ({ check }, { program, settings }) =>
    program === "ss" ? undefined : checks.sums(check, socketSums(settings.sockets, name === "sockets-info")),
  figures: [
    figure(name, title, "ms", listing, { target: { ratio: 1.5 } }),
    figure(`${name}-memory`, `${title}: peak memory`, "MiB", memory, { against: "ss" }),
  ],
});

export const sockets = {
  sockets: listed(
    "sockets",
    "100 000 sockets of TCP are listed, five times, and each discarded once its numbers have been added up; ss prints them once",
    "Sockets, not kept",
  ),
  "sockets-info": listed(
    "sockets-info",
    "the same with `tcp_info` of each",
    "Sockets with measurements, not kept",
  ),
};

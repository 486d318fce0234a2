// Warns of connections of TCP that send more than 5 % of their segments again, and says when that is over, until Ctrl-C. Needs
// no privileges.
//
//   $ node dist/sockets/alert-on-retransmissions.js
//   watching
//   192.0.2.1:443 > 198.51.100.7:50112 sends 12.5 % again
//   192.0.2.1:443 > 198.51.100.7:50112 is well again

import { exhaustMap, mergeMap, scan, timer, toArray } from "rxjs";
import { sockDiag, type TcpSocket, tcpRates, type WithTcpRates } from "rxnetlink/diag";

const [every = 2000, limit = 0.05] = process.argv.slice(2).map(Number);
const { tcp } = sockDiag();

interface Watched {
  /** Connections that were warned of. */
  readonly bad: ReadonlySet<bigint>;
  /** Lines to print. */
  readonly lines: readonly string[];
}

const name = ({ src, sport, dst, dport }: TcpSocket) => `${src}:${sport} > ${dst}:${dport}`;

function watched({ bad }: Watched, sockets: readonly (TcpSocket & WithTcpRates)[]): Watched {
  const now = sockets.filter(({ rates }) => rates.retransmissionRatio > limit);
  const worse = now.filter(({ cookie }) => !bad.has(cookie));
  // A connection that sends nothing shows nothing.
  const well = sockets.filter(
    ({ cookie, rates }) => bad.has(cookie) && rates.segments > 0 && rates.retransmissionRatio <= limit,
  );
  const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`;
  return {
    bad: new Set(
      [...bad, ...worse.map(({ cookie }) => cookie)].filter(
        (it) => !well.some(({ cookie }) => cookie === it),
      ),
    ),
    lines: [
      ...worse.map((socket) => `${name(socket)} sends ${percent(socket.rates.retransmissionRatio)} again`),
      ...well.map((socket) => `${name(socket)} is well again`),
    ],
  };
}

const nothing: Watched = { bad: new Set(), lines: [] };
console.log("watching");
timer(0, every)
  .pipe(
    exhaustMap(() => tcp.list$({ states: ["established"], ext: ["info"] }).pipe(toArray())),
    tcpRates(),
    scan(watched, nothing),
    mergeMap(({ lines }) => lines),
  )
  .subscribe((line) => console.log(line));

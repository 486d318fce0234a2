// Prints the connections of TCP that move most bytes, with their processes, every two seconds until Ctrl-C. Processes of other
// users are known to root only.
//
//   # node dist/sockets/find-top-talkers.js
//      sent KiB/s  received KiB/s
//         11764.1             9.2  192.0.2.1:443 > 192.0.2.7:50112  nginx
//             0.0           812.6  192.0.2.1:41230 > 198.51.100.9:443  curl

import { exhaustMap, from, map, mergeMap, timer, toArray } from "rxjs";
import {
  type SocketProcess,
  sockDiag,
  type TcpSocket,
  tcpRates,
  type WithTcpRates,
  withProcesses,
} from "rxnetlink/diag";

const every = Number(process.argv[2] ?? 2000);
const { tcp } = sockDiag();

/** Connections that are shown. */
const SHOWN = 10;

type Talker = TcpSocket & WithTcpRates;
const bytes = ({ rates }: Talker) => rates.acked + rates.received;

const talkers$ = timer(0, every).pipe(
  exhaustMap(() => tcp.list$({ states: ["established"], ext: ["info"] }).pipe(toArray())),
  tcpRates(),
  map((sockets) => [...sockets].sort((one, other) => bytes(other) - bytes(one)).slice(0, SHOWN)),
  mergeMap((sockets) => from(sockets).pipe(withProcesses(), toArray())),
);

const kib = (perSecond: number) => (perSecond / 1024).toFixed(1);
const names = (processes: readonly SocketProcess[] = []) => processes.map(({ command }) => command).join(" ");

talkers$.subscribe((sockets) => {
  console.log(`${"sent KiB/s".padStart(13)}${"received KiB/s".padStart(16)}`);
  for (const { src, sport, dst, dport, rates, processes } of sockets) {
    const speeds = kib(rates.acked).padStart(13) + kib(rates.received).padStart(16);
    console.log(`${speeds}  ${src}:${sport} > ${dst}:${dport}  ${names(processes)}`);
  }
});

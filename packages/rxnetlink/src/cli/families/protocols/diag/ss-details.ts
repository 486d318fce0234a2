import type { SkMeminfo, SocketProcess, TcpSocket, WithCgroup, WithProcesses } from "@rxnetlink/diag";
import type { SsOptions } from "./ss-options.js";

/** Members of sockets that further columns print; those of other kinds lack most. */
type Detailed = Partial<Omit<TcpSocket, "info">> &
  WithProcesses &
  WithCgroup & { readonly ino?: number; readonly info?: TcpSocket["info"]; readonly meminfo?: unknown };

const usersText = (processes: readonly SocketProcess[]) =>
  `users:(${processes.map(({ command, pid, fd }) => `("${command}",pid=${pid},fd=${fd})`).join(",")})`;

function memoryText({
  rmemAlloc,
  rcvbuf,
  wmemAlloc,
  sndbuf,
  fwdAlloc,
  wmemQueued,
  optmem,
  ...rest
}: SkMeminfo): string {
  const [read, write] = [`r${rmemAlloc},rb${rcvbuf}`, `t${wmemAlloc},tb${sndbuf}`];
  return `skmem:(${read},${write},f${fwdAlloc},w${wmemQueued},o${optmem},bl${rest.backlog},d${rest.drops})`;
}

const milliseconds = (microseconds: number) => String(microseconds / 1000);

/** Returns words for the measurements that the kernel made: those that are 0 say nothing. */
function infoText({ info, cong = "" }: Detailed): string {
  if (info === undefined) return cong;
  const rtt = info.rtt ? `${milliseconds(info.rtt)}/${milliseconds(info.rttvar ?? 0)}` : "";
  const words: readonly (readonly [name: string, value: bigint | number | string | undefined])[] = [
    ["rto", info.rto && milliseconds(info.rto)],
    ["rtt", rtt],
    ["mss", info.sndMss],
    ["pmtu", info.pmtu],
    ["cwnd", info.sndCwnd],
    ["bytes_sent", info.bytesSent],
    ["bytes_retrans", info.bytesRetrans],
    ["bytes_acked", info.bytesAcked],
    ["bytes_received", info.bytesReceived],
    ["segs_out", info.segsOut],
    ["segs_in", info.segsIn],
    ["retrans", info.totalRetrans && `${info.retrans ?? 0}/${info.totalRetrans}`],
    ["lost", info.lost],
    ["delivery_rate", info.deliveryRate && `${info.deliveryRate * 8n}bps`],
    ["minrtt", info.minRtt && milliseconds(info.minRtt)],
  ];
  const said = words.filter(
    ([, value]) => value !== undefined && value !== "" && value !== 0 && value !== 0n,
  );
  return [cong, ...said.map(([name, value]) => `${name}:${value}`)].filter((it) => it !== "").join(" ");
}

function extendedText({ uid, inode, ino, cookie, mark, cgroupPath, cgroupId }: Detailed): string {
  const group = cgroupPath ?? cgroupId;
  return [
    uid ? `uid:${uid}` : "",
    inode || ino ? `ino:${inode ?? ino}` : "",
    cookie === undefined ? "" : `sk:${cookie.toString(16)}`,
    mark ? `fwmark:0x${mark.toString(16)}` : "",
    group === undefined ? "" : `cgroup:${group}`,
  ]
    .filter((it) => it !== "")
    .join(" ");
}

/** Returns what stands after the columns of a socket: more on its line, and measurements on the next. */
export function tailOf(
  socket: object,
  { processes = false, memory = false, info = false, extended = false }: SsOptions,
): string {
  const detailed = socket as Detailed;
  const skmem = (detailed.skmeminfo ?? (detailed.ino === undefined ? undefined : detailed.meminfo)) as
    | SkMeminfo
    | undefined;
  const same = [
    processes && detailed.processes !== undefined && detailed.processes.length > 0
      ? usersText(detailed.processes)
      : "",
    extended ? extendedText(detailed) : "",
  ].filter((it) => it !== "");
  const next = [memory && skmem ? memoryText(skmem) : "", info ? infoText(detailed) : ""].filter(
    (it) => it !== "",
  );
  return `${same.map((it) => `  ${it}`).join("")}${next.length === 0 ? "" : `\n\t${next.join(" ")}`}`;
}

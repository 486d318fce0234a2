// What ss prints, and what it would print of a socket of ours.

import type { SkMeminfo, TcpInfo, TcpSocket } from "#src/index.js";
import { tcpiOptions } from "#src/index.js";

/** A line of `ss`: its columns, and the rest by word. */
export interface Line {
  readonly columns: readonly string[];
  readonly words: Readonly<Record<string, string>>;
}

/** Parses `ss -HO`; `columns` is the number of columns before the rest, which has the form `key:value`, `key value` or `key`. */
export function linesOf(text: string, columns = 5): Line[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const parts = line.trim().split(/\s+/);
      const words = parts.slice(columns).map((part): [string, string] => {
        const [, key = part, value = ""] = /^([\w-]+):(.*)$/.exec(part) ?? [];
        return [key, value];
      });
      return { columns: parts.slice(0, columns), words: Object.fromEntries(words) };
    });
}

const STATES: Readonly<Record<string, string>> = {
  established: "ESTAB",
  synSent: "SYN-SENT",
  synRecv: "SYN-RECV",
  finWait1: "FIN-WAIT-1",
  finWait2: "FIN-WAIT-2",
  timeWait: "TIME-WAIT",
  close: "UNCONN",
  closeWait: "CLOSE-WAIT",
  lastAck: "LAST-ACK",
  listen: "LISTEN",
  closing: "CLOSING",
};

/** A socket of any protocol of IP. */
export type Printable = Pick<
  TcpSocket,
  "family" | "state" | "rqueue" | "wqueue" | "src" | "dst" | "sport" | "dport" | "skv6only"
> &
  Pick<TcpSocket, "inode" | "cookie" | "uid" | "skmeminfo" | "cong" | "mark" | "ulpInfo"> & {
    readonly info?: unknown;
  };

/** An address as ss writes it: `*` stands for both families. */
function endOf({ family, skv6only }: Printable, address: string, port: number): string {
  const shown = port === 0 ? "*" : port;
  if (family === "inet") return `${address}:${shown}`;
  return `${address === "::" && skv6only !== 1 ? "*" : `[${address}]`}:${shown}`;
}

/** The columns of ss. */
export const columnsOf = (socket: Printable): string[] => [
  STATES[socket.state] ?? String(socket.state),
  String(socket.rqueue),
  String(socket.wqueue),
  endOf(socket, socket.src, socket.sport),
  endOf(socket, socket.dst, socket.dport),
];

/** The memory of a socket as ss writes it. */
export function memoryOf(memory: SkMeminfo): string {
  const { rmemAlloc, rcvbuf, wmemAlloc, sndbuf, fwdAlloc, wmemQueued, optmem, backlog, drops } = memory;
  return `(r${rmemAlloc},rb${rcvbuf},t${wmemAlloc},tb${sndbuf},f${fwdAlloc},w${wmemQueued},o${optmem},bl${backlog},d${drops})`;
}

/** Words of ss by the members that they show as they are. */
const COUNTERS: Readonly<Record<string, keyof TcpInfo>> = {
  mss: "sndMss",
  pmtu: "pmtu",
  rcvmss: "rcvMss",
  advmss: "advmss",
  cwnd: "sndCwnd",
  unacked: "unacked",
  bytes_sent: "bytesSent",
  bytes_retrans: "bytesRetrans",
  bytes_acked: "bytesAcked",
  bytes_received: "bytesReceived",
  segs_out: "segsOut",
  segs_in: "segsIn",
  data_segs_out: "dataSegsOut",
  data_segs_in: "dataSegsIn",
  delivered: "delivered",
  rcv_space: "rcvSpace",
  rcv_ssthresh: "rcvSsthresh",
  snd_wnd: "sndWnd",
  notsent: "notsentBytes",
  lost: "lost",
  dsack_dups: "dsackDups",
  reord_seen: "reordSeen",
  rcv_ooopack: "rcvOoopack",
};

/** A number of µs as ss writes it in ms. */
const inMs = (us: number) => String(us / 1000);
/** Values that the kernel gives where there is no threshold, and where nothing has come in another order. */
const NO_SSTHRESH = 0xffff;
const REORDERING = 3;

/** Words that a busy machine brings: what was waited for, sent again or came in another order. */
function delayWords(info: TcpInfo): Record<string, string> {
  const { busyTime = 0n, retrans, totalRetrans, rcvRtt, sndSsthresh = NO_SSTHRESH, reordering } = info;
  return {
    ...(busyTime > 0n && { busy: `${busyTime / 1000n}ms` }),
    ...(totalRetrans && { retrans: `${retrans}/${totalRetrans}` }),
    ...(rcvRtt && { rcv_rtt: inMs(rcvRtt) }),
    ...(sndSsthresh && sndSsthresh < NO_SSTHRESH && { ssthresh: String(sndSsthresh) }),
    ...(reordering !== REORDERING && { reordering: String(reordering) }),
  };
}

function infoWords(info: TcpInfo): Record<string, string> {
  const shown = Object.entries(COUNTERS)
    .map(([word, member]): [string, string] => [word, String(info[member])])
    .filter(([, value]) => value !== "0");
  const option = (name: "timestamps" | "sack", word: string) =>
    tcpiOptions.has(info.options ?? 0, name) ? { [word]: "" } : {};
  const isScaled = tcpiOptions.has(info.options ?? 0, "wscale");
  return {
    ...Object.fromEntries(shown),
    ...option("timestamps", "ts"),
    ...option("sack", "sack"),
    ...(isScaled && { wscale: `${info.sndWscale},${info.rcvWscale}` }),
    ...(info.rtt ? { rtt: `${inMs(info.rtt)}/${inMs(info.rttvar!)}`, rto: inMs(info.rto!) } : {}),
    ...(info.ato ? { ato: inMs(info.ato) } : {}),
    ...(info.minRtt ? { minrtt: inMs(info.minRtt) } : {}),
    ...(info.deliveryRateAppLimited && { app_limited: "" }),
    ...delayWords(info),
  };
}

/** Words that change on their own, or that ss rounds. */
const LEFT_OUT =
  /^(lastsnd|lastrcv|lastack|send|pacing_rate|delivery_rate|rwnd_limited|sndbuf_limited|bbr|cubic|reno|cgroup|timer|\d.*bps|<->)$/;

/** The words of ss, without what changes on its own. */
export const steady = (words: Line["words"]) =>
  Object.fromEntries(Object.entries(words).filter(([word]) => !LEFT_OUT.test(word)));

/** The words of ss for a socket. */
export function wordsOf(socket: Printable & { readonly info?: TcpInfo }): Record<string, string> {
  const { skmeminfo, inode, cookie, uid, skv6only, mark, ulpInfo, info } = socket;
  return {
    ino: String(inode),
    sk: cookie.toString(16),
    ...(uid !== 0 && { uid: String(uid) }),
    ...(mark && { fwmark: `0x${mark.toString(16)}` }),
    ...(skv6only !== undefined && { v6only: String(skv6only) }),
    ...(skmeminfo && { skmem: memoryOf(skmeminfo) }),
    ...(info && infoWords(info)),
    ...(ulpInfo && { [`tcp-ulp-${ulpInfo.name}`]: "" }),
  };
}

import type { NetlinkObject } from "@rxnetlink/core";
import type { PacketSocket, SockDiag, TcpSocket, UnixSocket } from "@rxnetlink/diag";
import { type Observable, filter as passing } from "rxjs";
import { addressText, type PortText } from "./ss-addresses.js";
import type { SsOptions } from "./ss-options.js";
import { type SsRow, stateText } from "./ss-row.js";
import type { Selection } from "./ss-selection.js";

/** A kind of socket that can be listed. */
export interface SsKind {
  /** Option that asks for it. */
  readonly option: keyof SsOptions & keyof SockDiag;
  /** True if it is listed without such options. */
  readonly usual: boolean;
  /** True for sockets of IP, which the kernel filters. */
  readonly isInet: boolean;
  /** Lists the sockets. */
  list$(diag: SockDiag, selection: Selection, options: SsOptions): Observable<object>;
  /** Formats one. */
  rowOf(socket: object, portText: PortText): SsRow;
}

/** Members that sockets of all protocols of IP have. */
type InetSocket = Omit<TcpSocket, "info">;

type Listing = (match: object) => Observable<object>;

const listOf = (diag: SockDiag, option: SsKind["option"]): Listing =>
  (diag[option] as unknown as NetlinkObject<object>).list$ as Listing;

function inet(option: SsKind["option"], usual: boolean): SsKind {
  return {
    option,
    usual,
    isInet: true,
    list$: (diag, selection, { info = false }) =>
      listOf(
        diag,
        option,
      )({ ...selection, ...(info && { ext: ["cong", "tos", "skmeminfo", "shutdown", "info"] }) }),
    rowOf(socket, portText) {
      const service = option === "mptcp" ? "tcp" : option;
      const { state, rqueue, wqueue, src, sport, dst, dport, if: link } = socket as InetSocket;
      return {
        netid: option,
        state: stateText(state),
        received: rqueue,
        sent: wqueue,
        local: [addressText(src, link), portText(sport, service)],
        peer: [addressText(dst, 0), portText(dport, service)],
      };
    },
  };
}

/** Lists sockets that the kernel does not filter. */
function filtered$(list$: Observable<object>, { filter }: Selection): Observable<object> {
  return filter === undefined ? list$ : list$.pipe(passing((socket) => filter.matches(socket) === true));
}

const unix: SsKind = {
  option: "unix",
  usual: true,
  isInet: false,
  list$: (diag, selection) => filtered$(diag.unix.list$({ states: selection.states }), selection),
  rowOf(socket) {
    const { type, state, name = "*", ino, peer, rqlen } = socket as UnixSocket;
    return {
      netid: `u_${String(type).slice(0, 3)}`,
      state: stateText(state),
      received: rqlen?.rqueue ?? 0,
      sent: rqlen?.wqueue ?? 0,
      local: [name, String(ino)],
      peer: ["*", String(peer ?? 0)],
    };
  },
};

const packet: SsKind = {
  option: "packet",
  usual: false,
  isInet: false,
  list$: (diag, selection) => filtered$(diag.packet.list$(), selection),
  rowOf(socket) {
    const { type, num, info, meminfo } = socket as PacketSocket;
    return {
      netid: type === "raw" ? "p_raw" : "p_dgr",
      state: "UNCONN",
      received: meminfo?.rmemAlloc ?? 0,
      sent: meminfo?.wmemAlloc ?? 0,
      local: [
        num === 3 ? "*" : `0x${num.toString(16)}`,
        info === undefined || info.index === 0 ? "*" : String(info.index),
      ],
      peer: ["*", ""],
    };
  },
};

const KINDS: readonly SsKind[] = [
  inet("tcp", true),
  inet("udp", true),
  inet("raw", true),
  inet("sctp", false),
  inet("mptcp", false),
  unix,
  packet,
];

/** Returns the kinds that options ask for. */
export function kindsOf(options: SsOptions, { filter, family }: Selection): readonly SsKind[] {
  const asked = KINDS.filter(({ option }) => options[option]);
  if (asked.length > 0) return asked;
  const isAboutInet = family !== undefined || (filter !== undefined && !/ (unix|link):/.test(String(filter)));
  return KINDS.filter(({ usual, isInet }) => usual && (isInet || !isAboutInet));
}

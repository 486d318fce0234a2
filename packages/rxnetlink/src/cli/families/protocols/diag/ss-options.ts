import type { Command } from "commander";
import type { CommonOptions } from "../../../session.js";

/** Options of `rxnl ss`, named as those of ss. */
export interface SsOptions extends CommonOptions {
  readonly tcp?: boolean;
  readonly udp?: boolean;
  readonly raw?: boolean;
  readonly unix?: boolean;
  readonly packet?: boolean;
  readonly sctp?: boolean;
  readonly mptcp?: boolean;
  readonly ipv4?: boolean;
  readonly ipv6?: boolean;
  readonly listening?: boolean;
  readonly all?: boolean;
  readonly numeric?: boolean;
  readonly processes?: boolean;
  readonly info?: boolean;
  readonly memory?: boolean;
  readonly extended?: boolean;
  readonly events?: boolean;
  readonly kill?: boolean;
}

/** Adds the options to the command. */
export function withSsOptions(command: Command): Command {
  return command
    .option("-t, --tcp", "sockets of TCP")
    .option("-u, --udp", "sockets of UDP")
    .option("-w, --raw", "raw sockets of IP")
    .option("-x, --unix", "unix sockets")
    .option("-0, --packet", "packet sockets")
    .option("-S, --sctp", "sockets of SCTP")
    .option("-M, --mptcp", "sockets of MPTCP")
    .option("-4, --ipv4", "those of IPv4 only")
    .option("-6, --ipv6", "those of IPv6 only")
    .option("-l, --listening", "those that listen, or are not connected")
    .option("-a, --all", "those in all states (default: connected ones)")
    .option("-n, --numeric", "print numbers of ports, not names of services")
    .option("-p, --processes", "print the processes that have a socket open")
    .option("-i, --info", "print measurements of TCP")
    .option("-m, --memory", "print the memory of sockets")
    .option("-e, --extended", "print users, inodes, cookies, marks and control groups")
    .option("-E, --events", "print sockets of TCP and UDP as they are destroyed, until Ctrl-C")
    .option("-K, --kill", "destroy the sockets that a filter selects");
}

import { readFileSync } from "node:fs";
import type { ServicePort } from "./words.js";

/** Ports of well-known services, for machines without `/etc/services`. */
const PORTS: Readonly<Record<string, number>> = {
  "ftp-data": 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  tftp: 69,
  http: 80,
  kerberos: 88,
  pop3: 110,
  sunrpc: 111,
  ntp: 123,
  imap2: 143,
  snmp: 161,
  "snmp-trap": 162,
  bgp: 179,
  ldap: 389,
  https: 443,
  "microsoft-ds": 445,
  submissions: 465,
  isakmp: 500,
  syslog: 514,
  submission: 587,
  ldaps: 636,
  "domain-s": 853,
  rsync: 873,
  imaps: 993,
  pop3s: 995,
  openvpn: 1194,
  "ms-sql-s": 1433,
  mqtt: 1883,
  nfs: 2049,
  mysql: 3306,
  "ms-wbt-server": 3389,
  "ipsec-nat-t": 4500,
  sip: 5060,
  "sip-tls": 5061,
  "xmpp-client": 5222,
  mdns: 5353,
  postgresql: 5432,
  amqp: 5672,
  redis: 6379,
  "http-alt": 8080,
};

/** A line of `/etc/services`: a name, a port and a protocol, and other names. */
const LINE = /^([^\s#]+)\s+(\d+)\/\w+([^#\n]*)/gm;

/** Returns the ports of services by name, in the form of `/etc/services`. */
function portsIn(text: string): ReadonlyMap<string, number> {
  const ports = new Map<string, number>();
  for (const [, name, port, others] of text.matchAll(LINE))
    for (const each of [name!, ...others!.split(/\s+/)])
      if (each !== "" && !ports.has(each)) ports.set(each, Number(port));
  return ports;
}

/** Returns a function that looks services up in `/etc/services`, and among well-known ones. */
export function servicePorts(file = "/etc/services"): ServicePort {
  let ports: ReadonlyMap<string, number> | undefined;
  function read(): ReadonlyMap<string, number> {
    try {
      return portsIn(readFileSync(file, "utf8"));
    } catch {
      return new Map();
    }
  }
  return (name) => {
    ports ??= read();
    return ports.get(name) ?? (Object.hasOwn(PORTS, name) ? PORTS[name] : undefined);
  };
}

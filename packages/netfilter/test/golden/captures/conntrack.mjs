import { capturesOf } from "../../../../../tools/capture.mjs";
import { conntrackObject, expectationObject } from "../../../dist/conntrack/index.js";
import { NETLINK_NETFILTER } from "../../../dist/index.js";
import { messages } from "../../../dist-test/test/support/messages.js";

const { row, notification } = capturesOf({ protocol: NETLINK_NETFILTER, layoutOf: messages.layoutOf });

const ACCOUNTING = "sysctl -qw net.netfilter.nf_conntrack_acct=1 net.netfilter.nf_conntrack_timestamp=1";
const hosts = "-s 10.0.0.1 -d 10.0.0.2";
const add = (protocol) => `conntrack -I -t 100 ${protocol} 2>/dev/null`;
const TCP = `${hosts} -p tcp --sport 1000 --dport 80 --state ESTABLISHED -u ASSURED,SEEN_REPLY`;
const any = () => true;

/** A connection that `conntrack` adds, as a list shows it. */
const added = (name, protocol) => row(conntrackObject, name, [ACCOUNTING, add(protocol)], {}, any);

/** Has the helper of FTP expect a connection. */
const FTP = [
  "nft add table ip ftp",
  `nft 'add ct helper ip ftp h { type "ftp" protocol tcp; }'`,
  "nft 'add chain ip ftp out { type filter hook output priority 0; }'",
  `nft add rule ip ftp out tcp dport 21 ct helper set '"h"'`,
  "ip link set lo up",
];
const SESSION = `'${process.execPath}' --input-type=module -e '
  import { connect, createServer } from "node:net";
  import { once } from "node:events";
  const server = createServer((socket) => socket.on("data", () => socket.write("200 OK\\r\\n")));
  await once(server.listen(21, "127.0.0.1"), "listening");
  const client = connect(21, "127.0.0.1");
  for (const line of ["USER x", "PORT 127,0,0,1,10,10"]) {
    client.write(line + "\\r\\n");
    await once(client, "data");
  }
  process.exit();'`;

export const captures = [
  added("tcp", TCP),
  added("udp-ipv6", "-s fe80::1 -d fe80::2 -p udp --sport 1 --dport 2"),
  added("udp-zone", `${hosts} -p udp --sport 1 --dport 2 -w 5`),
  added("udp-zone-orig", `${hosts} -p udp --sport 1 --dport 2 --orig-zone 6`),
  added("icmp", `${hosts} -p icmp --icmp-type 8 --icmp-code 0 --icmp-id 7`),
  added("icmpv6", "-s fe80::1 -d fe80::2 -p icmpv6 --icmpv6-type 128 --icmpv6-code 0 --icmpv6-id 7"),
  added("sctp", `${hosts} -p sctp --sport 1 --dport 2 --state ESTABLISHED --orig-vtag 1 --reply-vtag 2`),
  added("gre", `${hosts} -p gre --srckey 1 --dstkey 2`),
  added("snat", `${hosts} -p udp --sport 1 --dport 2 --src-nat 10.9.9.9:5000`),
  notification(conntrackObject, "new", [ACCOUNTING], add(TCP), "new"),
  notification(conntrackObject, "destroy", [ACCOUNTING], `${add(TCP)}; conntrack -F 2>/dev/null`, "delete"),
  row(conntrackObject, "helper", [...FTP, SESSION], {}, ({ help }) => help !== undefined),
  row(expectationObject, "ftp", [...FTP, SESSION], {}, any),
  notification(expectationObject, "new", FTP, SESSION, "new"),
];

// Prints packets that rules log, such as those that a firewall drops, until Ctrl-C. Needs CAP_NET_ADMIN.
//
//   # nft add table inet guard
//   # nft 'add chain inet guard input { type filter hook input priority 0; }'
//   # nft 'add rule inet guard input udp dport 99 log prefix "dropped" group 5 drop'
//   # node dist/netfilter/log-drops.js 5
//   listening to group 5
//   dropped: udp 127.0.0.1:40000 > 127.0.0.1:99, 33 bytes

import { type NflogPacket, netfilter } from "rxnetlink/netfilter";
import { decodePackets, type Packet } from "rxnetlink/packet";

const group = Number(process.argv[2] ?? 5);
const nf = netfilter();

function inWords({ prefix }: NflogPacket, packet: Packet): string {
  if (packet.type !== "ipv4" && packet.type !== "ipv6") return `${prefix}: ${packet.type}`;
  const { saddr, daddr, payload } = packet;
  const length = packet.type === "ipv4" ? packet.totLen : packet.payloadLen;
  const [from, to] = "source" in payload ? [`:${payload.source}`, `:${payload.dest}`] : ["", ""];
  return `${prefix}: ${payload.type} ${saddr}${from} > ${daddr}${to}, ${length} bytes`;
}

// The kernel collects packets for up to a second; a person who watches wants them sooner.
nf.nflog$(group, { timeout: 50, listening: () => console.log(`listening to group ${group}`) })
  .pipe(decodePackets())
  .subscribe((event) => {
    if (event.type === "packet") console.log(inWords(event, event.headers));
    else if (event.type === "lost") console.log(`${event.packets} packets were lost here`);
  });

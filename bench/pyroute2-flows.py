# pyroute2 as a program of the benchmark: npm run bench:own -- --workloads conntrack --extra pyroute2="python3 bench/pyroute2-flows.py".
# It takes minutes. Other workloads are those of ../shared/peers.
import json
import sys
import time
from ipaddress import IPv4Address

from pyroute2.netlink.nfnetlink.nfctsocket import NFCTSocket


def numbers(flow):
    orig, reply = (flow.get_attr(f"CTA_TUPLE_{side}") for side in ("ORIG", "REPLY"))
    ip, proto = orig.get_attr("CTA_TUPLE_IP"), orig.get_attr("CTA_TUPLE_PROTO")
    addresses = ip.get_attr("CTA_IP_V4_SRC"), ip.get_attr("CTA_IP_V4_DST")
    ports = proto.get_attr("CTA_PROTO_SRC_PORT"), proto.get_attr("CTA_PROTO_DST_PORT")
    back = reply.get_attr("CTA_TUPLE_IP").get_attr("CTA_IP_V4_DST")
    src, dst, back = (int(IPv4Address(text)) for text in (*addresses, back))
    return [src, dst, *ports, back, flow.get_attr("CTA_MARK")]


if sys.argv[1] != "conntrack":
    sys.exit("only conntrack")
with NFCTSocket() as socket:
    start = time.monotonic()
    flows = list(socket.dump())
    seconds = time.monotonic() - start
sums = [sum(column) for column in zip(*map(numbers, flows))]
check = ":".join(map(str, [len(flows), *sums]))
rate = round(len(flows) / seconds)
print(json.dumps({"workload": "conntrack", "flows": len(flows), "check": check, "flows_per_s": rate}))

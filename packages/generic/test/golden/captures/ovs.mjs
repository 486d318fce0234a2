import { NLM_F_DUMP } from "../../../../core/dist/schema.js";
import {
  OVS_METER_CMD_FEATURES,
  ovsCtLimitFamily,
  ovsCtLimitObject,
  ovsDatapathFamily,
  ovsDatapathObject,
  ovsFlowFamily,
  ovsFlowObject,
  ovsMeterFamily,
  ovsMeterMessage,
  ovsVportFamily,
  ovsVportObject,
} from "../../../dist/ovs/index.js";
import { capturesIn } from "../family-captures.mjs";

/** A datapath with two ports, and its index in a fresh namespace. */
const MADE = [
  "ovs-dpctl add-dp dp0",
  "ip link add v1 type veth peer v2; ip link set v1 up; ip link set v2 up",
  "ovs-dpctl add-if dp0 v1; ovs-dpctl add-if dp0 v2",
];
const dpIfindex = 2;

const datapaths = capturesIn({ family: ovsDatapathFamily, messages: [ovsDatapathObject] });
const vports = capturesIn({ family: ovsVportFamily, messages: [ovsVportObject] });
const flows = capturesIn({ family: ovsFlowFamily, messages: [ovsFlowObject] });
const limits = capturesIn({ family: ovsCtLimitFamily, messages: [ovsCtLimitObject] });
const features = { types: { get: OVS_METER_CMD_FEATURES }, layout: ovsMeterMessage };
const meters = capturesIn({ family: ovsMeterFamily, messages: [features] });

/** What a request for one or all is answered by: since 5.7 by the command of the request. */
const asked = ({ message }, { name: object, layout, types }, name, flags, { before = [], value }) =>
  message({
    name: `${object}-${name}`,
    before: [...MADE, ...before],
    types: [types.get],
    request: { type: types.get, flags, layout, value: { dpIfindex, ...value } },
  });
const port = (name, value) => asked(vports, ovsVportObject, name, 0, { value });
const flow = (name, key, actions) =>
  asked(flows, ovsFlowObject, name, NLM_F_DUMP, {
    before: [`ovs-dpctl add-flow dp0 '${key}' '${actions}'`],
  });
const ETH = "in_port(1),eth(src=02:00:00:00:00:01/ff:ff:ff:00:00:00,dst=02:00:00:00:00:02)";
const IP = "eth_type(0x0800),ipv4(src=192.0.2.1/255.255.255.0,dst=198.51.100.1,proto=17,tos=0/0xfc,frag=no)";
const UDP = `${ETH},${IP},udp(src=53,dst=0/0)`;
const ANY = `in_port(1),eth(),eth_type(0x0800),ipv4(frag=no)`;

export const captures = [
  asked(datapaths, ovsDatapathObject, "made", 0, {}),
  datapaths.notification(ovsDatapathObject, "removed", MADE, "ovs-dpctl del-dp dp0", "delete", () => true),
  port("netdev", { name: "v1" }),
  port("local", { name: "dp0" }),
  vports.notification(
    ovsVportObject,
    "added",
    MADE.slice(0, 2),
    "ovs-dpctl add-if dp0 v1",
    "new",
    () => true,
  ),
  flow(
    "headers",
    UDP,
    "set(eth(dst=02:00:00:00:00:09)),set(ipv4(dst=10.0.0.0/255.0.0.0)),push_vlan(vid=5,pcp=1),2",
  ),
  flow(
    "nested",
    ANY,
    "sample(sample=12.5%,actions(2)),clone(push_vlan(vid=5,pcp=0),2),trunc(100),1,check_pkt_len(size=200,gt(2),le(set(ipv4(ttl=9)),1))",
  ),
  flow(
    "conntrack",
    `recirc_id(0),ct_state(-trk),${ANY}`,
    "ct(commit,zone=5,mark=0x1/0xff,label=0x1/0x3,nat(src=10.0.0.1-10.0.0.9:1000-2000,random)),recirc(7)",
  ),
  flow(
    "tunnel",
    `tunnel(tun_id=0x7,src=192.0.2.1,dst=192.0.2.2,ttl=64,flags(df|key)),${ANY}`,
    "set(tunnel(tun_id=0x9,src=192.0.2.2,dst=192.0.2.3,ttl=64,tp_dst=4789,flags(df|csum|key))),userspace(pid=77,userdata(0102030405))",
  ),
  flow(
    "vlan-arp",
    "in_port(1),eth(),eth_type(0x8100),vlan(vid=5,pcp=0),encap(eth_type(0x0806),arp(sip=192.0.2.1,op=1))",
    "pop_vlan,2",
  ),
  flow(
    "ipv6-nd",
    "in_port(1),eth(),eth_type(0x86dd),ipv6(src=2001:db8::/ffff:ffff::,label=0,proto=58,hlimit=255,frag=no),icmpv6(type=135,code=0),nd(target=2001:db8::1)",
    "2",
  ),
  limits.message({
    name: "ovsCtLimit-default",
    before: MADE,
    types: [ovsCtLimitObject.types.get],
    request: {
      type: ovsCtLimitObject.types.get,
      flags: 0,
      layout: ovsCtLimitObject.layout,
      value: { dpIfindex },
    },
  }),
  meters.message({
    name: "ovsMeter-features",
    before: MADE,
    types: [OVS_METER_CMD_FEATURES],
    request: { type: OVS_METER_CMD_FEATURES, flags: 0, layout: ovsMeterMessage, value: { dpIfindex } },
  }),
];

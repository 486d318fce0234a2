import { Writer } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { flower } from "#src/tc/filter/kinds/flower/flower.js";
import type { FlowerFilter } from "#src/tc/filter/kinds/flower/layout.js";

const write = (filter: FlowerFilter) => flower.write(new Writer(), filter);

it.each<[string, FlowerFilter]>([
  ["keyTcpDst", { keyEthType: "ip", keyTcpDst: 80 }],
  ["keyVlanId", { keyEthType: "ip", keyVlanId: 5, keyVlanEthType: "ip" }],
  ["keyCvlanId", { keyEthType: "8021ad", keyCvlanId: 5 }],
  ["keyArpOp", { keyArpOp: 1 }],
  ["keyIpProto", { keyIpProto: 6 }],
  ["keyPortDstMin", { keyEthType: "ip", keyPortDstMin: 5, keyPortDstMax: 9 }],
  ["keyMplsLabel", { keyEthType: "ip", keyMplsLabel: 5 }],
])("refuses %s that the kernel would ignore", (key, filter) =>
  expect(() => write(filter)).toThrow(new RegExp(`the kernel ignores ${key}`)),
);

it.each<[FlowerFilter]>([
  [{ keyEthType: "ip", keyIpProto: 6, keyTcpDst: 80 }],
  [{ keyEthType: "8021ad", keyVlanEthType: "8021q", keyCvlanId: 6, keyCvlanEthType: "ip", keyIpTtl: 9 }],
  [{ keyEthType: "8021q", keyVlanEthType: "arp", keyArpOp: 1 }],
  [{ keyNumOfVlans: 2, keyVlanId: 5 }],
  [{ keyIpv4Dst: "192.0.2.1" }],
])("accepts %j", (filter) => expect(() => write(filter)).not.toThrow());

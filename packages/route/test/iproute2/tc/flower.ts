// Flower filters as tc (iproute2 6.1) creates them, with all keys: what follows `tc filter add dev v0 ingress prio 5`.

import { gotoChain } from "#src/tc/action/act-gen.js";
import type { FlowerFilter } from "#src/tc/filter/kinds/flower/layout.js";
import type { Filter } from "#src/tc/filter/layout.js";
import type { Case } from "../../support/tc/case.js";
import { type FlowerRow, flowerRows } from "./flower-keys.js";

const ALL16 = 0xffff;
const IP: Pick<FlowerFilter, "keyEthType"> = { keyEthType: "ip" };

/** Keys that iproute2 6.1 does not support. */
const newer: readonly (Case<Filter> & { readonly name: string })[] = [
  { name: "hash", options: { flower: { keyHash: 5, keyHashMask: 0xff } } },
  {
    name: "l2tpv3",
    since: "6.1",
    extra: { protocol: "ip" },
    options: { flower: { ...IP, keyIpProto: 115, keyL2tpv3Sid: 77 } },
  },
  {
    name: "encUdpSrcPort",
    options: { flower: { keyEncKeyId: 1, keyEncUdpSrcPort: 5, keyEncUdpSrcPortMask: ALL16 } },
  },
  { name: "l2Miss", since: "6.5", options: { flower: { l2Miss: 1 } } },
  {
    name: "cfm",
    since: "6.6",
    extra: { protocol: "cfm" },
    options: { flower: { keyEthType: "cfm", keyCfm: { mdLevel: 3, opcode: 1 } } },
  },
  {
    name: "spi",
    since: "6.6",
    extra: { protocol: "ip" },
    options: { flower: { ...IP, keyIpProto: 50, keySpi: 0x1234, keySpiMask: 0xffff_ffff } },
  },
  {
    name: "pfcp",
    since: "6.10",
    options: {
      flower: {
        keyEncOpts: { pfcp: { type: 1, seid: 7n } },
        keyEncOptsMask: { pfcp: { type: 255, seid: 0xffff_ffff_ffff_ffffn } },
      },
    },
  },
  {
    name: "encFlags",
    since: "6.12",
    options: { flower: { keyEncKeyId: 1, keyEncFlags: 4, keyEncFlagsMask: 12 } },
  },
  {
    name: "change",
    extra: { protocol: "ip", handle: 7 },
    options: { flower: { ...IP, keyIpv4Dst: "192.0.2.1", classid: 0x10010 } },
    change: {
      options: {
        flower: {
          ...IP,
          keyIpv4Dst: "192.0.2.9",
          act: [
            {
              options: {
                gact: { parms: { index: 0, capab: 0, action: gotoChain(4), refcnt: 0, bindcnt: 0 } },
              },
            },
          ],
        },
      },
      expected: { flower: { keyIpv4Dst: "192.0.2.9", act: [{ kind: "gact" }] } },
    },
  },
];

const asCase = ({ tc, protocol = "all", keys, sent, since }: FlowerRow): Case<Filter> => ({
  tc: `protocol ${protocol} flower ${tc}`,
  expected: { flower: keys },
  ...(sent !== undefined && { options: { flower: { ...keys, ...sent } } }),
  ...(since !== undefined && { since }),
});

export const flowerCases: readonly Case<Filter>[] = [
  ...flowerRows.map(asCase),
  ...newer.map((row) => ({ ...row, name: `flower ${row.name}` })),
];

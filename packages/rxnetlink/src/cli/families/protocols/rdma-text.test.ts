import { describe, expect, test } from "vitest";
import {
  cmIdText,
  deviceText,
  eventText,
  portText,
  resourceText,
  summaryText,
} from "#src/cli/families/protocols/rdma-text.js";

const device = { devIndex: 0, devName: "rxe0" };

describe("the text of RDMA", () => {
  test.each([
    [
      deviceText({ ...device, devProtocol: "roce", nodeGuid: "505a:13ff:fe8b:2c01" }),
      "0: rxe0 roce node_guid 505a:13ff:fe8b:2c01",
    ],
    [
      portText({ ...device, portIndex: 1, portState: "active", portPhysState: "linkUp", ndevName: "v0" }),
      "rxe0/1 active linkUp netdev v0",
    ],
    [
      summaryText({
        ...device,
        resSummary: [
          { name: "pd", curr: 1n },
          { name: "cq", curr: 2n },
        ],
      }),
      "rxe0 pd 1 cq 2",
    ],
    [
      resourceText(
        "lqpn",
        "resLqpn",
        "resType",
        "resState",
      )({
        ...device,
        portIndex: 1,
        resLqpn: 17,
        resType: "rc",
        resState: "rts",
        resPid: 4242,
      }),
      "rxe0/1 lqpn 17 type rc state rts pid 4242",
    ],
    [resourceText("pdn", "resPdn")({ ...device, resPdn: 0, resKernName: "ib_core" }), "rxe0 pdn 0 [ib_core]"],
    [
      cmIdText({
        ...device,
        resCmIdn: 0,
        resState: "connect",
        resPs: "tcp",
        resPid: 7,
        resSrcAddr: { address: "192.0.2.1", port: 7174 },
        resDstAddr: { address: "2001:db8::1", port: 9 },
      }),
      "rxe0 cm-id 0 state connect ps tcp pid 7 192.0.2.1:7174 > [2001:db8::1]:9",
    ],
    [cmIdText({ ...device, resCmIdn: 1, resSrcAddr: { other: Uint8Array.of(27, 0) } }), "rxe0 cm-id 1"],
    [eventText({ ...device, eventType: "registerEvent" }), "registerEvent rxe0"],
    [
      eventText({ ...device, eventType: "netdevAttachEvent", portIndex: 1, ndevName: "v0" }),
      "netdevAttachEvent rxe0/1 netdev v0",
    ],
  ])("%s", (text, expected) => expect(text).toBe(expected));
});

import { scriptedTransport } from "@rxnetlink/testing";
import { firstValueFrom } from "rxjs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { Connection } from "#src/connection/connection.js";
import { checkSocketOptions } from "#src/connection/socket-checks.js";
import { ArgumentError } from "#src/errors/errors.js";
import {
  addressedGroup,
  type GroupName,
  groupNumber,
  type ProtocolName,
  protocolConstant,
  protocolHint,
  protocolNumber,
} from "#src/protocol/names.js";
import { netlinkProtocols } from "#src/protocol/protocols.js";
import { u32 } from "#src/schema/types/scalar.js";
import type { Socket, Transport } from "#src/transport.js";

function refusal(action: () => unknown): ArgumentError {
  try {
    action();
  } catch (error) {
    if (error instanceof ArgumentError) return error;
  }
  throw new Error("was taken");
}

describe("the table of protocols", () => {
  it("has each of the 32 numbers at its place", () => {
    expect(netlinkProtocols.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, i) => i));
  });

  it("tells of each how to get it, or why nobody can", () => {
    const hints = netlinkProtocols.map(({ number }) => protocolHint(number));
    expect(new Set(hints).size).toBe(32);
    expect(hints[20]).toBe(
      "this kernel lacks NETLINK_RDMA: it is built without CONFIG_INFINIBAND, or its module is not loaded: modprobe ib_core",
    );
    expect(hints[3]).toMatch(/^no kernel after 3\.4 has NETLINK_FIREWALL: /);
    expect(hints[31]).toBe("no kernel has netlink protocol 31: nothing: the number is free");
    expect(protocolHint(32)).toContain("protocols are 0 to 31");
  });

  it("names the constant of a protocol", () => {
    expect(protocolConstant(15)).toBe("NETLINK_KOBJECT_UEVENT");
    expect(protocolConstant(25)).toBe("netlink protocol 25");
  });
});

describe("a protocol by name", () => {
  it("has its number", () => {
    expect(protocolNumber("f", "sock-diag")).toBe(4);
    expect(protocolNumber("f", 31)).toBe(31);
  });

  it.each([
    ["rout", "did you mean route?"],
    ["NETLINK_ROUTE", undefined],
    ["sockdiag", "did you mean sock-diag?"],
  ])("%s is refused with a hint", (name, hint) => {
    const error = refusal(() => protocolNumber("f", name));
    expect(error.path).toBe("protocol");
    if (hint === undefined) expect(error.hint).toMatch(/^(did you mean|names: route, )/);
    else expect(error.hint).toBe(hint);
  });

  it("is accepted by a connection, and has its type", async () => {
    const transport = scriptedTransport(() => {});
    const connection = new Connection(transport, { protocol: "netfilter" });
    await firstValueFrom(connection.session$([], { groups: ["nftables", 9] }));
    expect(new Connection(transport, { protocol: "route" })).toBeInstanceOf(Connection);
    expect(refusal(() => new Connection(transport, { protocol: "rdna" as "rdma" })).hint).toBe(
      "did you mean rdma?",
    );
  });
});

describe("groups by name", () => {
  it("become numbers", () => {
    const options = checkSocketOptions({ protocol: "route", groups: ["ipv4-route", 11, "ipv6-acaddr"] });
    expect(options).toEqual({ protocol: 0, groups: [7, 11, 39] });
  });

  it("are numbers on the sockets of a session", async () => {
    const transport = scriptedTransport(() => {});
    const connection = new Connection(transport, { protocol: 0 });
    const groups = new Promise((resolve) => {
      connection.session$([], { groups: ["link", 3] }).subscribe(() => {
        resolve([...transport.sockets].map(({ options }) => options.groups));
      });
    });
    expect(await groups).toEqual([[1, 3]]);
  });

  it("are numbers on the socket that reads notifications", async () => {
    const transport = scriptedTransport(() => {});
    const connection = new Connection(transport, { protocol: "route" });
    const nothing = { name: "nothing", layout: u32, types: { new: 16 }, groups: ["ipv4-rule", 19] };
    const groups = new Promise((resolve) => {
      const listening = () => resolve([...transport.sockets].map(({ options }) => options.groups));
      connection.notifications$([nothing], { listening }).subscribe();
    });
    expect(await groups).toEqual([[8, 19]]);
  });

  it.each([
    [0, "ipv4-rout", /^did you mean ipv4-route\?$/],
    [0, "RTNLGRP_LINK", /^names: link, notify, /],
    [12, "nft-tables", /^did you mean nftables\?$/],
    [16, "monitor", /families name their groups/],
    [2, "friends", /have no names/],
  ])("protocol %s has no group %s", (protocol, name, hint) => {
    const error = refusal(() => groupNumber("socket$", "groups[0]", protocol, name));
    expect(error.message).toContain(`groups[0]: "${name}" is not a group of ${protocolConstant(protocol)}`);
    expect(error.hint).toMatch(hint);
  });

  it("are addressed by a bit, which the first 32 have", () => {
    expect(addressedGroup(2, undefined)).toBe(0);
    expect(addressedGroup(2, 32)).toBe(32);
    expect(addressedGroup(12, "nftables")).toBe(7);
    expect(refusal(() => addressedGroup(0, "brvlan")).message).toContain("33 is above 32");
    expect(refusal(() => addressedGroup(0, 0)).path).toBe("group");
  });

  it("are known to the compiler where the protocol is", () => {
    expectTypeOf<GroupName<"netfilter">>().toEqualTypeOf<GroupName<12>>();
    expectTypeOf<"nftables">().toExtend<GroupName<12>>();
    expectTypeOf<"link">().not.toExtend<GroupName<12>>();
    expectTypeOf<GroupName<2>>().toEqualTypeOf<never>();
    expectTypeOf<GroupName<16>>().toEqualTypeOf<string>();
    expectTypeOf<GroupName<number>>().toEqualTypeOf<string>();
    expectTypeOf<"kobject-uevent">().toExtend<ProtocolName>();
    const transport: Transport = scriptedTransport(() => {});
    transport.socket$({ protocol: 0, groups: ["link", 7] });
    transport.socket$({ protocol: "netfilter", groups: ["nftables"] });
    // @ts-expect-error a group of another protocol
    transport.socket$({ protocol: "netfilter", groups: ["link"] });
    // @ts-expect-error misspelt
    transport.socket$({ protocol: 0, groups: ["ipv4-rout"] });
    // @ts-expect-error a protocol that does not exist
    transport.socket$({ protocol: "rout" });
    const connection = new Connection(transport, { protocol: 12 });
    // @ts-expect-error a group of another protocol
    connection.session$([], { groups: ["link"] });
    const other: Connection = connection;
    other.session$([], { groups: ["any"] });
    const join = (socket: Socket<"rdma">) => socket.join("notify");
    // @ts-expect-error a group of another protocol
    const wrong = (socket: Socket<"rdma">) => socket.join("link");
    expect(join).not.toBe(wrong);
  });
});

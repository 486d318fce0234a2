// What the compiler takes and what it refuses: each kind has settings of its own.
import { Writer } from "@rxnetlink/core";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Bond, Can, Gre, Ip6gre, LinkData, Macvlan, Vlan, Vrf } from "./index.js";
import { type Link, linkMessage } from "./link.js";
import type { BridgeAfSpec } from "./link-bridge.js";

const link = (linkinfo: Link["linkinfo"]): Partial<Link> => ({ linkinfo: linkinfo! });

describe("settings of link kinds", () => {
  it("are interfaces with a name", () => {
    expectTypeOf<LinkData["vlan"]>().toEqualTypeOf<Vlan | undefined>();
    expectTypeOf<LinkData["macvtap"]>().toEqualTypeOf<Macvlan | undefined>();
    expectTypeOf<LinkData["gretap"]>().toEqualTypeOf<Gre | undefined>();
    expectTypeOf<LinkData["ip6erspan"]>().toEqualTypeOf<Ip6gre | undefined>();
    expectTypeOf<LinkData["can"]>().toEqualTypeOf<Can | undefined>();
    expectTypeOf<Bond["mode"]>()
      .extract<string>()
      .toEqualTypeOf<"roundrobin" | "activebackup" | "xor" | "broadcast" | "8023ad" | "tlb" | "alb">();
    expectTypeOf<Vrf["table"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<NonNullable<Link["afSpec"]>["bridge"]>().toEqualTypeOf<BridgeAfSpec | undefined>();
  });

  it("are refused where they belong to another kind, or are of another type", () => {
    link({ data: { vlan: { id: 5 } } });
    // @ts-expect-error a vlan has no VNI member
    link({ data: { vlan: { vni: 5 } } });
    // @ts-expect-error the table belongs to vrf
    link({ data: { bond: { table: 5 } } });
    // @ts-expect-error a dummy has no settings
    link({ data: { dummy: { mode: 1 } } });
    // @ts-expect-error there is no such mode
    link({ data: { macvlan: { mode: "bridged" } } });
    // @ts-expect-error an id is a number
    link({ data: { vxlan: { id: "5" } } });
    // @ts-expect-error a cipher suite has 64 bits
    link({ data: { macsec: { cipherSuite: 1 } } });
    // @ts-expect-error ip6gre has no path MTU discovery
    link({ data: { ip6gre: { pmtudisc: 1 } } });
    // @ts-expect-error there is no such kind
    link({ data: { vlam: {} } });
    expect(true).toBe(true);
  });

  it("make the kind known, also where there are none", () => {
    const out = new Writer();
    linkMessage.write(out, link({ data: { dummy: {} } }) as Link);
    const bytes = out.take();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    expect(linkMessage.read(view, 0, bytes.length).linkinfo).toEqual({ kind: "dummy", data: { dummy: {} } });
  });
});

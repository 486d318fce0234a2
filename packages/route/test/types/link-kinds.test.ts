// Settings belong to their kind of link: the compiler refuses others.
import { readFileSync } from "node:fs";
import { type AttributeSet, type Attributes, Writer } from "@rxnetlink/core/schema";
import { golden } from "@rxnetlink/testing/golden";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { BridgeAfSpec } from "#src/link/bridge/bridge.js";
import {
  type Bond,
  type Can,
  type Gre,
  type Ip6erspan,
  type Ipip,
  type LinkData,
  linkData,
  type Macvlan,
  type Sit,
  type Vlan,
  type Vrf,
} from "#src/link/kinds/index.js";
import { type Link, linkMessage } from "#src/link/layout.js";
import { linkCases } from "../iproute2/links/index.js";
import { UNSENT } from "../iproute2/links/unsent.js";

const link = (linkinfo: Link["linkinfo"]): Partial<Link> => ({ linkinfo: linkinfo! });

describe("settings of link kinds", () => {
  it("are named interfaces", () => {
    expectTypeOf<LinkData["vlan"]>().toEqualTypeOf<Vlan | undefined>();
    expectTypeOf<LinkData["macvtap"]>().toEqualTypeOf<Macvlan | undefined>();
    expectTypeOf<LinkData["gretap"]>().toEqualTypeOf<Gre | undefined>();
    expectTypeOf<LinkData["ip6erspan"]>().toEqualTypeOf<Ip6erspan | undefined>();
    expectTypeOf<LinkData["ipip"]>().toEqualTypeOf<Ipip | undefined>();
    expectTypeOf<LinkData["sit"]>().toEqualTypeOf<Sit | undefined>();
    expectTypeOf<Exclude<keyof Ipip, "collectMetadata">>().toExtend<keyof Sit>();
    expectTypeOf<LinkData["can"]>().toEqualTypeOf<Can | undefined>();
    expectTypeOf<Bond["mode"]>()
      .extract<string>()
      .toEqualTypeOf<"roundrobin" | "activebackup" | "xor" | "broadcast" | "8023ad" | "tlb" | "alb">();
    expectTypeOf<Vrf["table"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<NonNullable<Link["afSpec"]>["bridge"]>().toEqualTypeOf<BridgeAfSpec | undefined>();
  });

  it("are refused if they belong to another kind or have another type", () => {
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
    // @ts-expect-error gre has no flow label: that is ip6gre's
    link({ data: { gre: { flowinfo: 1 } } });
    // @ts-expect-error mirrored frames are erspan's
    link({ data: { gretap: { erspanVer: 1 } } });
    // @ts-expect-error 6rd belongs to sit
    link({ data: { ipip: { "6rdPrefix": "2001:db8::" } } });
    // @ts-expect-error the kernel ignores metadata from outside for sit
    link({ data: { sit: { collectMetadata: true } } });
    // @ts-expect-error a port of a bond has no path cost
    link({ slaveData: { bond: { cost: 7 } } });
    // @ts-expect-error a port of a bridge has no queue
    link({ slaveData: { bridge: { queueId: 1 } } });
    // @ts-expect-error the peer of a veth is a link
    link({ data: { veth: { peer: { name: "v1" } } } });
    // @ts-expect-error there is no such kind
    link({ data: { vlam: {} } });
    expect(true).toBe(true);
  });

  it("imply the kind, even if empty", () => {
    const out = new Writer();
    linkMessage.write(out, link({ data: { dummy: {} } }) as Link);
    const bytes = out.take();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    expect(linkMessage.read(view, 0, bytes.length).linkinfo).toEqual({ kind: "dummy", data: { dummy: {} } });
  });

  it("are each covered by a link table or a golden file, or have a reason not to be", () => {
    const shown = new Set<string>();
    const show = (data: LinkData = {}) => {
      for (const [kind, settings] of Object.entries(data))
        for (const key of Object.keys(settings as object)) shown.add(`${kind}.${key}`);
    };
    for (const { data, change } of linkCases) {
      show(data(() => 1));
      show(change);
    }
    for (const folder of ["../../../test/golden/", "../../../test/golden/by-hand/"])
      for (const { value } of golden(new URL(folder, import.meta.url))) show((value as Link).linkinfo?.data);
    const declared = Object.entries(
      linkData.formats as unknown as Readonly<Record<string, AttributeSet<Attributes>>>,
    ).flatMap(([kind, { set }]) =>
      Object.entries(set)
        .filter(([key, [, { ignored }]]) => !ignored && UNSENT[kind]?.[key] === undefined)
        .map(([key]) => `${kind}.${key}`),
    );
    expect(declared.filter((setting) => !shown.has(setting))).toEqual([]);
  });

  it("are all documented, with examples that can be sent", () => {
    const page = readFileSync(new URL("../../../../../docs/objects/link-kinds.md", import.meta.url), "utf8");
    const rows = [...page.matchAll(/^\| `(\w+)` .*?\| ([^|]*) \|$/gm)];
    expect(rows.map(([, kind]) => kind)).toEqual(Object.keys(linkData.formats));
    for (const [, kind, least] of rows) {
      const code = /^`(\{.*?\})`/.exec(least!)?.[1];
      if (code === undefined) continue;
      const data = new Function(`return ${code}`)() as LinkData;
      expect(Object.keys(data)).toEqual([kind]);
      expect(() => linkMessage.write(new Writer(), link({ data }) as Link)).not.toThrow();
    }
  });
});

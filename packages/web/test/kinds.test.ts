// Kinds of links that few machines have, recorded, in a browser.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { replay } from "@rxnetlink/testing";
import { describeUnless } from "@rxnetlink/testing/gates";
import { type PlaceEvent, type ServedPage, servePage } from "@rxnetlink/web";
import type { Page } from "playwright-core";
import { concat, from, NEVER } from "rxjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aroundBrowser, whyNoBrowser } from "./support/browser.js";

const recording = new URL("../../test/recordings/kinds.pcapng.gz", import.meta.url);
const added = (name: string): PlaceEvent => ({ type: "added", place: { name, ref: name } });

describeUnless(whyNoBrowser, "the page of many kinds", () => {
  const { open, faults } = aroundBrowser();
  let served: ServedPage;
  let page: Page;
  beforeAll(async () => {
    const transport = replay(gunzipSync(readFileSync(recording)));
    const places$ = concat(from(["site", "switch", "branch"].map(added)), NEVER);
    served = await servePage({ transport, places$ });
    page = await open(served.url);
    // Everything is seen from near.
    await page.setViewportSize({ width: 2800, height: 1800 });
    await page.locator('.card[aria-label^="bond0.20.5,"]').waitFor();
  });
  afterAll(() => served?.close());

  /** Labels of the cards, without addresses. */
  const labels = async () => {
    const all = await page
      .locator(".card")
      .evaluateAll((cards) => cards.map((one) => one.getAttribute("aria-label")!));
    return all.map((label) => label.split(", ").slice(0, 3).join(", "));
  };
  /** Selects a link, and returns what the panel says of its relations and settings. */
  const facts = async (label: string) => {
    await page.locator(`.card[aria-label^="${label}"]`).focus();
    await page.keyboard.press("Enter");
    await page
      .getByRole("complementary")
      .getByRole("heading", { name: label.split(",")[0]!, exact: true })
      .waitFor();
    const [names, values] = await Promise.all(
      ["dt", "dd"].map((tag) => page.locator(`.facts ${tag}`).allInnerTexts()),
    );
    return Object.fromEntries(names!.map((name, at) => [name, values![at]!.replaceAll("\n", " ")]));
  };

  it("shows each with its kind and state", async () => {
    expect(await labels()).toEqual(
      expect.arrayContaining([
        "bond0, bond in site, up",
        "up0, veth in site, up",
        "bond0.10, vlan in site, up",
        "blue, vrf in site, up",
        "mv0, macvlan in site, up",
        "ipv0, ipvlan in site, up",
        "vx42, vxlan in site, up",
        "tap0, tun in site, no carrier",
        "gre1, gre in site, up",
        "ipip1, ipip in site, up",
        "gnv1, geneve in site, up",
        "wg0, wireguard in site, up",
        "six1, ip6tnl in branch, up",
      ]),
    );
  });

  it("counts them in the legend", async () => {
    const legend = await page.locator(".legend button").allInnerTexts();
    expect(legend.map((text) => text.replaceAll(/\s+/g, " ").trim())).toEqual([
      "Bridge 2",
      "Pair 6",
      "Bond 1",
      "VLAN 4",
      "Tunnel 10",
      "MAC VLAN 3",
      "TUN/TAP 1",
      "VRF 2",
      "Other 2",
    ]);
  });

  it.each([
    ["bond0, bond", { Ports: "up0 up1", mode: "activebackup" }],
    ["up1, veth", { Master: "bond0", Peer: "port1 switch" }],
    ["bond0.20, vlan", { Master: "red", "Lies over": "bond0", Under: "bond0.20.5", VLAN: "20" }],
    ["blue, vrf", { Ports: "bond0.10", table: "10" }],
    ["mv0, macvlan", { "Lies over": "bond0", mode: "bridge" }],
    ["mv1, macvlan", { "Leads to": "a namespace that is not shown" }],
    ["vx42, vxlan in site", { Master: "br0", "Lies over": "bond0", VNI: "42", remote: "192.0.2.2" }],
    ["gre1, gre in site", { "Lies over": "bond0", to: "192.0.2.2", from: "192.0.2.1" }],
    ["ipip1, ipip in branch", { "Lies over": "uplink", to: "192.0.2.1" }],
  ])("says what belongs to %s", async (label, expected) => {
    expect(await facts(label)).toMatchObject(expected);
  });

  it("says nothing of a link below a tunnel to which no route leads, nor of hardware addresses of IP tunnels", async () => {
    expect(await facts("six1")).not.toHaveProperty("Lies over");
    expect(await facts("gre1, gre in site")).not.toHaveProperty("MAC");
  });

  it("went without faults", () => expect(faults).toEqual([]));
});

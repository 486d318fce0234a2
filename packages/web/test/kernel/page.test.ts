// The page in a browser, while the kernel changes in a throwaway namespace.
import { describeUnless } from "@rxnetlink/testing/gates";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { type PlaceEvent, type ServedPage, servePage } from "@rxnetlink/web";
import type { Page } from "playwright-core";
import { concat, NEVER, of } from "rxjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aroundBrowser, card, showsLinks, whyNoBrowser } from "../support/browser.js";

describeUnless(whyNoNamespaces() ?? whyNoBrowser, "the page of a namespace", () => {
  const { open, faults } = aroundBrowser();
  let sandbox: Sandbox;
  let served: ServedPage;
  let page: Page;
  beforeAll(async () => {
    sandbox = await openSandbox();
    const { transport, namespace } = sandbox;
    const added: PlaceEvent = { type: "added", place: { name: "box", ref: namespace.ref } };
    served = await servePage({ transport, places$: concat(of(added), NEVER) });
    page = await open(served.url);
  });
  afterAll(async () => {
    await served?.close();
    await sandbox?.close();
  });

  const run = (command: string) => sandbox.run(command);
  const hash = () => page.evaluate("location.hash");
  const events = () => page.locator(".event .what").allTextContents();

  it("says that there is nothing, and that the key has left the address", async () => {
    await page.getByText("No links to show").waitFor();
    expect(page.url()).toBe(`http://127.0.0.1:${served.port}/`);
  });

  it("shows links as they come, change and go", async () => {
    run("ip link add br0 type bridge; ip link add v0 type veth peer name v1; ip link set v0 master br0");
    await showsLinks(page, "br0", "v0", "v1");
    expect(await page.getByText("No links to show").count()).toBe(0);
    run("ip link set v0 up; ip link set v1 up; ip link set br0 up; ip address add 192.0.2.1/24 dev br0");
    await page.locator('.card.up[aria-label*="br0, bridge in box, up, 192.0.2.1/24"]').waitFor();
    await card(page, "v1").and(page.locator(".up")).waitFor();
    run("ip link add v2 type veth peer name v3");
    await showsLinks(page, "br0", "v0", "v1", "v2", "v3");
    run("ip link delete v2");
    await showsLinks(page, "br0", "v0", "v1");
    await expect
      .poll(events)
      .toEqual(expect.arrayContaining(["link v2 (veth)", "address 192.0.2.1/24 on br0"]));
  });

  it("shows what belongs to a link that is selected, and leads to it by the address", async () => {
    run(
      "ip route add 198.51.100.0/24 via 192.0.2.9; ip neighbour add 192.0.2.9 lladdr 02:00:00:00:00:09 dev br0",
    );
    await card(page, "br0").focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary");
    await panel.getByRole("heading", { name: "br0" }).waitFor();
    await panel.getByText("198.51.100.0/24").waitFor();
    await panel.getByText("02:00:00:00:00:09").waitFor();
    await panel.getByRole("button", { name: "v0" }).waitFor();
    expect(await hash()).toMatch(/^#link=box\/\d+$/);
    const other = await open(
      `http://127.0.0.1:${served.port}/?token=${new URL(served.url).searchParams.get("token")}${await hash()}`,
    );
    expect(await other.getByRole("heading", { name: "Connection lost" }).count()).toBe(0);
    await other.getByRole("complementary").getByRole("heading", { name: "br0" }).waitFor();
    await other.close();
    run("ip route delete 198.51.100.0/24");
    await panel.getByText("198.51.100.0/24").waitFor({ state: "detached" });
  });

  it("shows rules and the firewall of a namespace", async () => {
    run("ip rule add priority 77 from 192.0.2.0/24 lookup 100");
    const hasNft = run("command -v nft || true") !== "";
    if (hasNft) run("nft 'add table inet t; add chain inet t c; add rule inet t c counter accept'");
    else console.log("the firewall is not tried: nft is not installed");
    await page.getByRole("button", { name: "Namespace box" }).dispatchEvent("click");
    await page.getByRole("cell", { name: "lookup 100" }).waitFor();
    if (hasNft) await page.getByText("counter packets 0 bytes 0").waitFor();
    expect(await hash()).toBe("#namespace=box");
    await page.keyboard.press("Escape");
    if (hasNft) await expect.poll(events).toContain("ruleset by nft");
  });

  it("is used by keys", async () => {
    await page.keyboard.press("Escape");
    expect(await hash()).toBe("");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
    await page.keyboard.press("/");
    await page.keyboard.type("veth v0");
    await expect.poll(() => page.locator(".card.dim").count()).toBe(2);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "v0", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".card.dim").count()).toBe(0);
    await page.keyboard.press("p");
    await page.getByRole("heading", { name: "v1" }).waitFor();
    const theme = () => page.locator("html").getAttribute("data-theme");
    const before = await theme();
    await page.keyboard.press("t");
    expect(await theme()).not.toBe(before);
    await page.keyboard.press("Escape");
  });

  it("leads Tab to one card, and moves along the time line by its own keys", async () => {
    expect(await page.locator('.card[tabindex="0"]').count()).toBe(1);
    await page.getByRole("slider", { name: "Time" }).focus();
    await page.keyboard.press("Home");
    await page.getByRole("button", { name: "Live", pressed: false }).waitFor();
    expect(await hash()).toMatch(/^#time=\d+$/);
    await page.keyboard.press("End");
    await page.getByRole("button", { name: "Live", pressed: true }).waitFor();
    await page.keyboard.press("ArrowLeft");
    expect(await hash()).toMatch(/^#time=\d+$/);
    await page.keyboard.press("l");
    expect(await hash()).toBe("");
  });

  it("hides kinds of links", async () => {
    await page.getByRole("button", { name: "Pair" }).click();
    await showsLinks(page, "br0");
    expect(await hash()).toBe("#hidden=veth");
    await page.getByRole("button", { name: "Pair" }).click();
    await showsLinks(page, "br0", "v0", "v1");
  });

  it("goes back in time, and to the present", async () => {
    run("ip link add late type bridge");
    await showsLinks(page, "br0", "late", "v0", "v1");
    await page.keyboard.press("[");
    await showsLinks(page, "br0", "v0", "v1");
    expect(await hash()).toMatch(/^#time=\d+$/);
    await page.keyboard.press("]");
    await showsLinks(page, "br0", "late", "v0", "v1");
    run("ip link delete late");
    await page.keyboard.press("l");
    await showsLinks(page, "br0", "v0", "v1");
    expect(await hash()).toBe("");
    await page.locator(".event", { hasText: "late" }).filter({ hasText: "+" }).click();
    await showsLinks(page, "br0", "late", "v0", "v1");
    await page.getByRole("button", { name: "Live" }).click();
    await showsLinks(page, "br0", "v0", "v1");
  });

  it("broke no rule of its own policy, and says so when the connection is lost", async () => {
    expect(faults).toEqual([]);
    await served.close();
    await page.getByRole("alert").getByText("Connection lost").waitFor();
    await showsLinks(page, "br0", "v0", "v1");
  });

  it("says that another program answers, which has another key", async () => {
    const again = await servePage({ transport: sandbox.transport, places$: NEVER, port: served.port });
    try {
      await page.getByRole("alert").getByText("Another rxnl web answers here now").waitFor();
    } finally {
      await again.close();
    }
  });
});

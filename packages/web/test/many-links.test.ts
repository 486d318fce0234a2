// Five thousand links of a fake network in a browser.
import { fakeKernel } from "@rxnetlink/fake-route";
import { rtnetlink } from "@rxnetlink/route";
import { describeUnless } from "@rxnetlink/testing/gates";
import { servePage } from "@rxnetlink/web";
import { concat, lastValueFrom, NEVER, of } from "rxjs";
import { expect, it } from "vitest";
import { aroundBrowser, whyNoBrowser } from "./support/browser.js";

const COUNT = 5000;

describeUnless(whyNoBrowser, "the page of many links", () => {
  const { open, faults } = aroundBrowser();

  it("shows them, finds one, remains up to date, and leads to one by its address", async () => {
    const links = Array.from({ length: COUNT }, (_, at) => ({ ifname: `eth${at}` }));
    const { transport } = fakeKernel({ links });
    const places$ = concat(of({ type: "added", place: { name: "fake" } } as const), NEVER);
    const served = await servePage({ transport, places$ });
    try {
      const page = await open(served.url);
      await page.getByText(`${(COUNT + 1).toLocaleString("en")} links`).waitFor();
      await page.keyboard.press("/");
      await page.keyboard.insertText("eth4321");
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowRight");
      await page.getByRole("heading", { name: "eth4321" }).waitFor();
      await page.locator('.card[aria-label^="eth4321,"][aria-pressed="true"]').waitFor();
      const { link } = rtnetlink({ transport });
      await lastValueFrom(link.change$({ ifname: "eth4321", mtu: 1300 }), { defaultValue: undefined });
      await page.getByRole("complementary").getByText("1300").waitFor();
      await page.goto(`${served.url}${new URL(page.url()).hash}`);
      // Without zooming: an address leads to where its link is seen.
      await page.locator('.card[aria-label^="eth4321,"][aria-pressed="true"]').waitFor();
      expect(faults).toEqual([]);
    } finally {
      await served.close();
    }
  });
});

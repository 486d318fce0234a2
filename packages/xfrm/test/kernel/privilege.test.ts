import { describeUnless, printedWithoutPrivileges, whyNotOrdinary } from "@rxnetlink/testing/gates";
import { expect, it } from "vitest";

/** How a call ended. */
interface Ended {
  readonly call: string;
  readonly code?: string;
  readonly hint?: string;
}

describeUnless(whyNotOrdinary(), "an ordinary user", () => {
  it("gets an error from every call, which names the capability and a remedy", async () => {
    const program = new URL("../support/without-privileges.js", import.meta.url);
    const ended = await printedWithoutPrivileges<Ended>(program);
    expect(ended.length).toBeGreaterThan(20);
    const refused = ({ code, hint = "" }: Ended) =>
      code === "EPERM" && /CAP_NET_ADMIN.*unshare -Urn/.test(hint);
    expect(ended.filter((one) => !refused(one))).toEqual([]);
  });
});

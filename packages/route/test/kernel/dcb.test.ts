import { expect, it } from "vitest";
import { errorOf, refusal, useFreshKernel } from "../support/kernel.js";
import { whyNotRoot } from "../support/skip.js";

const why = whyNotRoot();
const title = "data centre bridging is refused by links that lack it, as with the command dcb";

if (why !== undefined) it.skip(`${title}: ${why}`);
else {
  const on = useFreshKernel();

  it(title, async ({ skip }) => {
    const { dcb } = on.kernel.nl;
    const said = errorOf(on.kernel, "dcb ets show dev v0");
    const refused = await refusal(dcb.get$({ cmd: "ieeeGet", ifname: "v0" }));
    if (said === undefined) return skip("this link has data centre bridging");
    expect(refused).toBe("EOPNOTSUPP");
    expect(await refusal(dcb.set$({ cmd: "ieeeSet", ifname: "v0", ieee: {} }))).toBe("EOPNOTSUPP");
    expect(await refusal(dcb.get$({ cmd: "ieeeGet", ifname: "nosuch" }))).toBe("ENODEV");
    expect(await refusal(dcb.get$({ cmd: "ieeeGet" }))).toBe("EINVAL");
  });
}

import { describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, isInstalled, why } from "../../support/rxnl.js";

const reason = why ?? (isInstalled("ip") ? undefined : "ip not installed");

describe.skipIf(reason !== undefined)(
  `rxnl xfrm${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const around = aroundSandbox();
    const following = aroundFollowing(around.inside);
    const SEL = "src 10.1.0.0/16 dst 10.2.0.0/16 proto tcp dport 80";
    const TMPL = "tmpl src 192.0.2.1 dst 192.0.2.2 proto esp reqid 7 mode tunnel";
    const TEXT =
      "out 10.1.0.0/16 > 10.2.0.0/16:80 tcp by esp tunnel 192.0.2.1 > 192.0.2.2 reqid 7 if_id 0x9 priority 5 index 1";

    it("lists and deletes policies, and prints what happens to them", async () => {
      const events = await following("xfrm", "monitor", "policy");
      around.sandbox.run(`ip xfrm policy add ${SEL} dir out priority 5 if_id 9 ${TMPL}`);
      expect(await events.line()).toBe(`new    ${TEXT}`);
      expect(around.inNamespace("xfrm", "policy", "list")).toMatchObject({ status: 0, stdout: `${TEXT}\n` });
      const key = ["dir=out", "sel.daddr=10.2.0.0/16", "sel.saddr=10.1.0.0/16", "sel.proto=tcp"];
      const whole = [...key, "sel.dport=80", "ifId=9"];
      expect(around.inNamespace("xfrm", "policy", "get", ...whole).stdout).toBe(`${TEXT}\n`);
      expect(around.inNamespace("xfrm", "policy", "delete", ...whole)).toMatchObject({
        status: 0,
        stderr: "",
      });
      expect(await events.line()).toBe(`delete ${TEXT}`);
      expect(around.inNamespace("xfrm", "policy", "get", ...whole)).toMatchObject({ status: 1 });
      expect(await events.interrupted()).toBe(130);
    });

    it("lists states, and prints events as JSON", async () => {
      const events = await following("xfrm", "monitor", "sa", "--json");
      const spi = "src 192.0.2.1 dst 192.0.2.2 proto esp mode tunnel min 0x1000 max 0x1000";
      around.sandbox.run(`ip xfrm state allocspi ${spi} >/dev/null`);
      const text = "192.0.2.1 > 192.0.2.2 esp 0x1000 tunnel without keys\n";
      expect(around.inNamespace("xfrm", "state", "list", "daddr=192.0.2.2").stdout).toBe(text);
      expect(around.json("xfrm", "state", "list")).toMatchObject([{ spi: 0x1000, proto: "esp" }]);
      around.sandbox.run("ip xfrm state flush proto esp");
      expect(JSON.parse(await events.line())).toEqual({ type: "stateFlush", proto: "esp" });
    });
  },
);

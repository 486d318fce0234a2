import { readdirSync, readFileSync } from "node:fs";
import { kernelTransport } from "@rxnetlink/transport";
import { firstValueFrom, lastValueFrom, Subscription, toArray } from "rxjs";
import { afterAll, expect, test } from "vitest";
import { thermal } from "#src/thermal/index.js";
import { describeWith } from "../support/kernel.js";

/** Names of zones or cooling devices in /sys by their ids. */
function inSys(kind: string): [id: number, name: string][] {
  return readdirSync("/sys/class/thermal")
    .filter((name) => name.startsWith(kind))
    .map((name): [number, string] => [
      Number(name.slice(kind.length)),
      readFileSync(`/sys/class/thermal/${name}/type`, "utf8").trim(),
    ])
    .sort(([one], [other]) => one - other);
}

describeWith({ programs: ["genl"], families: ["thermal"] }, "thermal", () => {
  const transport = kernelTransport();
  const family = thermal({ transport });
  const subscriptions = new Subscription();
  afterAll(() => {
    subscriptions.unsubscribe();
    return transport.close();
  });

  test("lists the zones of /sys", async () => {
    const zones = await lastValueFrom(family.zones$().pipe(toArray()));
    expect(zones.map(({ tzId, tzName }) => [tzId, tzName])).toEqual(inSys("thermal_zone"));
    for (const { tzId } of zones) expect(await firstValueFrom(family.governor$(tzId!))).toBeTypeOf("string");
  });

  test("lists the cooling devices of /sys", async () => {
    const devices = await lastValueFrom(family.coolingDevices$().pipe(toArray()));
    const ours = devices.map(({ cdevId, cdevName }) => [cdevId, cdevName]);
    expect(ours.sort(([one], [other]) => Number(one) - Number(other))).toEqual(inSys("cooling_device"));
  });

  test("names the zone that does not exist", async () => {
    const error = await firstValueFrom(family.temperature$(9999)).catch((it) => it);
    expect(error).toMatchObject({ code: "EINVAL" });
    expect(error.message).toContain("9999");
  });

  test("joins the groups of events and samples", async () => {
    const joined = (join: typeof family.events$) =>
      new Promise<void>((resolve) => {
        const stream = join({ listening: () => resolve() }).subscribe();
        subscriptions.add(stream);
      });
    await joined(family.events$);
    await joined(family.samples$ as typeof family.events$);
  });
});

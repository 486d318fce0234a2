import { firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Seg6, seg6 } from "#src/seg6/seg6.js";
import { describeInitially } from "../support/initial.js";
import { type Kernel, openKernel } from "../support/kernel.js";

describeInitially({ programs: ["ip"], families: ["SEG6"] }, "segment routing", () => {
  let kernel: Kernel<Seg6>;
  beforeEach(async () => {
    kernel = await openKernel(seg6);
  });
  afterEach(() => kernel.close());

  test("has a source address of tunnels", async () => {
    const { tunnelSource } = kernel.family;
    expect(await firstValueFrom(tunnelSource.get$())).toEqual({ dst: "::" });
    await firstValueFrom(tunnelSource.set$({ dst: "2001:db8::1" }));
    expect(kernel.run("ip sr tunsrc show").trim()).toBe("tunsrc addr 2001:db8::1");
    expect(await firstValueFrom(tunnelSource.get$())).toEqual({ dst: "2001:db8::1" });
    await expect(firstValueFrom(tunnelSource.set$({}))).rejects.toMatchObject({ code: "EINVAL" });
  });

  test("has keys, or says what the kernel lacks", async () => {
    const { hmac } = kernel.family;
    const secret = new TextEncoder().encode("correcthorse");
    const refused = await firstValueFrom(hmac.replace$({ hmackeyid: 17, algid: "sha256", secret })).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused !== undefined) {
      expect(refused).toMatchObject({ errno: 524, hint: expect.stringContaining("CONFIG_IPV6_SEG6_HMAC") });
      return;
    }
    const listed = () => lastValueFrom(hmac.list$().pipe(toArray()));
    expect(await listed()).toEqual([{ hmackeyid: 17, algid: "sha256", secret, secretlen: secret.length }]);
    expect(kernel.run("ip sr hmac show").trim()).toBe('hmac 17 algo sha256 secret "correcthorse"');
    await firstValueFrom(hmac.delete$({ hmackeyid: 17 }));
    expect(await listed()).toEqual([]);
  });
});

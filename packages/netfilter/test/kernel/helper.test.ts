// Helpers in user space, compared with nfct. All namespaces share them, so each test removes what it adds.
import { KernelError } from "@rxnetlink/core";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it, type TestContext } from "vitest";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(source$: Observable<T>) => lastValueFrom(source$.pipe(toArray()));

const HELPER = {
  name: "rxnltest",
  tuple: { l3protonum: "ipv4", l4protonum: 17 },
  queueNum: 5,
  policy: { set1: { name: "rxnltest", expectMax: 3, expectTimeout: 60 } },
  privDataLen: 8,
} as const;

describeWith(["nfct"], "helpers in user space", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  /** Skips the test where the kernel has no such helpers. */
  async function needSupport({ skip }: TestContext): Promise<void> {
    try {
      await all(kernel.nf.helper.list$());
    } catch (error) {
      if (!(error instanceof KernelError) || error.code !== "EINVAL") throw error;
      console.log("skipped: the kernel has no nfnetlink_cthelper");
      skip("the kernel has no nfnetlink_cthelper");
    }
  }

  it("adds what nfct lists, changes and deletes it", async (context) => {
    await needSupport(context);
    const { helper } = kernel.nf;
    await all(helper.add$(HELPER));
    try {
      await expect(all(helper.add$(HELPER))).rejects.toMatchObject({ code: "EEXIST" });
      expect(kernel.run("nfct list helper")).toContain(".name = rxnltest");
      const [listed] = (await all(helper.list$())).filter(({ name }) => name === "rxnltest");
      expect(listed).toMatchObject({
        ...HELPER,
        policy: { ...HELPER.policy, setNum: 1 },
        status: "disabled",
      });
      expect(await all(helper.get$({ name: "rxnltest", tuple: HELPER.tuple }))).toEqual([listed]);
      await all(helper.change$({ ...listed!, queueNum: 6, status: "enabled" }));
      expect(await all(helper.get$({ name: "rxnltest" }))).toMatchObject([
        { queueNum: 6, status: "enabled" },
      ]);
      for (const nameless of [{}, { tuple: HELPER.tuple }, { name: undefined }])
        await expect(all(helper.delete$(nameless as object))).rejects.toMatchObject({ name: "EncodeError" });
    } finally {
      await all(helper.delete$({ name: "rxnltest" }));
    }
    const left = await all(helper.list$());
    expect(left.map(({ name }) => name)).not.toContain("rxnltest");
  });
});

import { KernelError, UnsupportedError } from "@rxnetlink/core";
import { firstValueFrom, lastValueFrom, take, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectFamily } from "#src/connect.js";
import { groupsOf } from "#src/family/definition.js";
import type { GenericNetlink } from "#src/generic.js";
import { genericNetlink } from "#src/generic.js";
import { CTRL_CMD_GETFAMILY } from "#src/nlctrl/commands.js";
import { familyMessage } from "#src/nlctrl/layout.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

/** Families as `genl ctrl list` prints them. */
function printed(text: string): { name: string; id: number; commands: number; groups: string[] }[] {
  return text
    .split(/^Name: /m)
    .slice(1)
    .map((part) => ({
      name: /^\S+/.exec(part)![0],
      id: Number(/ID: (0x[0-9a-f]+)/.exec(part)![1]),
      commands: [...part.matchAll(/^\t\t#\d+: {2}ID-0x[0-9a-f]+ *$/gm)].filter(
        ({ index }) => !part.slice(0, index).includes("multicast"),
      ).length,
      groups: [...part.matchAll(/name: (\S+)/g)].map(([, name]) => name!),
    }));
}

describeWith({ programs: ["genl"] }, "families", () => {
  let kernel: Kernel<GenericNetlink>;
  beforeAll(async () => {
    kernel = await openKernel(genericNetlink);
  });
  afterAll(() => kernel.close());

  test("are those of genl ctrl list", async () => {
    const families = await lastValueFrom(kernel.family.family.list$().pipe(toArray()));
    const ours = families.map(({ familyName, familyId, ops = [], mcastGroups = [] }) => ({
      name: familyName,
      id: familyId,
      commands: ops.length,
      groups: mcastGroups.map(({ name }) => name),
    }));
    expect(ours).toEqual(printed(kernel.run("genl ctrl list")));
  });

  test("are found by name", async () => {
    const one = await firstValueFrom(kernel.family.family.get$({ familyName: "nlctrl" }));
    expect(one).toMatchObject({ familyId: 16, mcastGroups: [{ name: "notify", id: 16 }] });
  });

  test("that do not exist are named", async () => {
    const error = await firstValueFrom(kernel.family.family.get$({ familyName: "nothing" })).catch(
      (it) => it,
    );
    expect(error).toBeInstanceOf(KernelError);
    expect(error).toMatchObject({ code: "ENOENT" });
    expect(error.message).toContain("no family nothing");
  });

  test("are watched, with those that exist first", async () => {
    const events = await lastValueFrom(
      kernel.family.family.watch$({ familyName: "nlctrl" }).pipe(take(2), toArray()),
    );
    expect(events).toMatchObject([{ type: "added", current: { familyId: 16 } }, { type: "synced" }]);
  });
});

describeWith({ programs: ["genl"], families: ["ethtool"] }, "a connection to a family", () => {
  let kernel: Kernel<GenericNetlink>;
  beforeAll(async () => {
    kernel = await openKernel(genericNetlink);
  });
  afterAll(() => kernel.close());

  test("joins its groups by name, and says which one is missing", async () => {
    const { transport, namespace } = kernel;
    const set = { name: "any", layout: familyMessage, types: {} };
    const options = { namespace: namespace.ref };
    const there = connectFamily(
      transport,
      { name: "ethtool", version: 1, groups: groupsOf("monitor") },
      options,
    );
    await new Promise<void>((listening) => {
      const subscription = there.notifications$([{ ...set, groups: [1] }], { listening }).subscribe();
      subscription.add(() => there.close());
    });
    const absent = connectFamily(
      transport,
      { name: "ethtool", version: 1, groups: groupsOf("nothing") },
      options,
    );
    const error = await firstValueFrom(absent.notifications$([{ ...set, groups: [1] }])).catch((it) => it);
    expect(error).toBeInstanceOf(UnsupportedError);
    expect(error.message).toBe("ethtool has no multicast group nothing in this kernel; it has monitor");
  });

  test("errors in the stream if the family does not exist", async () => {
    const { transport, namespace } = kernel;
    const absent = connectFamily(transport, { name: "nothing", version: 1 }, { namespace: namespace.ref });
    const request = { type: CTRL_CMD_GETFAMILY, layout: familyMessage, value: {} };
    await expect(firstValueFrom(absent.request$(request))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describeWith({ programs: ["genl"], families: ["ethtool"] }, "capabilities", () => {
  let kernel: Kernel<GenericNetlink>;
  beforeAll(async () => {
    kernel = await openKernel(genericNetlink);
  });
  afterAll(() => kernel.close());

  test("tell types, ranges and nests", async () => {
    const capabilities = await firstValueFrom(kernel.family.capabilities$("ethtool"));
    const rings = capabilities.commands.get(16)!.do!;
    const header = rings.get(1)!;
    expect(header.type).toBe("nested");
    expect(header.nested!.get(1)).toMatchObject({ type: "u32" });
    expect(header.nested!.get(2)).toMatchObject({ type: "nulString", maxLength: 127 });
    expect(header.nested!.get(3)).toMatchObject({ type: "u32", mask: expect.any(BigInt) });
  });

  test("of nlctrl answer questions by path", async () => {
    const capabilities = await firstValueFrom(kernel.family.capabilities$("nlctrl"));
    const about = { command: CTRL_CMD_GETFAMILY, layout: familyMessage };
    expect(capabilities.policyOf({ ...about, path: "familyName" })).toEqual({
      type: "nulString",
      maxLength: 15,
    });
    expect(capabilities.accepts({ ...about, path: "familyId" })).toBe(true);
    expect(capabilities.accepts({ ...about, path: "ops" })).toBe(false);
  });

  test("of a family that does not exist are an error", async () => {
    await expect(firstValueFrom(kernel.family.capabilities$("nothing"))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});

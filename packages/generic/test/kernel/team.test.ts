import { firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Teams, team } from "#src/team/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const TEAM = [
  "ip link add team0 index 70 type team",
  "ip link add v0 index 50 type veth peer name v1",
  "ip link set v1 up",
].join("; ");

describeWith({ programs: ["genl", "ip"], families: ["team"] }, "team", () => {
  let kernel: Kernel<Teams>;
  beforeAll(async () => {
    kernel = await openKernel(team, TEAM);
  });
  afterAll(() => kernel.close());

  const options = () => lastValueFrom(kernel.family.options$(70).pipe(toArray()));

  test("lists options by their types, and sets them", async () => {
    const before = Object.fromEntries((await options()).map((it) => [it.name, it]));
    expect(before.notify_peers_count).toMatchObject({ type: "u32", data: { u32: 0 } });
    expect(before.mode?.type).toBe("string");
    await lastValueFrom(
      kernel.family.setOptions$(70, [
        { name: "notify_peers_count", type: "u32", data: { u32: 3 } },
        { name: "mode", data: { string: "roundrobin" } },
      ]),
    );
    const after = Object.fromEntries((await options()).map((it) => [it.name, it]));
    expect(after.notify_peers_count?.data).toEqual({ u32: 3 });
    expect(after.mode?.data?.string).toBe("roundrobin");
  });

  test("lists ports, and reports those that change", async () => {
    const changed = firstValueFrom(
      kernel.family.notifications$({ listening: () => kernel.run("ip link set v0 master team0") }),
    );
    expect(await changed).toMatchObject({ type: "new", value: { teamIfindex: 70 } });
    const ports = await lastValueFrom(kernel.family.ports$(70).pipe(toArray()));
    const masters = kernel.json<{ ifindex: number; master?: string }[]>("ip -j -d link");
    const theirs = masters.filter(({ master }) => master === "team0").map(({ ifindex }) => ifindex);
    expect(ports.map(({ ifindex }) => ifindex)).toEqual(theirs);
    const own = (await options()).filter(({ name, portIfindex }) => name === "enabled" && portIfindex === 50);
    expect(own).toMatchObject([{ type: "flag" }]);
  });

  test("names the team that does not exist", async () => {
    const error = await firstValueFrom(kernel.family.options$(999)).catch((it) => it);
    expect(error).toMatchObject({ code: "EINVAL" });
    expect(error.message).toContain("999");
  });
});

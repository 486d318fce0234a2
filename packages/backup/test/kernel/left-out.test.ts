// Whatever cannot be saved or restored is said.
import { KernelError } from "@rxnetlink/core";
import { one } from "@rxnetlink/core/promises";
import { firstValueFrom, lastValueFrom } from "rxjs";
import { expect, it } from "vitest";
import { backup$ } from "#src/backup.js";
import { difference } from "#src/difference.js";
import type { Backup } from "#src/document.js";
import { restore$ } from "#src/restore.js";
import { describeBackup, failuresOf, wordsOf } from "../support/namespaces.js";

const empty: Backup = { version: 1, date: "2026-01-01T00:00:00Z", sections: {}, notes: [] };

describeBackup("what cannot be saved", (open) => {
  it("is noted: addresses and routes that expire, and tables of processes", async () => {
    const place = await open();
    place.run("ip link set lo up; ip address add 2001:db8::1/128 dev lo valid_lft 500 preferred_lft 400");
    place.run("ip link add v0 type veth peer name v1; ip link set v0 up");
    place.run("ip -6 route add 2001:db8:9::/48 dev v0 expires 300");
    const owned = await new Promise<() => void>((resolve) => {
      const owner$ = place.connections.netfilter!.nftables.owner$();
      const subscription = owner$.subscribe(async (owner) => {
        const { transaction } = await import("@rxnetlink/netfilter/nftables");
        const table = { family: "inet", name: "mine", flags: { owner: true } } as const;
        await lastValueFrom(owner.transaction$(transaction().add("table", table)));
        resolve(() => subscription.unsubscribe());
      });
    });
    const { notes, sections } = await place.save();
    owned();
    expect(notes).toContainEqual({
      section: "address",
      subject: "2001:db8::1/128 on lo",
      reason: expect.stringMatching(/^it expires in \d+ s$/),
    });
    expect(notes).toContainEqual({
      section: "route",
      subject: "2001:db8:9::/48 metric 1024",
      reason: expect.stringMatching(/^it expires in \d+ s$/),
    });
    expect(notes).toContainEqual({
      section: "nftables",
      subject: "inet mine",
      reason: "it belongs to a process, and ends with it",
    });
    expect(sections.nftables).toEqual([]);
  });

  it("is noted: the other end of a pair, and what was not asked for", async () => {
    const [place, other] = [await open(), await open()];
    place.run(`ip link add v0 type veth peer name v1 && ip link set v1 netns ${other.namespace.path}`);
    const { route } = place.connections;
    const { notes } = await one(backup$({ route }));
    expect(notes).toContainEqual({
      section: "link",
      subject: "v0",
      reason: "its other end is in another namespace",
    });
    expect(notes).toContainEqual({ section: "nftables", reason: "no connection to netfilter was given" });
    const part = await one(backup$({ route }, { sections: ["rule", "link"], kernel: "6.1" }));
    expect([Object.keys(part.sections), part.kernel]).toEqual([["link", "rule"], "6.1"]);
  });
});

describeBackup("what cannot be restored", (open) => {
  it("is reported by step, and the rest is restored", async () => {
    const [place, source] = [await open(), await open()];
    source.run("ip rule add from 10.0.0.0/8 lookup 100 priority 1000");
    const saved = await source.save();
    const link = { family: "unspec", ifname: "eth7", flags: ["up"] };
    const unknown = { family: "unspec", ifname: "u0", flags: [], linkinfo: { kind: "nosuchkind" } };
    const document: Backup = {
      ...empty,
      sections: {
        link: [link, unknown],
        address: [
          {
            family: "inet",
            index: "eth7",
            local: "192.0.2.1",
            address: "192.0.2.1",
            prefixlen: 24,
            scope: "universe",
          },
        ],
        route: [{ family: "inet", type: "blackhole", dst: "192.0.2.0", dstLen: 24, nosuchmember: 1 }],
        rule: saved.sections.rule!,
      },
    };
    const outcomes = await place.restore(document);
    expect(failuresOf(outcomes)).toEqual([
      "add link eth7: only hardware or a module can make it",
      expect.stringMatching(/^add link u0: .*EOPNOTSUPP/),
      expect.stringMatching(/^add address 192.0.2.1\/24 on eth7: .*there is no link "eth7"/),
      expect.stringMatching(/^add route 192.0.2.0\/24: nosuchmember: no such member of route/),
    ]);
    expect(outcomes.filter(({ type }) => type === "applied").map(({ step }) => wordsOf([step]))).toEqual([
      ["add rule 1000 inet"],
    ]);
  });

  it("does not take along the object that there was", async () => {
    const place = await open();
    place.run("ip link set lo up; ip rule add from 10.0.0.0/8 lookup 100 priority 1000");
    const saved = await place.save();
    const rules = saved.sections.rule!.map((rule) =>
      rule.priority === 1000 ? { ...rule, srcLen: 99 } : rule,
    );
    const outcomes = await place.restore({ ...saved, sections: { rule: rules } });
    expect(outcomes).toMatchObject([{ type: "failed", error: expect.any(KernelError) }]);
    expect(await place.differing(saved)).toEqual([]);
  });
});

describeBackup("a restore", (open) => {
  it("errors, and does not throw, for anything that is no backup", async () => {
    const { connections, save } = await open();
    const read = (document: unknown) => firstValueFrom(restore$(connections, document as Backup));
    await expect(read(undefined)).rejects.toThrow("it is no backup");
    await expect(read({ ...empty, version: 2 })).rejects.toThrow(
      "version: 2 is newer than 1, the newest that can be read",
    );
    await expect(read({ ...empty, version: "x" })).rejects.toThrow('version: "x" is no version of a backup');
    await expect(read({ ...empty, sections: { nosuch: [] } })).rejects.toThrow(
      "sections.nosuch: there is no such section",
    );
    await expect(read({ ...empty, sections: { link: 1 } })).rejects.toThrow(
      "sections.link: is not an array of objects",
    );
    const present = await save();
    expect(() => difference({} as Backup, present)).toThrow("it is no backup");
    await expect(firstValueFrom(backup$(connections, { sections: ["nosuch"] }))).rejects.toThrow("sections");
    await expect(firstValueFrom(backup$({} as never))).rejects.toThrow("connections");
  });

  it("ends when it is unsubscribed", async () => {
    const [place, source] = [await open(), await open()];
    source.run("ip rule add from 10.0.0.0/8 lookup 100 priority 1000; nft add table inet t");
    const saved = await source.save();
    await firstValueFrom(restore$(place.connections, saved));
    expect(place.run("nft list ruleset")).toBe("");
    expect(failuresOf(await place.restore(saved))).toEqual([]);
    expect(place.run("nft list ruleset")).toContain("table inet t");
  });
});

// The algorithms of the kernel, compared with /proc/crypto.
import { readFileSync } from "node:fs";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";
import { firstValueFrom, type Observable, toArray } from "rxjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CryptoAlg, type CryptoUser, cryptoAlgFlags, cryptoUser } from "#src/crypto/index.js";
import { describeWith, run } from "../support/kernel.js";

const all = <T>(stream$: Observable<T>): Promise<T[]> => firstValueFrom(stream$.pipe(toArray()));

/** Returns the algorithms that /proc/crypto shows, in the order of the list. */
function theirs(): Record<string, string>[] {
  const blocks = readFileSync("/proc/crypto", "utf8").trim().split("\n\n");
  return blocks.map((block) =>
    Object.fromEntries(block.split("\n").map((line) => line.split(":").map((part) => part.trim()))),
  );
}

/** The words of /proc/crypto for what a report says. */
const WORDS = [
  ["blocksize", "blocksize"],
  ["digestsize", "digestsize"],
  ["minKeysize", "min keysize"],
  ["maxKeysize", "max keysize"],
  ["ivsize", "ivsize"],
  ["maxauthsize", "maxauthsize"],
  ["seedsize", "seedsize"],
] as const;

/** Returns an algorithm in the words of /proc/crypto. */
function printed(alg: CryptoAlg): Record<string, string> {
  const [report = {}] = Object.entries(alg).flatMap(([key, value]) =>
    key.startsWith("report") ? [value] : [],
  );
  const said = report as Readonly<Record<string, unknown>>;
  return {
    name: alg.name,
    driver: alg.driverName,
    module: alg.moduleName,
    priority: String(alg.priorityVal),
    internal: cryptoAlgFlags.has(alg.flags, "internal") ? "yes" : "no",
    ...Object.fromEntries(WORDS.flatMap(([key, word]) => (key in said ? [[word, String(said[key])]] : []))),
  };
}

describeWith({ protocol: "crypto", modules: ["crypto_user"] }, "the crypto API", () => {
  let transport: KernelTransport;
  let alg: CryptoUser["alg"];

  beforeAll(() => {
    transport = kernelTransport();
    ({ alg } = cryptoUser({ transport }));
    run("modprobe -a gcm cbc deflate lzo ecdh_generic rsa_generic || true");
  });
  afterAll(() => transport.close());

  it("lists what /proc/crypto lists", async () => {
    const known = theirs();
    const ours = await all(alg.list$());
    const names = (one: Record<string, string>) => [one.name, one.driver, one.module, one.priority];
    expect(ours.map(printed).map(names)).toEqual(known.map(names));
    for (const [index, one] of ours.map(printed).entries()) {
      const shared = Object.keys(one).filter((key) => key in known[index]!);
      expect(shared.map((key) => [key, one[key]])).toEqual(shared.map((key) => [key, known[index]![key]]));
    }
    expect(ours.filter((one) => "unknown" in one)).toEqual([]);
    expect(ours.length).toBeGreaterThan(20);
  });

  it("gets an algorithm by its name, and by that of an implementation", async () => {
    const [sha256] = await all(alg.get$({ name: "sha256" }));
    expect(sha256).toMatchObject({ name: "sha256", reportHash: { type: "shash", digestsize: 32 } });
    const [same] = await all(alg.get$({ driverName: sha256!.driverName }));
    expect(same!.driverName).toBe(sha256!.driverName);
    await expect(all(alg.get$({ name: "rot13" }))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("makes an algorithm from templates, changes its priority and removes it", async () => {
    const made = "ctr(cast6)";
    await expect(all(alg.add$({ name: "hmac(rot13)" }))).rejects.toMatchObject({ code: "ENOENT" });
    await all(alg.add$({ name: made }));
    const [{ driverName = "" } = {}] = await all(alg.get$({ name: made }));
    await all(alg.change$({ driverName, priorityVal: 77 }));
    expect(theirs().find(({ driver }) => driver === driverName)!.priority).toBe("77");
    await all(alg.delete$({ name: made }));
    expect(theirs().some(({ driver }) => driver === driverName)).toBe(false);
    await expect(all(alg.add$({ name: "sha256" }))).rejects.toMatchObject({ code: "EEXIST" });
  });

  it("hints at the reasons of refusals", async () => {
    await expect(all(alg.delete$({ name: "sha256" }))).rejects.toMatchObject({
      code: "EINVAL",
      hint: expect.stringContaining("templates"),
    });
    await expect(all(alg.add$({ name: "ctr(aes)", priorityVal: 3 }))).rejects.toMatchObject({
      hint: expect.stringContaining("driverName"),
    });
  });

  it("releases the default generator of random numbers, whose message has no header", async () => {
    expect(await all(alg.deleteRng$())).toEqual([{}]);
  });
});

// Fingerprints, compared with nfnl_osf: the kernel removes only what is the same in every byte. All namespaces share them, so
// each test removes what it adds.
import { existsSync, readFileSync } from "node:fs";
import { Writer } from "@rxnetlink/core/schema";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type NfOsfUserFinger, nfOsfUserFinger } from "#src/osf/layout.js";
import { parseFingerprint } from "#src/osf/parse-fingerprint.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(source$: Observable<T>) => lastValueFrom(source$.pipe(toArray()));

function sizeOf(finger: NfOsfUserFinger): number {
  const out = new Writer();
  nfOsfUserFinger.write(out, finger);
  return out.take().length;
}

/** Lines of pf.os of a system that does not exist. */
const LINES = [
  "S4:64:1:60:M*,S,T,N,W7:Nonesuch:1::Nonesuch 1",
  "%8192:128:1:48:M1460,N,N,S:@Nonesuch:2:b:Nonesuch 2",
  "T2:255:0:44:M%512:Nonesuch:3::Nonesuch 3",
  "*:64:0:44:M*,E:Nonesuch:4::",
];

/** Root of another user namespace than the first may not change fingerprints. */
const isRoot = process.getuid?.() === 0 && /^\s*0\s+0\s/.test(readFileSync("/proc/self/uid_map", "utf8"));
if (!isRoot) console.log("fingerprints skipped: they need root in the first user namespace");

/** The list of fingerprints that nftables brings. */
const LIST = "/usr/share/doc/nftables/examples/pf.os";

describeWith(["nfnl_osf"], "fingerprints", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(() => kernel.close());

  it.runIf(isRoot).each(LINES)("adds and removes what nfnl_osf does: %s", async (line) => {
    const finger = parseFingerprint(line);
    const { osf } = kernel.nf;
    const nfnlOsf = (options: string) => kernel.run(`echo '${line}' | nfnl_osf ${options} -f /dev/stdin`);
    nfnlOsf("");
    await expect(all(osf.add$({ finger }))).rejects.toMatchObject({ code: "EEXIST" });
    await all(osf.delete$({ finger }));
    await expect(all(osf.delete$({ finger }))).rejects.toMatchObject({ code: "ENOENT" });
    await all(osf.add$({ finger }));
    nfnlOsf("-d");
    await expect(all(osf.delete$({ finger }))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

it.skipIf(!existsSync(LIST))("reads the list of fingerprints that nftables brings", () => {
  const lines = readFileSync(LIST, "utf8")
    .split("\n")
    .filter((line) => /^[^#\s]/.test(line));
  expect(lines.length).toBeGreaterThan(200);
  for (const line of lines) expect(nfOsfUserFinger.size).toBe(sizeOf(parseFingerprint(line)));
});

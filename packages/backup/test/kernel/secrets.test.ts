// Keys of IPsec are saved only if asked for, and no step shows them.
import { expect, it, type TestContext } from "vitest";
import { describeBackup, failuresOf, fromFile, type Place, wordsOf } from "../support/namespaces.js";

const KEY = "000102030405060708090a0b0c0d0e0f10111213";
const OTHER = "ff0102030405060708090a0b0c0d0e0f10111213";
const add = (spi: number, key: string, more = "") =>
  `ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi ${spi} mode tunnel reqid 7 ${more} aead 'rfc4106(gcm(aes))' 0x${key} 128`;
const STATES = ["esp 256 from 192.0.2.1 to 192.0.2.2", "esp 257 from 192.0.2.1 to 192.0.2.2"];

/** Makes a state; skips the test where the kernel lacks ESP. */
function makeFirst({ run }: Place, context: TestContext): void {
  try {
    run(`${add(0x100, KEY)} 2>&1`);
  } catch (error) {
    const why = `there is no ESP: ${(error as { stdout: string }).stdout.trim()}`;
    console.log(`states of IPsec are not tested: ${why}`);
    context.skip(why);
  }
}

/** Makes states, one of which expires. */
function build(place: Place, context: TestContext): void {
  const { run } = place;
  makeFirst(place, context);
  run(add(0x101, KEY, "flag esn replay-window 64"));
  run(add(0x102, KEY, "limit time-hard 600"));
}

describeBackup("states of IPsec", (open) => {
  it("are left out with their keys", async (context) => {
    const place = await open();
    build(place, context);
    const saved = await place.save();
    expect(saved.sections).not.toHaveProperty("xfrmState");
    expect(saved.notes).toContainEqual({
      section: "xfrmState",
      reason: "it holds keys, which only the option keys saves",
    });
    expect(JSON.stringify(saved)).not.toContain(KEY);
    expect(await place.restore(saved, { prune: true })).toEqual([]);
  });

  it("are restored with their keys, if these were asked for", async (context) => {
    const [source, target] = [await open(), await open()];
    build(source, context);
    const saved = fromFile(await source.save({ keys: true }));
    expect(saved.notes).toContainEqual({
      section: "xfrmState",
      subject: "esp 258 from 192.0.2.1 to 192.0.2.2",
      reason: "it expires after 600 s",
    });
    const outcomes = await target.restore(saved, { prune: true });
    expect(failuresOf(outcomes)).toEqual([]);
    const added = STATES.map((state) => `add xfrmState ${state}`);
    expect(wordsOf(outcomes.map(({ step }) => step)).sort()).toEqual(added);
    expect(JSON.stringify(outcomes)).not.toContain(KEY);
    const again = await target.save({ keys: true });
    expect(new Set(again.sections.xfrmState)).toEqual(new Set(saved.sections.xfrmState));
    expect(await target.restore(saved, { prune: true })).toEqual([]);
  });

  it("are compared without their keys", async (context) => {
    const place = await open();
    makeFirst(place, context);
    const saved = await place.save({ keys: true });
    place.run("ip xfrm state flush");
    place.run(add(0x100, OTHER));
    expect(await place.differing(saved)).toEqual([]);
    place.run("ip xfrm state flush");
    place.run(add(0x100, OTHER, "flag noecn"));
    const steps = await place.differing(saved);
    expect(wordsOf(steps)).toEqual([`change xfrmState ${STATES[0]}`]);
    const planned = await place.restore(saved, { dryRun: true });
    const outcomes = await place.restore(saved);
    expect(failuresOf(outcomes)).toEqual([]);
    expect(JSON.stringify([steps, planned, outcomes])).not.toMatch(new RegExp(`${KEY}|${OTHER}`));
    expect(place.run("ip xfrm state")).toContain(KEY);
  });

  it("fail one by one without their keys", async (context) => {
    const [source, target] = [await open(), await open()];
    makeFirst(source, context);
    source.run("ip xfrm policy setdefault in block");
    const saved = await source.save({ keys: true });
    const states = saved.sections.xfrmState!.map((state) => ({
      ...state,
      algAead: { ...(state.algAead as object), key: undefined },
    }));
    const outcomes = await target.restore(
      fromFile({ ...saved, sections: { ...saved.sections, xfrmState: states } }),
    );
    expect(failuresOf(outcomes)).toEqual([
      expect.stringMatching(/^add xfrmState esp 256 .*key: is missing: it was left out/),
    ]);
    expect(target.run("ip xfrm policy getdefault")).toContain("in:  block");
  });
});

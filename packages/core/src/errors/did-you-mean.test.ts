import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "#src/errors/did-you-mean.js";

const MEMBERS = ["ifname", "index", "mtu", "address", "prefixlen", "linkinfo", "numTxQueues", "gateway"];

describe("didYouMean", () => {
  it.each([
    ["ifnam", "ifname"],
    ["ifanme", "ifname"],
    ["IFNAME", "ifname"],
    ["num_tx_queues", "numTxQueues"],
    ["prefixLength", "prefixlen"],
    ["prefix-len", "prefixlen"],
    ["addr", "address"],
    ["mut", "mtu"],
    ["gatway", "gateway"],
    ["colour", undefined],
    ["", undefined],
    ["x".repeat(100_000), undefined],
  ])("takes %s for %s", (word, meant) => expect(nearest(word, MEMBERS)).toBe(meant));

  it("suggests a word, or nothing", () => {
    expect(didYouMean("bridg", ["bond", "bridge"])).toBe("did you mean bridge?");
    expect(didYouMean(5, ["bond", "bridge"])).toBeUndefined();
  });
});

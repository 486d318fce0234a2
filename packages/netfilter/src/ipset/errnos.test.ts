import { expect, test } from "vitest";
import { explainErrno, ipsetErrors } from "#src/ipset/errnos.js";

test.each([
  [4103, "hash:ip", "add", "IPSET_ERR_EXIST", /already/],
  [4103, "hash:ip", "delete", "IPSET_ERR_EXIST", /is not in the set/],
  [4103, "hash:ip", "test", "IPSET_ERR_EXIST", /is not in the set/],
  [4103, undefined, "list", "IPSET_ERR_EXIST", /or does not/],
  [4101, undefined, "rename", "IPSET_ERR_EXIST_SETNAME2", /new name exists/],
  [4101, undefined, "swap", "IPSET_ERR_EXIST_SETNAME2", /second set does not exist/],
  [4352, "hash:net,iface", "add", "IPSET_ERR_HASH_FULL", /full/],
  [4352, "list:set", "add", "IPSET_ERR_NAME", /no such set/],
  [4352, "bitmap:port", "add", "IPSET_ERR_BITMAP_RANGE", /out of the range/],
  [4357, "hash:ip", "add", "IPSET_ERR_HASH_RANGE", /range/],
  [4357, "list:set", "add", "IPSET_ERR_REF_EXIST", /not in the list/],
  [17, "hash:ip", "create", undefined, /of that name exists/],
  [2, "hash:ip", "add", undefined, /no such set/],
] as const)("errno %i of %s on %s is %s", (errno, typename, verb, code, text) => {
  const explained = explainErrno({ errno }, typename, verb);
  expect(explained?.code).toBe(code);
  expect(explained?.text).toMatch(text);
});

test("errnos without a meaning of their own are left to the kernel's", () => {
  for (const errno of [1, 17, 4116, 4400]) expect(explainErrno({ errno }, "hash:ip", "add")).toBeUndefined();
  expect(explainErrno({ errno: 4352 }, undefined, "add")).toBeUndefined();
  expect(explainErrno({ errno: 4358 }, "hash:ip", "add")).toBeUndefined();
});

test("every errno that all types share has a name like the kernel's, and a meaning", () => {
  const { typeSpecific: _, ...common } = ipsetErrors.values;
  for (const errno of Object.values(common))
    expect(explainErrno({ errno }, undefined, "add")).toMatchObject({
      code: expect.stringMatching(/^IPSET_ERR_[A-Z0-9_]+$/),
      text: expect.stringMatching(/^[a-z0-9]/i),
    });
});

import { Connection } from "@rxnetlink/core";
import { one } from "@rxnetlink/core/promises";
import { scriptedTransport } from "@rxnetlink/testing";
import { expect, test } from "vitest";
import { linkLookup } from "#src/link/link-index.js";

test.each([
  ["eth0", "get link ifname=eth0"],
  ["a-name-of-more-than-15", "get link altIfname=a-name-of-more-than-15"],
])("a lookup of %s that fails names its request", async (name, text) => {
  const connection = new Connection(
    scriptedTransport(() => {}),
    { protocol: 0, timeout: 1 },
  );
  await expect(one(linkLookup(connection)(name))).rejects.toMatchObject({
    name: "RequestTimeoutError",
    message: expect.stringContaining(text),
  });
});

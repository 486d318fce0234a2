// What a user without privileges sees of the sockets of others, and may not do.
import { fileURLToPath } from "node:url";
import { all } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const PROGRAM = fileURLToPath(new URL("../support/without-privileges.js", import.meta.url));

describeWith(["python3", "setpriv"], "a user without privileges", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
    await kernel.python.run(`
server = socket(AF_INET)
server.setsockopt(SOL_SOCKET, 36, 0x2a)
server.bind(("127.0.0.1", 8080))
server.listen()`);
  });
  afterEach(() => kernel.close());

  it("sees sockets without their marks, and destroys none", async (context) => {
    if (process.getuid?.() !== 0) return context.skip("needs root, to become someone else");
    const nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    const seen: unknown = JSON.parse(kernel.run(`${nobody} '${process.execPath}' '${PROGRAM}'`));
    expect(seen).toEqual({
      ports: [8080],
      marked: false,
      code: "EPERM",
      hint: expect.stringContaining("CAP_NET_ADMIN"),
    });
    expect(await all(kernel.diag.tcp.list$({ state: "listen" }))).toMatchObject([
      { mark: 0x2a, sport: 8080 },
    ]);
  });
});

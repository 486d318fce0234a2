// What the kernel refuses outside of the initial user namespace, and how the errors explain it.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const modules = { transport: "@rxnetlink/transport", audit: "@rxnetlink/events/audit" };
const PROGRAM = `
  import { lastValueFrom } from "rxjs";
  import { kernelTransport } from ${JSON.stringify(modules.transport)};
  import { audit } from ${JSON.stringify(modules.audit)};
  const transport = kernelTransport();
  const kernel = audit({ transport });
  const refusalOf = (source$) => lastValueFrom(source$).then(() => "none", ({ code, hint }) => ({ code, hint }));
  const refusals = await Promise.all([
    refusalOf(kernel.status.get$()),
    refusalOf(kernel.rule.list$()),
    refusalOf(kernel.user$("op=x")),
    refusalOf(kernel.records$()),
  ]);
  console.log(JSON.stringify(refusals));
  await transport.close();`;

/** Runs the program by a command that takes rights away. */
function refusals(...command: readonly string[]): { code: string; hint: string }[] {
  const [program, ...args] = [...command, process.execPath, "--input-type=module", "--eval", PROGRAM];
  const cwd = new URL("../../../", import.meta.url).pathname;
  const { stdout, stderr } = spawnSync(program!, args, { cwd, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

const hasNamespaces = spawnSync("unshare", ["--user", "--map-root-user", "true"]).status === 0;
test.skipIf(!hasNamespaces)(
  `in a user namespace, all requests${hasNamespaces ? "" : " (skipped: user namespaces cannot be created)"}`,
  () => {
    const [status, rules, message, records] = refusals("unshare", "--user", "--map-root-user");
    for (const one of [status, rules, message])
      expect(one).toEqual({ code: "ECONNREFUSED", hint: expect.stringContaining("not for containers") });
    expect(records).toEqual({ code: "EPERM", hint: expect.stringContaining("CAP_AUDIT_READ") });
  },
);

const isRoot = process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;
test.skipIf(!isRoot)(
  `without capabilities, all requests${isRoot ? "" : " (skipped: needs root, and setpriv)"}`,
  () => {
    const caps = ["--bounding-set", "-all", "--inh-caps", "-all", "--reuid", "65534", "--clear-groups"];
    const [status, rules, message, records] = refusals("setpriv", ...caps);
    for (const one of [status, rules])
      expect(one).toEqual({ code: "EPERM", hint: expect.stringContaining("CAP_AUDIT_CONTROL") });
    expect(message).toEqual({ code: "EPERM", hint: expect.stringContaining("CAP_AUDIT_WRITE") });
    expect(records).toEqual({ code: "EPERM", hint: expect.stringContaining("CAP_AUDIT_READ") });
  },
);

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, rxnl, why } from "../../support/rxnl.js";

const SPEC = `
name: links
protocol: netlink-raw
protonum: 0
definitions:
  - name: ifinfomsg
    type: struct
    members:
      - { name: family, type: u16 }
      - { name: link-type, type: u16 }
      - { name: index, type: s32 }
      - { name: flags, type: u32, display-hint: hex }
      - { name: change, type: u32 }
attribute-sets:
  - name: link
    attributes:
      - { name: ifname, value: 3, type: string, checks: { max-len: 15 } }
      - { name: link-info, value: 18, type: nest, nested-attributes: info }
  - { name: info, attributes: [{ name: kind, type: string }] }
operations:
  enum-model: directional
  fixed-header: ifinfomsg
  list:
    - { name: new-link, doc: Makes a link., attribute-set: link, do: { request: { value: 16 } } }
    - name: get-link
      attribute-set: link
      do: { request: { value: 18 }, reply: { value: 16 } }
      dump: { request: { value: 18 }, reply: { value: 16 } }
    - { name: link-ntf, value: 16, notify: get-link }
mcast-groups:
  list: [{ name: link, value: 1 }]
`;

const folder = mkdtempSync(join(tmpdir(), "rxnl-ynl-"));
const spec = join(folder, "links.yaml");
beforeAll(() => writeFileSync(spec, SPEC));
afterAll(() => rmSync(folder, { recursive: true }));

describe("rxnl ynl, without a kernel", () => {
  it("lists operations and groups", () => {
    expect(rxnl(["ynl", spec]).stdout).toBe(
      "new-link  do\nget-link  do dump\nlink-ntf  notification\nlink      group\n",
    );
    expect(JSON.parse(rxnl(["ynl", spec, "--json"]).stdout)).toMatchObject({
      name: "links",
      groups: { link: 1 },
      operations: { "new-link": { do: { request: 16 } } },
    });
  });

  it("prints the family as TypeScript", () => {
    const { stdout } = rxnl(["ynl", spec, "--types"]);
    expect(stdout).toContain("ifname: [3, limited(string, { maxLength: 15, terminator: 1 })],");
    expect(stdout).toContain("/** Makes a link. */");
  });

  it.each([
    [["--do", "new-lnik"], "no operation new-lnik (did you mean new-link?)"],
    [["--do", "new-link", "ifnam=x"], "ifnam: no such member of link (did you mean ifname?)"],
    [["--do", "new-link", "--dump", "get-link"], "--do and --dump: choose one"],
  ])("complains about %j", (args, message) => {
    const { status, stderr } = rxnl(["ynl", spec, ...args]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it("names the fault of a description, or why there is none", () => {
    writeFileSync(join(folder, "bad.yaml"), SPEC.replace("type: string", "type: text"));
    const { status, stderr } = rxnl(["ynl", join(folder, "bad.yaml")]);
    expect(stderr).toContain(
      "attribute-sets[link].attributes[ifname].type: no such type of an attribute: text",
    );
    expect(status).toBe(1);
    expect(rxnl(["ynl", join(folder, "none.yaml")])).toMatchObject({ status: 2 });
  });
});

describe.skipIf(why !== undefined)(`rxnl ynl${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  const around = aroundSandbox();
  const following = aroundFollowing(around.inside);

  it("makes requests, by words or JSON, with the names of the description", () => {
    const made = around.inNamespace(
      ...["ynl", spec, "--do", "new-link", "--create", "--excl", "ifname=b0", "link-info.kind=bridge"],
    );
    expect(made).toMatchObject({ status: 0, stdout: "" });
    const { stdout } = around.inNamespace("ynl", spec, "--do", "get-link", "--json", '{"ifname":"b0"}');
    expect(JSON.parse(stdout)).toMatchObject({ ifname: "b0", linkInfo: { kind: "bridge" } });
    const again = around.inNamespace(
      ...[
        "ynl",
        spec,
        "--do",
        "new-link",
        "--create",
        "--excl",
        '{"ifname":"b0","link-info":{"kind":"bridge"}}',
      ],
    );
    expect(again.stderr).toMatch(/^rxnl: new-link links ifname=b0: EEXIST/);
    expect(again.status).toBe(1);
  });

  it("lists, as text or JSON", () => {
    expect(around.inNamespace("ynl", spec, "--dump", "get-link").stdout).toMatch(
      /^family 0 linkType 772 index 1 flags 0x10049 change 0 ifname lo unknown </,
    );
    expect(around.json("ynl", spec, "--dump", "get-link")[0]).toMatchObject({
      ifname: "lo",
      flags: 0x1_0049,
    });
  });

  it("follows notifications until Ctrl-C", async () => {
    const text = await following("ynl", spec, "--subscribe", "link");
    around.sandbox.run("ip link add b1 type bridge");
    expect(await text.line()).toMatch(/^link-ntf family 0 linkType 1 index \d+ flags 0x1002 .* ifname b1 /);
    expect(await text.interrupted()).toBe(130);
  });
});

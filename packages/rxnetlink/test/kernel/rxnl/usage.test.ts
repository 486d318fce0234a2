import { describe, expect, it } from "vitest";
import { rxnl } from "../../support/rxnl.js";

describe("the command line", () => {
  it.each<[string, string[], string]>([
    ["an unknown command", ["frobnicate"], "unknown command"],
    ["an unknown option", ["link", "list", "--frobnicate"], "unknown option"],
    ["a word without =", ["link", "list", "ifname"], "expected KEY=VALUE"],
    [
      "an unknown member",
      ["link", "add", "linkinfo.data.vxlan.idd=1"],
      "linkinfo.data.vxlan.idd: no such member of linkinfo-vxlan-attrs (did you mean id?)",
    ],
    ["a member without its parents", ["link", "add", "kind=veth"], "did you mean linkinfo.kind?"],
    ["a value of another member", ["link", "add", "type=veth"], "did you mean linkinfo.kind=veth?"],
    ["a prefix that is too long", ["route", "add", "dst=192.0.2.0/33"], "a number from 0 to 32"],
    ["such a prefix of an address", ["address", "add", "local=::1/129"], "a number from 0 to 128"],
    ["a misspelt table", ["route", "list", "table=mian"], 'table: "mian" is not a u32'],
    ["a name alone", ["link", "get", "eth0"], "expected KEY=VALUE, such as ifname=eth0"],
    ["a misspelt object", ["lnk", "list"], "rxnl: unknown command 'lnk' (did you mean link?)"],
    ["a misspelt verb", ["link", "lst"], "Did you mean list?"],
    ["a misspelt option", ["link", "list", "--jsn"], "Did you mean --json?"],
    ["a value that does not fit", ["link", "add", "mtu=many"], 'mtu: "many" is not a u32'],
    ["no value", ["link", "add", "mtu="], 'mtu: "" is not a u32'],
    [
      "a 64-bit value that is not a number",
      ["link", "list", "stats64.rxPackets=x"],
      'rxPackets: "x" is not a u64',
    ],
    ["an unknown name", ["link", "add", "flags=upp"], "did you mean up?"],
    ["an unknown word", ["route", "add", "type=unicst"], "did you mean unicast?"],
    [
      "a value for a member that has members",
      ["link", "add", "linkinfo=vxlan"],
      "linkinfo: set one of its members, such as linkinfo.kind=…",
    ],
    ["a gap", ["route", "add", "multipath[5].ifindex=1"], "multipath[5]: multipath[0] is missing"],
    ["a far gap", ["route", "add", "multipath[4294967294].ifindex=1"], "multipath[0] is missing"],
    ["a member given twice", ["link", "add", "mtu=1", "mtu=2"], "mtu: given twice"],
    ["a whole member given twice", ["link", "add", "linkinfo={}", "linkinfo={}"], "linkinfo: given twice"],
    ["malformed JSON", ["link", "add", "linkinfo={kind}"], "linkinfo: not JSON"],
    ["JSON that does not fit", ["link", "add", 'linkinfo={"knd":"veth"}'], "linkinfo.knd: no such member"],
    [
      "an object as JSON that does not fit",
      ["link", "add", '{"ifnam":"veth"}'],
      "ifnam: no such member of link (did you mean",
    ],
    ["an incomplete object as JSON", ["link", "add", "{"], "not JSON"],
    [
      "a property of every JavaScript object",
      ["link", "add", "constructor=1"],
      "constructor: no such member of link",
    ],
  ])("ends with status 2 for %s", (_, args, text) => {
    const { status, stderr } = rxnl(args);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(2);
  });

  it("prints pages of the manual", () => {
    expect(rxnl(["man", "rule"]).stdout).toMatch(
      /^\.TH "RXNL\\-RULE" 1 .*\n\.SH NAME\nrxnl\\-rule \\- list, /,
    );
    expect(rxnl(["man"]).stdout).toContain('.SH "COMMANDS"');
    expect(rxnl(["man", "nft", "x"])).toMatchObject({ status: 2, stderr: 'rxnl: no manual of "x"\n' });
  });

  it("prints help and its version", () => {
    expect(rxnl(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("monitor") });
    expect(rxnl(["--version"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

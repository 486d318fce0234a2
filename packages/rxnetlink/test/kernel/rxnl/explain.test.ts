// The bytes of messages, drawn with the names of what they hold.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rxnl } from "../../support/rxnl.js";

const explain = (...words: string[]) => rxnl(["explain", ...words]);
const packages = new URL("../../../../../", import.meta.url);

/** The bytes of a message that a kernel sent. */
const golden = (path: string) =>
  readFileSync(new URL(path, packages), "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*/, ""))
    .join(" ");

it("names each attribute of a message, with its value", () => {
  const { stdout } = explain(golden("route/test/golden/address-ipv4-label.hex"));
  const lines = stdout.split("\n");
  expect(lines[0]).toBe("new address");
  expect(lines[1]).toMatch(/^0000 {2}60 00 00 00 14 00 02 00 {2}nlmsghdr {2}length=96 type=20 /);
  expect(lines).toContain("0018  08 00 01 00 c0 00 02 01  address  192.0.2.1");
  expect(lines).toContain("0030  0b 00 03 00 76 30 3a 77  label  v0:wan");
  expect(lines).toContain("0038  61 6e 00 00");
  expect(stdout).toMatch(/ {2}cacheinfo {2}prefered=1800 valid=3600 /);
});

it("names nested attributes by their paths", () => {
  const { stdout } = explain(golden("route/test/golden/link-vxlan-external.hex"));
  expect(stdout).toMatch(/^[0-9a-f]{4} {2}08 00 01 00 00 00 00 00 {2}linkinfo\.data\.vxlan\.id {2}0$/m);
});

it.each([
  ["with a prefix", "0x14000000 0x0300 0x0000 0x01000000 0x00000000 0x00000000"],
  [
    "as strace prints them",
    String.raw`\x14\x00\x00\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00`,
  ],
  [
    "as xxd prints them",
    "00000000: 1400 0000 0300 0000 0100 0000 0000 0000  ................\n00000010: 0000 0000  ....",
  ],
  [
    "as hexdump -C prints them",
    "00000000  14 00 00 00 03 00 00 00  01 00 00 00 00 00 00 00  |................|\n00000010  00 00 00 00  |....|",
  ],
])("accepts bytes %s", (_, text) => {
  expect(explain(text).stdout.split("\n")[0]).toBe("done");
});

it("draws what it does not know, and messages that are broken", () => {
  const unknown = explain("14 00 00 00 ff 0f 00 00 01 00 00 00 00 00 00 00 2a 00 00 00").stdout;
  expect(unknown).toContain("message of type 4095");
  expect(unknown).toContain("0010  2a 00 00 00              payload");
  const cut = explain(
    "24 00 00 00 14 00 00 00 01 00 00 00 00 00 00 00 02 18 00 00 03 00 00 00 ff 00 01 00 c0 00 02 01",
  );
  expect(cut.status).toBe(1);
  expect(cut.stderr).toContain("rxnl: ");
});

it.each([
  ["zz", "expected bytes in hexadecimal"],
  ["123", "expected bytes in hexadecimal"],
])("refuses %s", (text, message) => {
  const { status, stderr } = explain(text);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

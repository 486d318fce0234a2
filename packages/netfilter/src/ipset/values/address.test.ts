import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { address, ipaddrAttributes, network } from "#src/ipset/values/address.js";

test.each([
  ["192.0.2.1", { ipv4: "192.0.2.1" }],
  ["2001:db8::1", { ipv6: "2001:db8::1" }],
])("%s is a nest of its family", (text, nest) => {
  const out = new Writer();
  address.write(out, text);
  expect(ipaddrAttributes.read(out.view, 0, out.at)).toEqual(nest);
  expect(address.read(out.view, 0, out.at)).toBe(text);
});

test("an address that may have the length of a prefix is written without it", () => {
  const out = new Writer();
  network.write(out, "192.0.2.0/24");
  expect(address.read(out.view, 0, out.at)).toBe("192.0.2.0");
  expect(() => network.write(out, "192.0.2.0/33")).toThrow("192.0.2.0/33");
});

import { EncodeError } from "@rxnetlink/core";
import { describe, expect, it } from "vitest";
import { formatHandle, handle, majorOf, minorOf, TC_H_INGRESS, TC_H_ROOT } from "#src/tc/values/handle.js";

describe("a handle", () => {
  it.each([
    ["1:10", 0x0001_0010],
    ["1:", 0x0001_0000],
    [":2", 2],
    ["ffff:fff2", 0xffff_fff2],
    ["8001:", 0x8001_0000],
    ["0x10010", 0x0001_0010],
    ["10010", 0x0001_0010],
    ["root", TC_H_ROOT],
    ["none", 0],
    ["ingress", TC_H_INGRESS],
  ])("%s is %i", (text, value) => expect(handle(text)).toBe(value));

  it.each(["", "1:10:", "1:fffff", "x:1", "-1:", "1:-1", "toString", "123456789"])("rejects %j", (text) =>
    expect(() => handle(text)).toThrow(EncodeError),
  );

  it("is made of two numbers", () => {
    expect(handle(1, 0x10)).toBe(handle("1:10"));
    expect(handle(0x8001)).toBe(0x8001_0000);
    expect([majorOf(handle("8001:2")), minorOf(handle("8001:2"))]).toEqual([0x8001, 2]);
  });

  it.each(["1:10", "1:", ":2", "ffff:fff2", "root", "none"])("%s is formatted as it is parsed", (text) =>
    expect(formatHandle(handle(text))).toBe(text),
  );
});

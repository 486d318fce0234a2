import { EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { allowedip, canonicalAllowedip } from "#src/wireguard/device/allowedip.js";
import { endpoint } from "#src/wireguard/device/endpoint.js";
import { endpointText, parseEndpoint } from "#src/wireguard/device/endpoint-text.js";

/** Writes a value and reads it again. */
function again<T>(
  type: { write(out: Writer, value: T): void; read(view: DataView, at: number, end: number): T },
  value: T,
) {
  const out = new Writer();
  type.write(out, value);
  return { value: type.read(out.view, 0, out.at), length: out.at };
}

describe("an endpoint", () => {
  test.each([
    ["192.0.2.1:51820", { address: "192.0.2.1", port: 51820 }, 16],
    ["[2001:db8::1]:1", { address: "2001:db8::1", port: 1 }, 28],
    ["[fe80::1%3]:65535", { address: "fe80::1", port: 65535, scopeId: 3 }, 28],
  ])("%s is read, written as the kernel expects, and printed", (text, value, length) => {
    expect(parseEndpoint(text)).toEqual(value);
    expect(again(endpoint, value)).toEqual({ value, length });
    expect(endpointText(value)).toBe(text);
  });

  test.each([
    "192.0.2.1",
    "192.0.2.1:65536",
    "[192.0.2.1]:1",
    "2001:db8::1:5",
    "host:5",
    "[fe80::1%eth0]:5",
    "",
  ])("is not %s", (text) => expect(() => parseEndpoint(text)).toThrow(EncodeError));

  test.each([
    [{ address: "192.0.2.1", port: 0 }, "port"],
    [{ address: "192.0.2.1", port: 5, scopeId: 3 }, "scopeId"],
    [{ address: "nowhere", port: 5 }, "address"],
    [{ address: "192.0.2.1", port: 5, nope: 1 }, "nope"],
  ])("of %j is refused with the place", (value, path) => {
    expect(() => endpoint.write(new Writer(), value)).toThrow(expect.objectContaining({ path }));
  });
});

describe("an allowed IP", () => {
  test.each([
    ["10.1.2.3/8", "10.0.0.0/8"],
    ["192.0.2.1", "192.0.2.1/32"],
    ["192.0.2.129/25", "192.0.2.128/25"],
    ["2001:DB8:0::1/33", "2001:db8::/33"],
    ["::/0", "::/0"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["-10.1.0.0/8", "-10.0.0.0/8"],
  ])("%s is %s to the kernel", (text, canonical) => {
    expect(canonicalAllowedip(text)).toBe(canonical);
    expect(again(allowedip, canonical).value).toBe(canonical);
  });

  test.each(["10.0.0.0/33", "::/129", "10.0.0/8", "", "default", "10.0.0.0/-1"])("is not %s", (text) =>
    expect(() => canonicalAllowedip(text)).toThrow(EncodeError),
  );
});

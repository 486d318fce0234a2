import { SystemError } from "@rxnetlink/core";
import { expect, it } from "vitest";
import { portable } from "#src/client/portable-options.js";

it("keeps the options of a pump, and nothing that cannot cross to its thread", () => {
  const namespace = { fd: 5, path: "/proc/1/fd/5", close() {} };
  const options = { protocol: 0, groups: [1], strict: false, namespace, timeout: 1, listening() {} };
  const plain = portable(options);
  expect(plain).toEqual({ protocol: 0, groups: [1], strict: false, namespace: { fd: 5 } });
  expect(structuredClone(plain)).toEqual(plain);
});

it.each([-1, 1.5, "5", undefined])("rejects %j as a descriptor", (fd) => {
  const open = () => portable({ protocol: 0, namespace: { fd: fd as number } });
  expect(open).toThrow(SystemError);
  expect(open).toThrow("the network namespace is closed");
});

it.each(["blue", "/run/netns/blue", 1])("keeps the namespace %j unchanged", (namespace) => {
  expect(portable({ protocol: 0, namespace })).toEqual({ protocol: 0, namespace });
});

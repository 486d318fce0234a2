// The part of a fake kernel that knows no family: `@rxnetlink/testing/fake`.

export { FakeNetlink, type FakeNetlinkOptions, type NotifyOptions } from "./fake-netlink.js";
export type { FakeObject } from "./fake-object.js";
export { type Cause, type FakeRequest, hasFlags } from "./fake-request.js";
export type { FakeTransportOptions } from "./fake-transport.js";
export {
  type Fault,
  type FaultRule,
  type FaultSource,
  type Occasion,
  randomFaults,
  randomNumbers,
  scriptedFaults,
} from "./faults.js";
export { Rejection, reject, rejectUnmodelled } from "./rejection.js";

import {
  attributes,
  hex,
  type Infer,
  message,
  nest,
  pad,
  refine,
  type Sized,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";
import { anyAddress, inFamily } from "../common/address.js";
import { ifId } from "../common/if-id.js";
import { markStruct } from "../common/mark.js";
import { xfrmProto } from "../common/proto.js";
import { secCtx } from "../common/sec-ctx.js";
import { type XfrmSelector, xfrmSelectorStruct } from "../common/selector.js";
import { spi } from "../common/spi.js";
import { templates, type XfrmTemplate } from "../common/template.js";
import { policyType } from "../policy/enums.js";
import { xfrmUserpolicyInfo } from "../policy/layout.js";

/** A policy without its attributes. */
export interface XfrmPolicyInfo extends Infer<typeof xfrmUserpolicyInfo> {}

/** Fixed part of `XFRM_MSG_ACQUIRE`. */
const xfrmUserAcquire = struct("xfrm_user_acquire", {
  /** Destination of the state. */
  daddr: anyAddress,
  /** SPI of the state; 0, unless one was allocated. */
  spi,
  /** Protocol of the state. */
  proto: xfrmProto,
  padding: pad(3),
  /** Source of the state. */
  saddr: anyAddress,
  /** The packet. */
  sel: xfrmSelectorStruct as Sized<XfrmSelector>,
  /** The policy. */
  policy: xfrmUserpolicyInfo as Sized<XfrmPolicyInfo>,
  /** Authentication algorithms that are acceptable, a bit each. */
  aalgos: hex(u32),
  /** Encryption algorithms that are acceptable, a bit each. */
  ealgos: hex(u32),
  /** Compression algorithms that are acceptable, a bit each. */
  calgos: hex(u32),
  /** Number of the acquisition, which the state that answers it carries. */
  seq: u32,
});

const acquireAttributes = attributes("xfrm-acquire-attrs", "XFRMA_", {
  /** Templates of the policy. */
  tmpl: [5, templates],
  /** Security context. */
  secCtx: [8, secCtx],
  /** Table of the policy. */
  policyType: [16, policyType],
  /** Mark of the state. */
  mark: [21, markStruct],
  /** Id of the xfrm interface that the packet left by; absent if there is none. */
  ifId: [31, ifId],
  /** CPU that needs the state; since 6.13. */
  saPcpu: [35, u32],
});

const rawAcquireMessage = message("xfrm-acquire", xfrmUserAcquire, acquireAttributes);
/** A packet needs a state that does not exist. */
export interface XfrmAcquire extends Infer<typeof rawAcquireMessage> {}

/** Returns the template that an acquisition is about. */
export function templateOf({ tmpl = [], proto, daddr }: XfrmAcquire): XfrmTemplate | undefined {
  const fitting = tmpl.filter((one) => one.proto === proto);
  return fitting.find((one) => one.daddr === daddr) ?? fitting[0];
}

/** Layout of `XFRM_MSG_ACQUIRE`. The family of the addresses is that of the template. */
export const acquireMessage: Type<XfrmAcquire> = refine(nest<XfrmAcquire>(rawAcquireMessage), {
  read(view, at, end, scope) {
    const value = rawAcquireMessage.read(view, at, end, scope);
    const family = templateOf(value)?.family ?? value.sel.family;
    const address = inFamily(family);
    return {
      ...value,
      daddr: address.read(view, at, end),
      saddr: address.read(view, at + 24, end),
    };
  },
});

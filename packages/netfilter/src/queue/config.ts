import { attributes, be16, be32, enumeration, flags, message, pad, struct, u8 } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../common/nfgenmsg.js";

/** Commands to a queue (`NFQNL_CFG_CMD_*`). */
export const queueCommand = enumeration("NFQNL_CFG_CMD_", u8, {
  none: 0,
  bind: 1,
  unbind: 2,
  pfBind: 3,
  pfUnbind: 4,
});

/** Part of a packet that is queued to user space (`NFQNL_COPY_*`). */
export const queueCopyMode = enumeration("NFQNL_COPY_", u8, { none: 0, meta: 1, packet: 2 });

/** Flags of a queue (`NFQA_CFG_F_*`). */
export const queueFlags = flags("NFQA_CFG_F_", be32, {
  /** Accepts packets that the queue or the socket has no room for. */
  failOpen: 1,
  /** Sends the connection too. */
  conntrack: 2,
  /** Sends large packets whole. */
  gso: 4,
  /** Sends user and group id of the socket too. */
  uidGid: 8,
  /** Sends the security context too. */
  secctx: 16,
});

/** Command (`struct nfqnl_msg_config_cmd`). */
export const queueConfigCmd = struct("nfqnl_msg_config_cmd", {
  /** Command. */
  command: queueCommand,
  _: pad(1),
  /** Protocol family, which the kernel ignores. */
  pf: be16,
});

/** Copy mode (`struct nfqnl_msg_config_params`). */
export const queueConfigParams = struct("nfqnl_msg_config_params", {
  /** Most bytes of a packet that are copied; 0 is all. */
  copyRange: be32,
  /** Part of a packet that is copied. */
  copyMode: queueCopyMode,
});

/** Attributes of the configuration of a queue (`NFQA_CFG_*`). */
export const queueConfigAttributes = attributes("nfqueue-config-attrs", "NFQA_CFG_", {
  /** Command. */
  cmd: [1, queueConfigCmd],
  /** Copy mode. */
  params: [2, queueConfigParams],
  /** Most packets that wait for a verdict. */
  queueMaxlen: [3, be32],
  /** Flags that the request sets or clears. */
  mask: [4, queueFlags],
  /** Flags. */
  flags: [5, queueFlags],
});

/** Configuration of a queue (`NFQNL_MSG_CONFIG`). */
export const queueConfigMessage = message("nfqueue config", nfgenmsg, queueConfigAttributes);

import { attributes, be16, be32, enumeration, flags, message, pad, struct, u8 } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../common/nfgenmsg.js";

/** Commands to a log group (`NFULNL_CFG_CMD_*`). */
export const logCommand = enumeration("NFULNL_CFG_CMD_", u8, {
  none: 0,
  bind: 1,
  unbind: 2,
  pfBind: 3,
  pfUnbind: 4,
});

/** Part of a packet that is logged (`NFULNL_COPY_*`). */
export const logCopyMode = enumeration("NFULNL_COPY_", u8, { none: 0, meta: 1, packet: 2 });

/** Flags of a log group (`NFULNL_CFG_F_*`). */
export const logFlags = flags("NFULNL_CFG_F_", be16, { seq: 1, seqGlobal: 2, conntrack: 4 });

/** Command (`struct nfulnl_msg_config_cmd`). */
export const logConfigCmd = struct("nfulnl_msg_config_cmd", {
  /** Command. */
  command: logCommand,
});

/** Copy mode (`struct nfulnl_msg_config_mode`). */
export const logConfigMode = struct("nfulnl_msg_config_mode", {
  /** Most bytes of a packet that are copied; 0 is all. */
  copyRange: be32,
  /** Part of a packet that is copied. */
  copyMode: logCopyMode,
  _: pad(1),
});

/** Attributes of the configuration of a log group (`NFULA_CFG_*`). */
export const logConfigAttributes = attributes("nflog-config-attrs", "NFULA_CFG_", {
  /** Command, which is done first. */
  cmd: [1, logConfigCmd],
  /** Copy mode. */
  mode: [2, logConfigMode],
  /** Buffer that packets are collected in, in bytes. */
  nlbufsiz: [3, be32],
  /** Longest time that packets are collected, in 1/100 s. */
  timeout: [4, be32],
  /** Most packets that are collected. */
  qthresh: [5, be32],
  /** Flags. */
  flags: [6, logFlags],
});

/** Configuration of a log group (`NFULNL_MSG_CONFIG`). */
export const logConfigMessage = message("nflog config", nfgenmsg, logConfigAttributes);

import { attributes, type Infer, nest, string, u32 } from "@rxnetlink/core/schema";

/** BPF program of a route (`LWT_BPF_PROG_*`). */
export const bpfProgAttributes = attributes("lwt-bpf-prog-attrs", "LWT_BPF_PROG_", {
  /** File descriptor of the program; write-only. */
  fd: [1, u32],
  /** Name of the program. */
  name: [2, string],
});
/** BPF program of a route. */
export interface BpfProg extends Infer<typeof bpfProgAttributes> {}

/** BPF programs run on the packets of a route (`LWT_BPF_*`). */
export const bpfEncapAttributes = attributes("lwt-bpf-attrs", "LWT_BPF_", {
  /** Program run when packets come in. */
  in: [1, nest<BpfProg>(bpfProgAttributes)],
  /** Program run when packets are created on this host. */
  out: [2, nest<BpfProg>(bpfProgAttributes)],
  /** Program run before packets are sent. */
  xmit: [3, nest<BpfProg>(bpfProgAttributes)],
  /** Headroom that `xmit` needs in each packet, in bytes, at most 256; write-only. */
  xmitHeadroom: [4, u32],
});
/** BPF programs run on the packets of a route. */
export interface BpfEncap extends Infer<typeof bpfEncapAttributes> {}

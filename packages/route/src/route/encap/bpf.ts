import { attributes, type Infer, nest, string, u32 } from "@rxnetlink/core";

/** A BPF program (`LWT_BPF_PROG_*`). */
export const bpfProgAttributes = attributes("lwt-bpf-prog-attrs", "LWT_BPF_PROG_", {
  /** Descriptor of the program. Write-only. */
  fd: [1, u32],
  /** Its name. */
  name: [2, string],
});
/** A BPF program. */
export interface BpfProg extends Infer<typeof bpfProgAttributes> {}

/** Programs that see the packets of a route (`LWT_BPF_*`). */
export const bpfEncapAttributes = attributes("lwt-bpf-attrs", "LWT_BPF_", {
  /** When they come in. */
  in: [1, nest<BpfProg>(bpfProgAttributes)],
  /** When they are made here. */
  out: [2, nest<BpfProg>(bpfProgAttributes)],
  /** Before they are sent. */
  xmit: [3, nest<BpfProg>(bpfProgAttributes)],
  /** Room that `xmit` needs before each packet, in bytes; at most 256. Write-only. */
  xmitHeadroom: [4, u32],
});
/** Programs that see the packets of a route. */
export interface BpfEncap extends Infer<typeof bpfEncapAttributes> {}

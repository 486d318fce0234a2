// Routes that run BPF programs. A request names a program by a file descriptor of its process. Node cannot load programs:
// python3 loads one, then executes Node.

import { spawnSync } from "node:child_process";
import { all } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it } from "vitest";
import { useFreshKernel } from "../support/kernel.js";

const python = spawnSync("python3", ["-c", "import ctypes"]).status === 0;
const why = whyNoNamespaces() ?? (python ? undefined : "needs python3 to load a BPF program");
if (why !== undefined) console.log(`routes with BPF programs skipped: ${why}`);

/** Loads a program of the type argv[1] that passes all packets as descriptor 9, and executes argv[2]. */
const LOAD = `
import ctypes, os, platform, struct, sys
bpf = {"x86_64": 321, "aarch64": 280}[platform.machine()]
code = ctypes.create_string_buffer(struct.pack("<BBhi", 0xb7, 0, 0, 0) + struct.pack("<BBhi", 0x95, 0, 0, 0))
licence = ctypes.create_string_buffer(b"GPL")
attr = struct.pack("=IIQQIIQII16s", int(sys.argv[1]), 2, ctypes.addressof(code), ctypes.addressof(licence), 0, 0, 0, 0, 0, b"noop")
fd = ctypes.CDLL(None, use_errno=True).syscall(bpf, 5, attr, len(attr))
if fd < 0: sys.exit("bpf: " + os.strerror(ctypes.get_errno()))
os.dup2(fd, 9)
os.execvp(sys.argv[2], sys.argv[2:])`;

/** Adds the route in argv, and prints the code of a refusal. */
const ADD = `
import { kernelTransport } from "@rxnetlink/transport";
import { rtnetlink } from "./dist/index.js";
import { lastValueFrom } from "rxjs";
const transport = kernelTransport();
await lastValueFrom(rtnetlink({ transport }).route.add$(JSON.parse(process.argv.at(-1)))).catch(({ code }) => console.log(code));
await transport.close();`;

const home = new URL("../../..", import.meta.url).pathname;
const PROGRAM = { fd: 9, name: "noop" };
const [LWT_IN, LWT_OUT, LWT_XMIT, LWT_SEG6LOCAL] = [10, 11, 12, 19];

describe.skipIf(why !== undefined)("a route with BPF programs", () => {
  const on = useFreshKernel();

  /** Returns the code with which the kernel refuses the route, or `undefined`. */
  function add(programType: number, route: object): string | undefined {
    const node = [process.execPath, "--input-type=module", "--eval", ADD, "--", JSON.stringify(route)];
    const python = ["python3", "-c", LOAD, String(programType), ...node];
    const args = [`--net=${on.kernel.namespace.path}`, ...python];
    const { stdout, stderr, status } = spawnSync("nsenter", args, { cwd: home, encoding: "utf8" });
    if (status !== 0) return stderr.trim().split("\n").at(-1);
    return stdout.trim() || undefined;
  }

  it.for([
    ["in", LWT_IN, {}],
    ["out", LWT_OUT, {}],
    ["xmit", LWT_XMIT, { xmitHeadroom: 16 }],
  ] as const)("for packets: %s", async ([hook, type, more], { skip }) => {
    const { nl, index, run } = on.kernel;
    const encap = { bpf: { [hook]: PROGRAM, ...more } };
    const to = { dst: "198.51.100.0", dstLen: 24 };
    const refused = add(type, { ...to, gateway: "192.0.2.2", oif: index.v0, encap });
    if (refused !== undefined) return skip(`needs CONFIG_LWTUNNEL_BPF: ${refused}`);
    const [found] = await all(nl.route.list$({ family: "inet", ...to }));
    expect(found).toMatchObject({ encapType: "bpf", encap: { bpf: { [hook]: { name: "noop" } } } });
    expect(run("ip route show 198.51.100.0/24")).toContain(`encap bpf ${hook} noop`);
  });

  it("for a segment", async ({ skip }) => {
    const { nl, index, run } = on.kernel;
    const encap = { seg6Local: { action: "endBpf", bpf: { prog: 9, progName: "noop" } } };
    const to = { dst: "2001:db8:5::", dstLen: 48 };
    const refused = add(LWT_SEG6LOCAL, { ...to, oif: index.v0, encap });
    if (refused !== undefined) return skip(`needs CONFIG_IPV6_SEG6_BPF: ${refused}`);
    const [found] = await all(nl.route.list$({ family: "inet6", ...to }));
    // The reply has the program's id instead of the descriptor.
    const bpf = { prog: expect.any(Number), progName: "noop" };
    expect(found).toMatchObject({ encap: { seg6Local: { action: "endBpf", bpf } } });
    expect(run("ip -6 route show 2001:db8:5::/48")).toContain("action End.BPF endpoint noop");
  });
});

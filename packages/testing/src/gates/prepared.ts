import { openSandbox, type Sandbox } from "../kernel.js";

/** Opens a namespace whose loopback is up, and runs shell commands in it; if one fails, the namespace is closed. */
export async function openPrepared(setup = ""): Promise<Sandbox> {
  const sandbox = await openSandbox();
  try {
    sandbox.run(`set -e; ip link set lo up; ${setup}`);
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

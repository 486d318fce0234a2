import { Bar } from "./bar/bar.js";
import { Help } from "./bar/help.js";
import { Stage } from "./graph/stage.js";
import { Panel } from "./panel/panel.js";
import { connection } from "./store/connection.js";
import { now } from "./store/network.js";
import { visible } from "./store/selection.js";
import { Timeline } from "./timeline/timeline.js";

/** What lies over the network when there is nothing to see. */
function Notice() {
  if (connection.value === "lost")
    return (
      <div class="notice lost" role="alert">
        <h2>Connection lost</h2>
        <p>What you see is what was last known. The page connects again when rxnl web answers.</p>
      </div>
    );
  if (connection.value === "refused")
    return (
      <div class="notice lost" role="alert">
        <h2>Open it again</h2>
        <p>Another rxnl web answers here now. Open the address that it printed.</p>
      </div>
    );
  if (now.value === undefined)
    return (
      <div class="notice" role="status">
        <p>Reading the network …</p>
      </div>
    );
  if (visible.value.length > 0) return null;
  return (
    <div class="notice" role="status">
      <h2>No links to show</h2>
      <p>
        Links appear here as soon as there are any. Loopback links without an address of their own are left
        out.
      </p>
    </div>
  );
}

/** The page. */
export function Page() {
  return (
    <>
      <Bar />
      <main>
        <Stage />
        <Notice />
        <Panel />
      </main>
      <Timeline />
      <Help />
    </>
  );
}

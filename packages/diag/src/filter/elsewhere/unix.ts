import type { Condition } from "../condition.js";
import type { End } from "../filterable-socket.js";
import { written } from "../text/tokens.js";
import { elsewhere } from "./elsewhere.js";

/** Returns a pattern of fnmatch() as a regular expression. */
function patternOf(glob: string): RegExp {
  const source = glob.replace(/\[!?[^\]]+\]|[\s\S]/g, (part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    if (part.length > 1) return part.replace(/^\[!/, "[^").replace(/\\/g, "\\\\");
    return part.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
  return new RegExp(`^${source}$`, "is");
}

/** Returns the condition that the name of a unix socket has a pattern: `"/run/*"`. Names of remote ends are not known. */
export function unixCondition(end: End, glob: string): Condition {
  const pattern = patternOf(glob);
  return elsewhere({
    text: `${end} ${written(`unix:${glob}`)}`,
    family: "unix",
    fits: ({ name = "" }) => (end === "src" ? pattern.test(name) : undefined),
  });
}

/**
 * Returns the numbers of users or groups by name, from the text of `/etc/passwd` or `/etc/group`.
 *
 * @example
 * const users = auditIdsByName(readFileSync("/etc/passwd", "utf8"));
 * parseAuditRule("-a always,exit -S all -F uid=alice", { users });
 */
export function auditIdsByName(text: string): Map<string, number> {
  const lines = text.split("\n").map((line) => line.split(":"));
  return new Map(
    lines.filter((parts) => /^\d+$/.test(parts[2] ?? "")).map(([name, , id]) => [name!, Number(id)]),
  );
}

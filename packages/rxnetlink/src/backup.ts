/**
 * Backup, restore and differences of the configuration of a network namespace. Needs `rtnetlink()`; also `netfilter()`
 * for nftables and IP sets, `xfrm()` for IPsec, and `mptcp()` for Multipath TCP.
 *
 * @module
 */
import { release } from "node:os";
import { type Backup, type BackupConnections, type BackupOptions, backup$ as over$ } from "@rxnetlink/backup";
import type { Observable } from "rxjs";

export * from "@rxnetlink/backup";

/**
 * Emits the configuration of a network namespace, with the release of the kernel that runs here; see the package
 * `@rxnetlink/backup`.
 */
export function backup$(connections: BackupConnections, options: BackupOptions = {}): Observable<Backup> {
  return over$(connections, { kernel: release(), ...options });
}

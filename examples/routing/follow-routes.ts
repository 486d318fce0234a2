// Follows the routes of the main table until Ctrl-C. Needs no privileges.
//
//   $ node dist/routing/follow-routes.js
//   following
//   new 198.51.100.0/24 via 192.0.2.2
//   delete 198.51.100.0/24 via 192.0.2.2

import { filter, map } from "rxjs";
import { type ChangeNotification, prefixOf, type Route, routeTables, rtnetlink } from "rxnetlink";

const { route } = rtnetlink();

route
  .notifications$({ listening: () => console.log("following") })
  .pipe(
    // Overflows and malformed notifications are separate events; this example skips them.
    filter((event): event is ChangeNotification<Route> => event.type === "new" || event.type === "delete"),
    filter(({ value }) => value.table === routeTables.main),
    map(({ type, value }) => `${type} ${prefixOf(value)} via ${value.gateway ?? "link"}`),
  )
  .subscribe(console.log);

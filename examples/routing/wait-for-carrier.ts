// Waits until a link exists, is up and has a carrier, for at most a minute. Needs no privileges.
//
//   $ node dist/routing/wait-for-carrier.js eth0
//   waiting for eth0
//   eth0 is up

import { followLink$, rtnetlink, waitForUp } from "rxnetlink";

const name = process.argv[2] ?? "lo";
const { link } = rtnetlink();

console.log(`waiting for ${name}`);
followLink$(link, name)
  .pipe(waitForUp({ within: 60_000, what: `${name} to be up` }))
  .subscribe({
    next: ({ ifname }) => console.log(`${ifname} is up`),
    error: (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  });

// Shows errors, and how to act on them. Needs root, or a user namespace: unshare -Urn node dist/routing/handle-errors.js
//
//   ENODEV: there is no link nobody
//   ERANGE at linkinfo.data.vxlan.id: VXLAN ID must be lower than 16777216
//   EEXIST: exists already, which is fine
//   not sent: change link ifname=ifb9: mtu: -1 is not a u32

import { catchError, concat, EMPTY, ignoreElements, of, throwError } from "rxjs";
import { EncodeError, KernelError, rtnetlink } from "rxnetlink";

const { link } = rtnetlink();
const ifb = { ifname: "ifb9", linkinfo: { kind: "ifb" } };

const absent$ = link
  .get$({ ifname: "nobody" })
  .pipe(catchError((error: KernelError) => of(`${error.code}: there is no link nobody`)));

const outOfRange$ = link
  .add$({ ifname: "vx9", linkinfo: { data: { vxlan: { id: 2 ** 24 } } } })
  .pipe(catchError(({ code, path, text }: KernelError) => of(`${code} at ${path}: ${text}`)));

const twice$ = concat(link.add$(ifb), link.add$(ifb)).pipe(
  ignoreElements(),
  catchError((error) => {
    if (error instanceof KernelError && error.code === "EEXIST")
      return of("EEXIST: exists already, which is fine");
    return throwError(() => error);
  }),
);

// A value that does not fit its layout is not sent at all.
const notSent$ = link.change$({ ...ifb, mtu: -1 }).pipe(
  ignoreElements(),
  catchError((error) => (error instanceof EncodeError ? of(`not sent: ${error.message}`) : EMPTY)),
);

concat(absent$, outOfRange$, twice$, notSent$).subscribe((outcome) => {
  if (typeof outcome === "string") console.log(outcome);
});

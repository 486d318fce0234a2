import { KernelError } from "@rxnetlink/core";
import type { XfrmDefault } from "@rxnetlink/xfrm";
import { catchError, EMPTY, throwError } from "rxjs";
import { settingSection } from "../../setting-section.js";

/** Kernels before 5.15 know no default. */
const ifKnown = (error: unknown) =>
  error instanceof KernelError && error.code === "EINVAL" ? EMPTY : throwError(() => error);

/** What happens to packets without a policy of IPsec. */
export const ipsecDefaults = settingSection<XfrmDefault>({
  name: "xfrmDefault",
  needs: "xfrm",
  subject: "of packets without a policy",
  get$: ({ xfrm }) => xfrm!.defaultPolicy.get$().pipe(catchError(ifKnown)),
  set$: ({ xfrm }, settings) => xfrm!.defaultPolicy.set$(settings),
});

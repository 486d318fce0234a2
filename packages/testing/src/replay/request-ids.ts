/** Identifies the request that a reply or notification belongs to. */
export interface RequestId {
  readonly sequence: number;
  readonly portId: number;
}

/** The ids of repeated requests by their ids in the recording. */
export class RequestIds {
  readonly #known = new Map<string, RequestId>();

  set({ portId, sequence }: RequestId, now: RequestId): void {
    this.#known.set(`${portId} ${sequence}`, now);
  }

  get({ portId, sequence }: RequestId): RequestId | undefined {
    return this.#known.get(`${portId} ${sequence}`);
  }
}

/** The places a trust bundle may lie, in the order they are preferred. */
export interface TrustPlaces {
  /** Named by the operator; used even when it does not exist, so that a typing error is noticed. */
  readonly named: string | undefined;
  /** Below the user data of this terminal, where a synchronised bundle is committed. */
  readonly own: string;
  /** Shipped inside the installer. */
  readonly shipped: string;
}

/** The folder to load the bundle from, or `undefined` when there is none. */
export function chooseTrustFolder(
  places: TrustPlaces,
  exists: (folder: string) => boolean,
): string | undefined {
  if (places.named !== undefined) return places.named;
  return [places.own, places.shipped].find(exists);
}

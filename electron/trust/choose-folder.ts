/** Where trust data may come from on this machine, and what the operator asked for. */
export interface TrustPlaces {
  /** A folder named by the operator; used even when it does not exist, so that a typing error is noticed. */
  readonly named: string | undefined;
  /** A root of trust named by the operator. */
  readonly namedRoot: string | undefined;
  /** The store below the user data of this terminal, where synchronisations are committed. */
  readonly store: string;
  /** Shipped inside the installer: a repository folder with `root.json` beside it. */
  readonly shipped: string;
  readonly isSyncing: boolean;
}

/** What the terminal judges with. */
export type TrustPlan =
  | { readonly kind: 'bundle-folder'; readonly folder: string }
  | { readonly kind: 'repository-folder'; readonly folder: string; readonly rootFile: string }
  | {
      readonly kind: 'store';
      readonly folder: string;
      readonly factoryFolder: string | undefined;
      readonly rootFile: string;
    }
  | { readonly kind: 'none' };

/**
 * Chooses where to take trust data from. A named bundle folder stands for itself; a named
 * repository folder too, unless the terminal synchronises: then it is what the store starts from.
 */
export function chooseTrust(
  { named, namedRoot, store, shipped, isSyncing }: TrustPlaces,
  exists: (path: string) => boolean,
): TrustPlan {
  const rootFile = namedRoot ?? `${shipped}/root.json`;
  const isRepository = (folder: string): boolean => exists(`${folder}/metadata`);
  if (named !== undefined && !isRepository(named)) return { kind: 'bundle-folder', folder: named };
  if (named !== undefined && !isSyncing) {
    return { kind: 'repository-folder', folder: named, rootFile };
  }
  const factory = named ?? shipped;
  const factoryFolder = isRepository(factory) ? factory : undefined;
  if (namedRoot === undefined && !exists(rootFile)) return { kind: 'none' };
  return { kind: 'store', folder: store, factoryFolder, rootFile };
}

import type { EpochSeconds } from '../../shared/time.ts';
import type { IssuerSigningKey } from '../keys/issuer-key.ts';
import type { RatingScheme } from '../rating/scheme.ts';
import type { SharedStore } from '../store/office-store.ts';
import type { PortalOffice } from './portal-office.ts';

/** What a server is made of. */
export interface ServerParts {
  readonly repositoryFolder: string;
  /** Missing on a machine that serves the repository alone. */
  readonly portal: PortalParts | undefined;
  /** Addresses of reverse proxies whose word counts about who asks. */
  readonly proxies: readonly string[];
  /** Addresses that may read the metrics. */
  readonly metricsFrom: readonly string[];
  readonly clock: () => EpochSeconds;
}

/** What the portal needs besides. */
export interface PortalParts {
  readonly office: () => PortalOffice;
  readonly store: SharedStore;
  readonly presentationKey: IssuerSigningKey;
  /** The rules ratings are explained by. */
  readonly scheme: RatingScheme;
  /** For the cookies of known browsers, 32 bytes. */
  readonly secret: Uint8Array;
  /** How browsers reach the portal; with `https:` cookies are for encrypted connections only. */
  readonly publicUrl: URL | undefined;
  /** Header in which a single sign-on proxy names the company; no header unless given. */
  readonly ssoHeader: string | undefined;
}

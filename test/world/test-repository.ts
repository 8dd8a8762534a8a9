import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { IssuerSigningKey } from '../../authority/keys/issuer-key.ts';
import {
  createRepository,
  generateRoleSigners,
} from '../../authority/repository/create-repository.ts';
import { publish } from '../../authority/repository/publish.ts';
import { refresh } from '../../authority/repository/refresh.ts';
import type { Repository } from '../../authority/repository/revise.ts';
import type { Revised } from '../../authority/repository/revision.ts';
import {
  generateSigner,
  keyRingOf,
  type LocalSigner,
} from '../../authority/repository/role-signer.ts';
import type { Role } from '../../authority/repository/roles.ts';
import { rotateKeys } from '../../authority/repository/rotate.ts';
import { writeStatusList } from '../../authority/write-status-list.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { CertificateStatus } from '../../shared/trust/status-list.ts';
import { type Forgery, forgeMetadata } from './forge-metadata.ts';
import {
  jsonBytes,
  makeTestWorld,
  TEST_NOW,
  TEST_STATUS_LIST,
  type TestWorld,
} from './test-world.ts';

/** What a test wants of its repository. */
export interface TestRepositoryOptions {
  /** Time of the first publish; later ones happen then too unless `setTime` says otherwise. */
  readonly now?: EpochSeconds;
  readonly world?: TestWorld;
  /** Entries of the status list; 2^17 by default. */
  readonly listSize?: number;
}

/** A change of what is published, each relative to what is published now. */
export interface TestChange {
  readonly issuers?: (document: TestWorld['issuers']) => TestWorld['issuers'];
  readonly policy?: (policy: TestWorld['policy']) => TestWorld['policy'];
  /** Target files to add or replace, by target name; `undefined` takes one away. */
  readonly files?: Readonly<Record<string, Uint8Array | undefined>>;
}

/** A published repository of the test world's office, with every private key at hand. */
export interface TestRepository {
  /** What a web server serves: `metadata/` and `targets/`. */
  readonly repositoryFolder: string;
  /** The first root, as an installer ships it. */
  readonly rootJson: Uint8Array;
  readonly world: TestWorld;
  /** Keys in force by role. */
  readonly keys: Readonly<Record<Role, readonly LocalSigner[]>>;
  /** Keys that were in force once, by role, oldest first. */
  readonly formerKeys: Readonly<Record<Role, readonly LocalSigner[]>>;
  setTime(now: EpochSeconds): void;
  publish(change?: TestChange): Revised;
  refresh(): Revised;
  /** Publishes the status list with one more certificate that is not valid. */
  withdraw(index: number, status?: Exclude<CertificateStatus, 'valid'>): Revised;
  /** Replaces all keys of a role. */
  rotate(role: Exclude<Role, 'root'>): Revised;
  /** Replaces the first `count` root keys, all three by default. */
  rotateRoot(count?: number): Revised;
  /** Signs a status list with the office's status key, or another. */
  statusList(change?: {
    key?: IssuerSigningKey;
    name?: string;
    signedAt?: EpochSeconds;
  }): Uint8Array;
  /** Writes metadata no honest office would; see there. */
  forge(forgery: Forgery): void;
}

/** What a repository begins with, and what each that is a copy of another shares with it. */
interface Beginning {
  readonly world: TestWorld;
  readonly keys: Readonly<Record<Role, readonly LocalSigner[]>>;
  readonly listSize: number;
  readonly now: EpochSeconds;
}

/** Makes a repository in a folder and publishes the test world's documents. */
export function makeTestRepository(
  folder: string,
  options: TestRepositoryOptions = {},
): TestRepository {
  const { world = makeTestWorld(), listSize = 131_072, now = TEST_NOW } = options;
  const beginning = { world, listSize, now, keys: generateRoleSigners() };
  createRepository(join(folder, 'repository'), beginning.keys, now);
  const office = officeOf(folder, beginning);
  office.publish();
  return office;
}

/**
 * Makes as many repositories as a test wants of one that is published once: to publish one waits for
 * the disk a dozen times. They share their first keys; what one does, the others do not see.
 */
export function openTestRepositoryCopies(
  options: Omit<TestRepositoryOptions, 'world'> = {},
): (folder: string) => TestRepository {
  const { listSize = 131_072, now = TEST_NOW } = options;
  let original: { readonly beginning: Beginning; readonly files: FileTree } | undefined;
  return (folder) => {
    if (original !== undefined) {
      writeTree(folder, original.files);
      return officeOf(folder, original.beginning);
    }
    const office = makeTestRepository(folder, options);
    const { world, keys } = office;
    const beginning = { world, listSize, now, keys: { ...keys } };
    original = { beginning, files: readTree(office.repositoryFolder, 'repository') };
    return office;
  };
}

/** Files by their path. */
type FileTree = ReadonlyMap<string, Uint8Array>;

function readTree(folder: string, name: string): FileTree {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(paths.map((path) => [join(name, path), readFileSync(join(folder, path))]));
}

function writeTree(folder: string, files: FileTree): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function officeOf(folder: string, beginning: Beginning): TestRepository {
  const { world, listSize } = beginning;
  let { now } = beginning;
  const repositoryFolder = join(folder, 'repository');
  const keys: Record<Role, readonly LocalSigner[]> = { ...beginning.keys };
  const formerKeys: Record<Role, readonly LocalSigner[]> = {
    ...{ root: [], targets: [], snapshot: [], timestamp: [], policy: [], status: [] },
  };
  let { issuers, policy } = world;
  const exceptions = new Map<number, Exclude<CertificateStatus, 'valid'>>();
  const repository = (): Repository => {
    return { folder: repositoryFolder, keys: keyRingOf(Object.values(keys).flat()) };
  };
  const statusList: TestRepository['statusList'] = (change = {}) => {
    const { key = world.statusKey, name = TEST_STATUS_LIST, signedAt = now } = change;
    return writeStatusList({ name, signedAt, size: listSize, exceptions }, key.key);
  };
  const files = new Map([[TEST_STATUS_LIST, statusList()]]);
  const publishChange = (change: TestChange = {}): Revised => {
    issuers = nextDocument(issuers, change.issuers);
    policy = nextDocument(policy, change.policy);
    for (const [name, bytes] of Object.entries(change.files ?? {})) {
      if (bytes === undefined) files.delete(name);
      else files.set(name, bytes);
    }
    const documents = { 'issuers.json': jsonBytes(issuers), 'policy.json': jsonBytes(policy) };
    return publish(repository(), new Map([...Object.entries(documents), ...files]), now);
  };
  const rotate = (role: Role, count: number): Revised => {
    const remove = keys[role].slice(0, count);
    const add = Array.from(remove, generateSigner);
    const rotation = { role, remove: remove.map(({ keyId }) => keyId), add };
    const revised = rotateKeys(repository(), rotation, now);
    keys[role] = [...keys[role].slice(count), ...add];
    formerKeys[role] = [...formerKeys[role], ...remove];
    return revised;
  };
  return {
    repositoryFolder,
    rootJson: new Uint8Array(readFileSync(join(repositoryFolder, 'metadata/1.root.json'))),
    ...{ world, keys, formerKeys, statusList },
    setTime: (time) => {
      now = time;
    },
    publish: publishChange,
    refresh: () => refresh(repository(), now),
    withdraw: (index, status = 'revoked') => {
      exceptions.set(index, status);
      return publishChange({ files: { [TEST_STATUS_LIST]: statusList() } });
    },
    rotate: (role) => rotate(role, keys[role].length),
    rotateRoot: (count = 3) => rotate('root', count),
    forge: (forgery) => forgeMetadata(repositoryFolder, keys, forgery),
  };
}

/** The changed document; its version rises as the office has to raise it. */
function nextDocument<Document extends { version: number }>(
  document: Document,
  change: ((document: Document) => Document) | undefined,
): Document {
  const changed = change?.(document);
  if (changed === undefined) return document;
  return { ...changed, version: Math.max(changed.version, document.version + 1) };
}

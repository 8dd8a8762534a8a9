import { generateSigner, type LocalSigner } from '../../authority/repository/role-signer.ts';
import type { LooseBody } from '../world/forge-metadata.ts';
import type { TestRepository } from '../world/test-repository.ts';
import { ALL, type Attack, BELOW_ROOT, each, forge } from './verify-attack.ts';

/** Signatures that are missing, of others, or too few. */
export const SIGNATURES: Attack[] = [
  ...each(ALL, (role) => ({
    name: `${role} without a signature`,
    code: 'bad-signatures',
    attack: forge(role, { signers: [] }),
  })),
  ...each(BELOW_ROOT, (role) => ({
    name: `${role} signed by the keys of root`,
    code: 'bad-signatures',
    attack: (office) => office.forge({ [role]: { signers: office.keys.root } }),
  })),
  ...each(BELOW_ROOT, (role) => ({
    name: `${role} signed by a key that was taken away`,
    code: 'bad-signatures',
    attack: (office) => {
      office.rotate(role);
      office.forge({ [role]: { signers: office.formerKeys[role] } });
    },
  })),
  {
    name: 'root signed by one key of two',
    ...{ code: 'bad-signatures', subject: 'root' },
    attack: (office) => office.forge({ root: { signers: office.keys.root.slice(0, 1) } }),
  },
  {
    name: 'root that replaces all keys, signed by the new ones only',
    ...{ code: 'bad-signatures', subject: 'root' },
    attack: (office) => {
      const thieves = office.keys.root.map(generateSigner);
      office.forge({ root: { change: (body) => handOver(body, thieves), signers: thieves } });
    },
  },
  {
    name: 'one public key under two key ids for a threshold of two',
    ...{ code: 'bad-signatures', subject: 'policy' },
    attack: countOneKeyTwice,
  },
];

function handOver(body: LooseBody, thieves: readonly LocalSigner[]): LooseBody {
  const keys = Object.fromEntries(thieves.map(({ keyId, publicKey }) => [keyId, publicKey]));
  const keyids = thieves.map(({ keyId }) => keyId);
  const role = { keyids, threshold: 2 };
  return { ...body, keys, roles: { root: role, targets: role, snapshot: role, timestamp: role } };
}

function countOneKeyTwice(office: TestRepository): void {
  const [signer] = office.keys.policy;
  if (signer === undefined) throw new Error('policy has no key');
  const alias = { ...signer, keyId: 'b'.repeat(64) };
  const change = (body: LooseBody) => {
    const { keys, roles } = Object(body.delegations);
    const doubled = { ...keys, [alias.keyId]: keys[signer.keyId] };
    const delegations = Array.from<Record<string, unknown>>(roles).map((role) =>
      role.name === 'policy'
        ? { ...role, threshold: 2, keyids: [signer.keyId, alias.keyId] }
        : role,
    );
    return { ...body, delegations: { keys: doubled, roles: delegations } };
  };
  office.forge({ targets: { change }, policy: { signers: [signer, alias] } });
}

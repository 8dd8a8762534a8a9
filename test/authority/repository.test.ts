import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';

const work = mkdtempSync(join(tmpdir(), 'repository-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let repository: TestRepository;
beforeEach(() => {
  repository = makeTestRepository(mkdtempSync(join(work, 'case-')));
});

describe('a repository', () => {
  it('signs anew only what changed', () => {
    expect(repository.publish()).toEqual({ timestamp: 3 });
    expect(repository.withdraw(5)).toEqual({ status: 3, snapshot: 3, timestamp: 4 });
    expect(
      repository.publish({ policy: (policy) => ({ ...policy, version: policy.version + 1 }) }),
    ).toEqual({ policy: 3, snapshot: 4, timestamp: 5 });
    expect(repository.rotate('timestamp')).toEqual({ root: 2, timestamp: 6 });
    for (const role of ['snapshot', 'targets', 'policy', 'status'] as const)
      repository.rotate(role);
    expect(repository.rotateRoot()).toMatchObject({ root: 5 });
    expect(repository.rotateRoot(1)).toMatchObject({ root: 6 });
    expect(repository.publish()).toEqual({ timestamp: expect.any(Number) });
  });
});

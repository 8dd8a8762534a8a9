import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseJsonDocument } from '../../shared/trust/json-document.ts';
import { PolicyDocument } from '../../shared/trust/policy.ts';
import { lintPolicy, lintSuccessor } from '../office/lint-policy.ts';
import type { PolicyFinding } from '../office/policy-finding.ts';
import { type Simulation, simulatePolicy } from '../office/simulate-policy.ts';
import { repositoryFolder } from '../repository/office-repository.ts';
import { readRepositoryState } from '../repository/repository-state.ts';
import { readPublishedTargets } from '../repository/target-set.ts';
import { type Command, currentTime, officeFolderArgument, optionOr } from './command.ts';

/** Ends the program when the policy must not be published. */
const STATUS_ERRORS = 1;

/** `check-policy DIR|FILE`: what is wrong with a policy, before anybody sees it. */
export const checkPolicy: Command = {
  summary: 'check a policy before it is published, and try a certificate against it',
  usage: 'check-policy DIR|FILE [--certificate TEXT [--hall ID]]',
  options: { certificate: { type: 'string' }, hall: { type: 'string' } },
  run(input) {
    const place = officeFolderArgument(input);
    const office = statSync(place).isDirectory() ? place : undefined;
    const file = office === undefined ? place : join(office, 'policy.json');
    const now = currentTime();
    const linted = lintPolicy(readPolicy(file), now);
    const { policy } = linted;
    const published = office === undefined ? undefined : publishedPolicy(office);
    const findings = [...linted.findings, ...(policy ? lintSuccessor(policy, published) : [])];
    const text = optionOr(input, 'certificate', '');
    const visit = { now, hall: optionOr(input, 'hall', '') || undefined };
    const simulation = policy && text !== '' ? simulatePolicy(policy, text, visit) : undefined;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return {
      json: { file, errors, findings, ...(simulation ? { simulation } : {}) },
      words: [
        ...findings.map(findingWords),
        `${file}: ${errors} errors, ${findings.length - errors} warnings`,
        ...(simulation ? simulationWords(simulation) : []),
      ],
      status: errors > 0 ? STATUS_ERRORS : 0,
    };
  },
};

function readPolicy(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`${file} is no JSON: ${error.message}`);
  }
}

function publishedPolicy(office: string) {
  const repository = repositoryFolder(office);
  const bytes = readPublishedTargets(repository, readRepositoryState(repository)).get(
    'policy.json',
  );
  const parsed = bytes && parseJsonDocument(PolicyDocument, bytes);
  return parsed?.ok ? parsed.value : undefined;
}

function findingWords({ severity, path, message }: PolicyFinding): string {
  return `${severity}: ${path === '' ? 'policy' : path}: ${message}`;
}

function simulationWords({ credit, isGradeKnown, services }: Simulation): string[] {
  const grade = `grade ${credit.grade}${isGradeKnown ? '' : ', which this policy does not know'}`;
  const width = Math.max(0, ...services.map(({ id }) => id.length));
  return [
    `${credit.holderName}: ${grade}`,
    ...services.map(({ id, name, open, reason, window }) => {
      const answer = open
        ? `open${window === undefined ? '' : `, window ${window}`}`
        : `no: ${reason}`;
      return `  ${id.padEnd(width)}  ${answer}  ${name['zh-CN']} ${name.en}`;
    }),
  ];
}

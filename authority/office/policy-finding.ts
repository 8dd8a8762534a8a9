/** How much a finding matters: a policy with errors must not be published. */
export type Severity = 'error' | 'warning';

/** Something about a policy that somebody should look at. */
export interface PolicyFinding {
  readonly severity: Severity;
  /** Where, for example `services[2].greenChannel.grades[1]`; `''` for the whole. */
  readonly path: string;
  readonly message: string;
}

/** A finding that keeps a policy from being published. */
export function policyError(path: string, message: string): PolicyFinding {
  return { severity: 'error', path, message };
}

/** A finding that may be meant. */
export function policyWarning(path: string, message: string): PolicyFinding {
  return { severity: 'warning', path, message };
}

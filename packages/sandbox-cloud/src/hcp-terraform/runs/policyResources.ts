import type { HcpRun } from '../HcpState';
import { hasPlanned } from './hasPlanned';

/** Three policies of OPA, in the task stage after the plan. */
export function policyEvaluationResource(run: HcpRun) {
  const { status, failed } = verdictOn(run);
  return {
    id: run.id.replace('run-', 'poleval-'),
    type: 'policy-evaluations',
    attributes: {
      status,
      'policy-kind': 'opa',
      'result-count': counts(status, 3, failed),
    },
  };
}

/** One policy of Sentinel, checked the old way. */
export function policyCheckResource(run: HcpRun) {
  const { status } = verdictOn(run);
  const isChecked = status !== 'pending';
  return {
    id: run.id.replace('run-', 'polchk-'),
    type: 'policy-checks',
    attributes: {
      status: isChecked ? 'passed' : 'pending',
      scope: 'organization',
      result: isChecked
        ? {
            result: true,
            passed: 1,
            'total-failed': 0,
            'hard-failed': 0,
            'soft-failed': 0,
            'advisory-failed': 0,
          }
        : null,
    },
  };
}

/** One of Terraform's own policies. */
export function tfPolicyEvaluationResource(run: HcpRun) {
  const { status } = verdictOn(run);
  const own = status === 'failed' ? 'passed' : status;
  return {
    id: run.id.replace('run-', 'tfpe-'),
    type: 'tf-policy-evaluations',
    attributes: {
      status: own,
      'stage-type': 'Plan',
      'result-count': { ...counts(own, 1, 0), unknown: 0 },
    },
  };
}

function verdictOn(run: HcpRun) {
  if (!hasPlanned(run)) {
    return { status: 'pending', failed: 0 };
  }
  return run.oddity === 'policy-fails'
    ? { status: 'failed', failed: 1 }
    : { status: 'passed', failed: 0 };
}

function counts(status: string, policies: number, failed: number) {
  return {
    passed: status === 'pending' ? 0 : policies - failed,
    'advisory-failed': 0,
    'mandatory-failed': failed,
    errored: 0,
  };
}

import type { ResolvedPlacement } from '../accounts';
import type { RolloutApproval } from './RolloutApproval';

/**
 * Where a placement is on its way through a rollout.
 *
 * @public
 */
export const ROLLOUT_TARGET_STATES = [
  'waiting',
  'uploading',
  'planning',
  'confirming',
  'applying',
  'applied',
  'failed',
  'canceled',
  'skipped',
  'rolling-back',
  'rolled-back',
  'destroying',
  'destroyed',
] as const;

/** @public */
export type RolloutTargetState = (typeof ROLLOUT_TARGET_STATES)[number];

/**
 * - `wave`: the waves before it have to pass first
 * - `approval`: a person has to approve its stage
 * - `destroy-approval`: a person has to approve that it loses resources that hold data
 * - `plans`: all placements are planned before the first of them is applied
 * - `rollout`: an earlier rollout has yet to end in its workspace
 * - `lock`: its rollout has to have the account for itself
 * - `slot`: as many others as may be under way at once are
 * - `pause`: the rollout is paused
 * - `turn`: earlier runs of the workspace have to end first
 * - `policy-override`: a person has to override a policy, or to discard the run
 * - `decision`: a person has to decide what becomes of a run task's failure
 * - `access`: the roles that its runs take on are being made
 * - `access-approval`: a person has to confirm the run that makes them
 *
 * @public
 */
export type RolloutWait =
  | 'wave'
  | 'approval'
  | 'destroy-approval'
  | 'plans'
  | 'rollout'
  | 'lock'
  | 'slot'
  | 'pause'
  | 'turn'
  | 'policy-override'
  | 'decision'
  | 'access'
  | 'access-approval';

/**
 * What a run of a rollout is for.
 *
 * - `plan`: to see beforehand what would change
 * - `apply`, `roll-back`, `destroy`: to change it
 *
 * @public
 */
export type RolloutRunPurpose = 'plan' | 'apply' | 'roll-back' | 'destroy';

/** @public */
export interface RolloutRun {
  purpose: RolloutRunPurpose;
  id: string;
  /** As HCP Terraform names it. */
  status: string;
  url: string;
}

/**
 * What a plan would do: numbers of resources.
 *
 * @public
 */
export interface RolloutTargetPlan {
  add: number;
  change: number;
  destroy: number;
  import: number;
  /** Addresses of resources that hold data and would be destroyed. */
  statefulDestroys?: string[];
}

/**
 * One placement in a rollout.
 *
 * @public
 */
export interface RolloutTarget {
  placement: ResolvedPlacement;
  state: RolloutTargetState;
  workspaceUrl?: string;
  /** The newest one. */
  run?: RolloutRun;
  /** The ones before it, the oldest first. */
  pastRuns: RolloutRun[];
  /** What the newest plan of the change would do. */
  plan?: RolloutTargetPlan;
  /** One sentence: why it could not be planned before the first apply. */
  planError?: string;
  /** What the plan that takes the change back would do. */
  undoPlan?: RolloutTargetPlan;
  /** What it or its run waits for. */
  waitsFor?: RolloutWait;
  /** What is to be decided, or was, on the resources that it loses. */
  approval?: RolloutApproval;
  /** The run of the account's access workspace that it waits for. */
  accessRun?: { id: string; status: string; url: string };
  /** One sentence for people: why it ended, or what is being tried again. */
  error?: string;
}

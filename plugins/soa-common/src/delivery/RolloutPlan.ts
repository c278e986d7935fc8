/**
 * A number of placements, or a percentage of those of the stage, such as `25%`.
 *
 * @public
 */
export type CountOrPercent = number | string;

/**
 * Which of the placements that are left in a stage a wave takes: those that match all
 * that is said.
 *
 * @public
 */
export interface RolloutWaveSelector {
  name?: string;
  /** Of placements. */
  keys?: string[];
  account?: string;
  region?: string;
  runtime?: string;
  cell?: string;
  /** Only so many of them, in the order of the placements. */
  count?: CountOrPercent;
}

/**
 * What has to hold once a wave is applied, before the next one begins. That its runs
 * are applied goes without saying.
 *
 * - `health`: a URL answers with `expectStatus` (200 if absent), for each placement:
 *   an output of its workspace (`output`, with `path` after it), or `url`
 * - `cloudwatch-alarm`: the alarm of this name is not in the state `ALARM`, in the
 *   account and Region of each placement, or in those that are named
 * - `webhook`: the integration test of this name has told that it passed
 *
 * @public
 */
export type RolloutCheck =
  | {
      type: 'health';
      url?: string;
      output?: string;
      path?: string;
      expectStatus?: number;
    }
  | {
      type: 'cloudwatch-alarm';
      alarm: string;
      account?: string;
      region?: string;
    }
  | { type: 'webhook'; name: string };

/**
 * Who has to agree before a stage begins.
 *
 * @public
 */
export interface RolloutApprovers {
  /** The entity reference of the group whose members may agree. */
  group: string;
  /** Whether whoever started the rollout may not; true if absent. */
  notInitiator?: boolean;
}

/**
 * What becomes of a stage that has failed.
 *
 * - `stop`: nothing else begins
 * - `roll-back`: its placements get the configuration that they had before
 * - `destroy-if-new`: those of an environment of sandboxes that had none before are
 *   destroyed; the others are left as they are
 *
 * @public
 */
export const ROLLOUT_ON_FAILURE = [
  'stop',
  'roll-back',
  'destroy-if-new',
] as const;

/** @public */
export type RolloutOnFailure = (typeof ROLLOUT_ON_FAILURE)[number];

/**
 * How the placements of an environment are gone through. What is absent is as the
 * organisation has configured it for the environment.
 *
 * @public
 */
export interface RolloutStageSettings {
  /** Those that come first, in their order; what none takes comes last. */
  waves?: RolloutWaveSelector[];
  /** Instead of `waves`: a wave for each Region, or one for all. */
  regionConcurrency?: 'sequential' | 'parallel';
  /** With `sequential`: those that come first. */
  regionOrder?: string[];
  /** How many placements are under way at once. */
  maxConcurrent?: CountOrPercent;
  /** How many placements may fail without stopping the stage. */
  failureTolerance?: CountOrPercent;
  /** How long each wave is watched once it is applied: ISO 8601, such as `PT30M`. */
  bake?: string;
  checks?: RolloutCheck[];
  /** Whose approval the stage begins with. */
  approval?: RolloutApprovers;
  onFailure?: RolloutOnFailure;
}

/**
 * The placements of one environment.
 *
 * @public
 */
export interface RolloutStage extends RolloutStageSettings {
  environment: string;
}

/**
 * How a rollout goes through the placements, as people write it: in the request, or
 * in `spec.rollout` of the component. Environments that it does not name have stages
 * of their own, at their place in promotion order.
 *
 * @public
 */
export interface RolloutPlan {
  /** For all stages that do not say otherwise. */
  defaults?: RolloutStageSettings;
  /** In this order. */
  stages?: RolloutStage[];
}

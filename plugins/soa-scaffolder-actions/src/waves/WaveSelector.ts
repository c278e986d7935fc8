/** Which of the placements that are left a wave takes. */
export interface WaveSelector {
  environment?: string;
  account?: string;
  region?: string;
  /** Only so many of them, in the order of the placements. */
  count?: number;
}

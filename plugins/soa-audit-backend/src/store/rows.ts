export interface EventRow {
  event_time: string;
  event_id: string;
  account: string;
  region: string;
  event_name: string;
  event_source: string;
  read_only: boolean;
  failed: boolean;
  out_of_band: boolean;
  actor_kind: string;
  actor_name: string;
  access_key_id: string | null;
  index_version: string;
  event: string;
  workspace_ids: string;
  record: string;
}

export interface PositionRow {
  source: string;
  account: string;
  region: string;
  read_from: string | null;
  read_until: string | null;
  error: string | null;
  error_at: string | null;
  resume: string | null;
}

export interface LeaseRow {
  source: string;
  account: string;
  region: string;
  holder: string | null;
  expires_at: string | null;
  read_at: string | null;
}

export interface ProofRow {
  access_key_id: string;
  account: string;
  event_time: string;
  organization: string;
  workspace: string;
  data: string;
  confirmed: boolean;
  followed: boolean;
}

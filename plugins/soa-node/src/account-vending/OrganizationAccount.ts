/**
 * An account as AWS Organizations lists it, its e-mail address included.
 *
 * @public
 */
export interface OrganizationAccount {
  id: string;
  name: string;
  email: string;
  /** `ACTIVE`, `PENDING_ACTIVATION`, `SUSPENDED`, …; others may come. */
  state: string;
}

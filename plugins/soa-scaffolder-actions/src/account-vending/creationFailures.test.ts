import { creationFailure } from './creationFailures';

describe('creationFailure', () => {
  it.each([
    ['MISSING_PAYMENT_INSTRUMENT', /no payment method\. Add one/],
    ['PENDING_BUSINESS_VALIDATION', /Wait for its end\. Then run this again/],
    ['CONCURRENT_ACCOUNT_MODIFICATION', /it goes on with that account/],
  ])('says what to do after %s', (reason, words) => {
    expect(creationFailure(reason)).toMatch(words);
  });

  it('names a reason that nobody knows yet', () => {
    expect(creationFailure('NEW_REASON')).toMatch(/^AWS gives "NEW_REASON" /);
    expect(creationFailure(undefined)).toMatch(/^AWS gives nothing /);
  });
});

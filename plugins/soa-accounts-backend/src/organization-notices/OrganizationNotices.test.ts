import { OrganizationNotices } from './OrganizationNotices';

const notice = (accountId: string, eventID = accountId) => ({
  source: 'aws.organizations',
  account: '100000000001',
  detail: {
    eventSource: 'organizations.amazonaws.com',
    eventName: 'TagResource',
    eventID,
    requestParameters: { resourceId: accountId },
  },
});
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => String(200_000_000_000 + index));

function setUp() {
  let isStopping = false;
  const readAccount = jest.fn(async (_id: string) => true);
  const readAll = jest.fn(async (_ids: readonly string[]) => {});
  const warn = jest.fn();
  const notices = new OrganizationNotices({
    readAccount,
    readAll,
    logger: { warn },
    isStopping: () => isStopping,
  });
  const stop = () => {
    isStopping = true;
  };
  return { notices, readAccount, readAll, warn, stop };
}

describe('OrganizationNotices', () => {
  it('reads an account at once, and for the same event once', async () => {
    const { notices, readAccount, readAll } = setUp();
    await notices.take(notice('012345678901'));
    await notices.take(notice('012345678901'));
    expect(readAccount.mock.calls).toEqual([['012345678901']]);
    await notices.take(notice('012345678901', 'another'));
    expect(readAccount).toHaveBeenCalledTimes(2);
    expect(readAll).not.toHaveBeenCalled();
  });

  it('reads an account once for all that is told while it waits', async () => {
    const { notices, readAccount } = setUp();
    let goOn!: () => void;
    readAccount.mockReturnValueOnce(
      new Promise(resolve => {
        goOn = () => resolve(true);
      }),
    );
    const first = notices.take(notice('111122223333'));
    await notices.take(notice('444455556666', 'a'));
    await notices.take(notice('444455556666', 'b'));
    // It may have changed after it was read.
    await notices.take(notice('111122223333', 'c'));
    goOn();
    await first;
    expect(readAccount.mock.calls.flat()).toEqual([
      '111122223333',
      '444455556666',
      '111122223333',
    ]);
  });

  it('reads everything where one account is not enough', async () => {
    const { notices, readAccount, readAll } = setUp();
    readAccount.mockResolvedValueOnce(false);
    await notices.take(notice('012345678901'));
    expect(readAll.mock.calls).toEqual([[['012345678901']]]);
  });

  it('reads everything where units have changed', async () => {
    const { notices, readAccount, readAll } = setUp();
    const event = notice('');
    event.detail.eventName = 'UpdateOrganizationalUnit';
    await notices.take(event);
    expect(readAll.mock.calls).toEqual([[[]]]);
    expect(readAccount).not.toHaveBeenCalled();
  });

  it('reads everything, once, where very many have changed', async () => {
    const { notices, readAccount, readAll } = setUp();
    let goOn!: () => void;
    readAccount.mockReturnValueOnce(
      new Promise(resolve => {
        goOn = () => resolve(true);
      }),
    );
    const [first, ...others] = ids(200);
    const reading = notices.take(notice(first));
    await Promise.all(others.map(id => notices.take(notice(id))));
    goOn();
    await reading;
    expect(readAccount).toHaveBeenCalledTimes(1);
    expect(readAll.mock.calls).toEqual([[others]]);
  });

  it('has an account that could not be read read with all others', async () => {
    const { notices, readAccount, readAll, warn } = setUp();
    readAccount.mockRejectedValueOnce(new Error('throttled'));
    await notices.take(notice('012345678901'));
    expect(readAll.mock.calls).toEqual([[['012345678901']]]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('throttled'));
  });

  it('survives that nothing can be read', async () => {
    const { notices, readAccount, readAll, warn } = setUp();
    readAccount.mockRejectedValueOnce(new Error('throttled'));
    readAll.mockRejectedValueOnce(new Error('no database'));
    await notices.take(notice('012345678901'));
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it('reads no more when the backend stops', async () => {
    const { notices, readAccount, stop } = setUp();
    stop();
    await notices.take(notice('012345678901'));
    expect(readAccount).not.toHaveBeenCalled();
  });
});

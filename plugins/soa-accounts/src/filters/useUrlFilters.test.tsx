import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Link,
  MemoryRouter,
  Route,
  Routes,
  useLocation,
} from 'react-router-dom';
import { useUrlFilters } from './useUrlFilters';

function Tab({ name }: { name: string }) {
  const { get, set } = useUrlFilters();
  const { search } = useLocation();
  return (
    <>
      <h1>{`${name} ${search}`}</h1>
      <button onClick={() => set('service', 'orders')}>narrow</button>
      <button onClick={() => set('service', '')}>widen</button>
      <button onClick={() => set('by', 'region')}>turn</button>
      <p>{get('service') ?? 'all'}</p>
    </>
  );
}

const open = (path: string) =>
  render(
    <MemoryRouter initialEntries={[path]}>
      <Link to="/one">to one</Link>
      <Link to="/two">to two</Link>
      <Link to="/two?service=pricing">to pricing</Link>
      <Routes>
        <Route path="/one" element={<Tab name="one" key="one" />} />
        <Route path="/two" element={<Tab name="two" key="two" />} />
      </Routes>
    </MemoryRouter>,
  );

const press = (name: string) => userEvent.click(screen.getByText(name));
const title = () => screen.getByRole('heading').textContent;

describe('useUrlFilters', () => {
  it('keeps filters in the URL', async () => {
    open('/one?environment=dev');
    await press('narrow');
    expect(title()).toBe('one ?environment=dev&service=orders');
    expect(screen.getByText('orders')).toBeInTheDocument();
    await press('widen');
    expect(title()).toBe('one ?environment=dev');
    expect(screen.getByText('all')).toBeInTheDocument();
  });

  it('takes along to another tab what makes sense there', async () => {
    open('/one');
    await press('narrow');
    await press('turn');
    expect(title()).toBe('one ?service=orders&by=region');
    await press('to two');
    expect(title()).toBe('two ?service=orders');
    await press('widen');
    await press('to one');
    expect(title()).toBe('one ');
  });

  it('leaves a URL alone that has filters of its own', async () => {
    open('/one?environment=dev');
    await press('to pricing');
    expect(title()).toBe('two ?service=pricing');
  });

  it('brings nothing to a page that is opened by its URL', async () => {
    const before = open('/one?service=orders');
    before.unmount();
    open('/two');
    expect(title()).toBe('two ');
  });

  it('brings nothing from a page that others came after', async () => {
    window.history.replaceState({ idx: 4 }, '');
    open('/one');
    await press('narrow');
    window.history.replaceState({ idx: 6 }, '');
    await press('to two');
    expect(title()).toBe('two ');
    await press('narrow');
    window.history.replaceState({ idx: 7 }, '');
    await press('to one');
    expect(title()).toBe('one ?service=orders');
    window.history.replaceState(null, '');
  });
});

import { Route, Routes } from 'react-router-dom';
import { ReservationsPage } from '../reservations';
import { rolloutRouteRef } from '../routes';
import { RolloutPage } from './RolloutPage';
import { RolloutsPage } from './list/RolloutsPage';

/** The pages of rollouts. */
export function RolloutsRouter() {
  return (
    <Routes>
      <Route
        path="/"
        element={
          <main>
            <RolloutsPage />
          </main>
        }
      />
      <Route path="/reservations" element={<ReservationsPage />} />
      <Route path={rolloutRouteRef.path} element={<RolloutPage />} />
    </Routes>
  );
}

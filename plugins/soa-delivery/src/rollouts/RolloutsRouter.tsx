import { Navigate, Route, Routes } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ReservationsPage } from '../reservations';
import {
  reservationsRouteRef,
  rolloutRouteRef,
  rootRouteRef,
  sandboxEnvironmentsRouteRef,
} from '../routes';
import { SandboxEnvironmentsPage } from '../sandbox-environments';
import { RolloutPage } from './RolloutPage';
import { RolloutsPage } from './list/RolloutsPage';

/** The pages of rollouts. */
export function RolloutsRouter() {
  const list = useRouteRef(rootRouteRef);
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
      <Route path={reservationsRouteRef.path} element={<ReservationsPage />} />
      <Route
        path={sandboxEnvironmentsRouteRef.path}
        element={<SandboxEnvironmentsPage />}
      />
      <Route path={rolloutRouteRef.path} element={<RolloutPage />} />
      <Route path="*" element={<Navigate to={list()} replace />} />
    </Routes>
  );
}

export { ReservationsPage } from './ReservationsPage';

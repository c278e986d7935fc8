export { SandboxEnvironmentsPage } from './SandboxEnvironmentsPage';

import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/sign-in';

export default createApp({
  features: [catalogPlugin, homeModule, navModule, signInModule],
});

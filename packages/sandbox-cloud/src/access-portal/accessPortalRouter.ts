import express from 'express';
import type { Router } from 'express';
import { htmlPage } from '../htmlPage';

// What a shortcut link asks for is behind the "#", which no server is told.
const FILL = `<script>
  const asked = new URLSearchParams(location.hash.split('?')[1]);
  document.querySelectorAll('dd').forEach((place, index) => {
    const name = ['account_id', 'role_name', 'destination'][index];
    place.textContent = asked.get(name) ?? '–';
  });
</script>`;

/** Where links to AWS's console lead: a page that says what they would open. */
export function accessPortalRouter(): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    const page = htmlPage("AWS's console would open", [
      ['Account', ''],
      ['Permission set', ''],
      ['Page', ''],
    ]);
    response.send(page + FILL);
  });
  return router;
}

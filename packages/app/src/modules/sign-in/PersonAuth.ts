import type {
  BackstageIdentityApi,
  BackstageIdentityResponse,
  DiscoveryApi,
  ProfileInfo,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';

/** Before a token ends, so that no request goes out with one that does. */
const MARGIN_MS = 5 * 60_000;

interface Session {
  profile: ProfileInfo;
  backstageIdentity: BackstageIdentityResponse & { expiresInSeconds: number };
}

/** Signs in as somebody of the demo, who has no password. */
export class PersonAuth
  implements ProfileInfoApi, BackstageIdentityApi, SessionApi
{
  #session: Promise<Session> | undefined;
  #endsAt = Infinity;

  constructor(
    private readonly userRef: string,
    private readonly discovery: DiscoveryApi,
  ) {}

  async getBackstageIdentity(): Promise<BackstageIdentityResponse> {
    return (await this.#current()).backstageIdentity;
  }

  async getProfile(): Promise<ProfileInfo> {
    return (await this.#current()).profile;
  }

  async signIn(): Promise<void> {
    await this.#current();
  }

  async signOut(): Promise<void> {
    this.#session = undefined;
  }

  /** Only the settings of providers that give access to something watch it. */
  sessionState$(): never {
    throw new Error('A session of the demo cannot be watched');
  }

  #current(): Promise<Session> {
    if (!this.#session || Date.now() > this.#endsAt) {
      this.#endsAt = Infinity;
      this.#session = this.#begin();
      this.#session.catch(() => {
        this.#session = undefined;
      });
    }
    return this.#session;
  }

  async #begin(): Promise<Session> {
    const baseUrl = await this.discovery.getBaseUrl('auth');
    const answer = await fetch(`${baseUrl}/demo/refresh`, {
      headers: {
        'x-demo-user': this.userRef,
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    const body = await answer.json();
    if (!answer.ok) {
      throw new Error(body.error?.message ?? answer.statusText);
    }
    const { expiresInSeconds } = body.backstageIdentity;
    this.#endsAt = Date.now() + expiresInSeconds * 1000 - MARGIN_MS;
    return body;
  }
}

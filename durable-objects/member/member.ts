import { DurableObject } from 'cloudflare:workers';

/** One enrollee's own actor. Nothing is sent to it yet: its alerts come with the enrollee's portal. */
export abstract class MemberActor extends DurableObject<unknown> {
  async health(): Promise<{ ok: boolean }> {
    return { ok: true };
  }
}

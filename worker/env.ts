import type { FacilityActor } from '../durable-objects/facility/facility.ts';
import type { MemberActor } from '../durable-objects/member/member.ts';
import type { TenantActor } from '../durable-objects/tenant/tenant.ts';
import type { Principal } from '../schema/domain/permissions.ts';
import type { ChosenOrganisation, Session } from './directory/session.ts';

/** What the worker is given by its configuration (wrangler.toml, or the launcher on one machine). */
export interface Env {
  TENANT: DurableObjectNamespace<TenantActor>;
  FACILITY: DurableObjectNamespace<FacilityActor>;
  MEMBER: DurableObjectNamespace<MemberActor>;
  /** where databases are, with `{db}` for the name */
  DATABASE_URL: string;
  DATABASE_TOKEN: string;
  /** how databases are made: `embedded`, `libsql-server:<admin url>`, `turso:<organisation>/<group>` */
  DATABASE_ADMIN?: string;
  DATABASE_ADMIN_TOKEN?: string;
  /** base64 of 32 bytes: signs session tokens */
  SESSION_KEY: string;
  /** the pair that push services know Vetra by (VAPID), base64url; left out: nobody is notified */
  VAPID_PUBLIC_KEY?: string;
  VAPID_PRIVATE_KEY?: string;
  /** the origin that links in messages lead to, where no request says it; left out: `ORIGIN`, and without that there are none */
  LINK_ORIGIN?: string;
  /** opens the doors under /internal to the launcher of one machine; absent at the edge, where they do not exist */
  SYSTEM_TOKEN?: string;
  /** the header in which a proxy of ours names the caller's address; left out where callers reach us directly */
  CLIENT_ADDRESS_HEADER?: string;
  /** `1` shows the demo people on the sign-in page */
  DEMO: string;
  /** where pieces of attachments lie, encrypted; left out: in the organisation's database */
  ATTACHMENTS?: R2Bucket;
  /** the origin that attachments are opened from, and nothing else; left out: they are downloaded */
  ATTACHMENT_ORIGIN?: string;
  /** public origin, where it is not the one requests name */
  ORIGIN?: string;
  VERSION: string;
}

/** What a handler finds in its context. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    /** whom the cookie names, checked against its row in this request; null: nobody */
    session: Session | null;
    /** who acts: set by `guard`, or by an API key */
    principal: Principal;
    /** for whom they act: set by `guard`, or by an API key */
    organisation: ChosenOrganisation;
    /** how this address answers a refusal */
    speaks: 'page' | 'problem';
    /** a file may be sent to this address, which is larger than other bodies */
    takesFile?: boolean;
    /** files are sent here that are read as a stream, each with a limit of its own */
    streamsFiles?: boolean;
  };
}

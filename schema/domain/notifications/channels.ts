/** How a connection to a mail server is kept from being read: from the first byte (465), after a greeting (587), or not at all. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;
/** One of them. */
export type MailSecurity = (typeof mailSecurities)[number];

/** The mail server that a tenant's e-mail goes out by. */
export interface EmailChannel {
  host: string;
  port: number;
  security: MailSecurity;
  /** null: it wants no sign-in */
  user: string | null;
  /** the password, sealed; null: there is none */
  secret: string | null;
  /** the address it comes from */
  from: string;
}

/** Where a tenant's text messages are handed to whoever sends them, and where answers come from. */
export interface SmsChannel {
  /** receives each message as a POST, signed with the secret */
  url: string;
  /** signs both ways, sealed */
  secret: string;
}

/** By what a tenant reaches people outside of their open pages. Null: it does not, by this way. */
export interface Channels {
  email: EmailChannel | null;
  sms: SmsChannel | null;
}

/** What a tenant begins with. */
export const noChannels: Channels = { email: null, sms: null };

import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Attempt } from '../../durable-objects/actor/parts.ts';
import type { EmailChannel } from '../../schema/domain/notifications/channels.ts';

/** One message; `id` stays the same however often it is tried, so that whoever gets it twice knows it. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

const patience_ms = 10_000;

function composed({ id, to, subject, text }: Mail, from: string): Promise<Buffer> {
  const domain = from.slice(from.indexOf('@') + 1);
  const messageId = `<${id}@${domain}>`;
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const composer = new MailComposer({ from, to, subject, text, messageId, headers });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

/** The runtime finds the host by its name; the library would ask a name server that not every network reaches. */
const socketTo = ({ host, port, security }: EmailChannel): Socket =>
  security === 'tls' ? connectSecure({ host, port, servername: host }) : connectPlain({ host, port });

/** By what a server refuses this message, and not us, our password or our way of speaking. */
const aboutTheMessage: readonly unknown[] = ['RCPT TO', 'DATA'];

/**
 * A message that is refused for good (5xx) is; whatever else went wrong may be put right, by the server or in the settings: a
 * certificate, a password, STARTTLS that is not there.
 */
function faultOf(error: unknown): Attempt {
  const has = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const said = has('responseCode');
  const code = typeof said === 'number' ? said : null;
  if (code !== null && code >= 500 && aboutTheMessage.includes(has('command')))
    return { outcome: 'refused', fault: String(code) };
  return { outcome: 'again', fault: code === null ? 'unreachable' : String(code) };
}

/** Hands a message to the tenant's mail server. */
export async function sendMail(channel: EmailChannel, secret: string | null, mail: Mail): Promise<Attempt> {
  const message = await composed(mail, channel.from);
  const socket = socketTo(channel);
  const isSecure = channel.security === 'tls';
  const connection = new SMTPConnection({
    host: channel.host,
    port: channel.port,
    secure: isSecure,
    connection: socket,
    ...(isSecure ? { secured: true } : {}),
    ignoreTLS: channel.security === 'none',
    requireTLS: channel.security === 'starttls',
    name: 'vetra',
    connectionTimeout: patience_ms,
    greetingTimeout: patience_ms,
    socketTimeout: patience_ms,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error | null) => (error ? reject(error) : resolve());
      const send = () =>
        connection.send({ from: channel.from, to: [mail.to] }, message, (error) => settle(error));
      connection.on('error', settle);
      connection.on('end', () => settle(new Error('the line was cut')));
      socket.on('error', settle);
      connection.connect((error) => {
        if (error) return settle(error);
        if (channel.user === null) return send();
        return connection.login({ user: channel.user, pass: secret ?? '' }, (refused) =>
          refused ? settle(refused) : send(),
        );
      });
    });
    return { outcome: 'sent', fault: null };
  } catch (error) {
    return faultOf(error);
  } finally {
    connection.quit();
    connection.close();
  }
}

import type { Sending } from './domain/notifications/sending.ts';
import type {
  PutChannels,
  PutPushSubscription,
  RecordSending,
  RemovePushSubscription,
} from './forms/notifications.ts';

/** What a tenant's actor does about messages to people outside of their open pages. */
export interface NotificationCommands {
  PutPushSubscription: { input: PutPushSubscription; outcome: { browsers: number } };
  RemovePushSubscription: { input: RemovePushSubscription; outcome: { browsers: number } };
  PutChannels: { input: PutChannels; outcome: { email: boolean; sms: boolean } };
  RecordSending: { input: RecordSending; outcome: { id: string; state: Sending['state'] } };
}

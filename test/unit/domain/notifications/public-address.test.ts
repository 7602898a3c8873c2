import { expect, test } from 'vitest';
import { isPublicAddress } from '../../../../schema/domain/notifications/public-address.ts';
import { isSent } from '../../../../schema/domain/notifications/sending.ts';

test('a public push service, by name and at its usual port', () => {
  for (const text of [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com:443/wpush/v2/x',
    'https://web.push.apple.com',
  ])
    expect([text, isPublicAddress(text)]).toEqual([text, true]);
});

test('nothing within, by number, without encryption, at another port, or with a name in front', () => {
  for (const text of [
    'http://push.example/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://10.0.0.1/',
    'https://0x7f.1/',
    'https://localhost/1',
    'https://box.local/1',
    'https://metadata.google.internal/',
    'https://push.example:8443/1',
    'https://me@push.example/1',
    'push.example',
  ])
    expect([text, isPublicAddress(text)]).toEqual([text, false]);
});

test('what leads out of the product', () => {
  expect(['push', 'email', 'sms', 'screen', 'call'].filter(isSent)).toEqual(['push', 'email', 'sms']);
});

import { expect, test } from 'vitest';
import { mailTopics } from '../../../schema/domain/members/member-notices.ts';
import {
  invitationMail,
  invitationText,
  noticeMail,
  readAbout,
} from '../../../worker/notifications/portal-messages.ts';

const origin = 'https://vetra.example';

test('an e-mail says that there is news, where to see it and where to change that, and nothing else', () => {
  const { subject, text } = noticeMail({ topic: 'claims', about: 'CLM-26-000001' }, 'Meridian', origin);
  expect(subject).toBe('There is news of a claim');
  expect(text.split('\n').filter(Boolean)).toEqual([
    'There is news of a claim: sign in to see it.',
    `${origin}/me/claims/CLM-26-000001`,
    'You are told by e-mail because you chose so. Change it under Notifications, “What you are told”.',
    `${origin}/me/notices#preferences`,
    'Meridian',
  ]);
});

test.each(mailTopics)('%s lead to a page of the portal', (topic) => {
  expect(noticeMail({ topic, about: 'X-1' }, 'M', origin).text).toMatch(/https:\/\/vetra\.example\/me\//);
});

test('where nobody knows the portal’s address there is no link', () => {
  expect(noticeMail({ topic: 'coverage', about: 'e' }, 'M', null).text).not.toContain('/me');
});

test('of an alert, or of nothing, there is no such e-mail', () => {
  expect(readAbout('claims|CLM-26-000001')).toEqual({ topic: 'claims', about: 'CLM-26-000001' });
  expect(readAbout('check-ins|V-1')).toEqual({ topic: 'check-ins', about: 'V-1' });
  expect(readAbout('alerts|PA-26-000001')).toBeNull();
  expect(readAbout('claims')).toEqual({ topic: 'claims', about: '' });
});

test('an invitation carries its link, by mail and as a text message', () => {
  const link = `${origin}/activate/t.e/secret`;
  expect(invitationMail('Meridian', link).text.split('\n')).toContain(link);
  expect(invitationText('Meridian', link)).toContain(link);
});

import type { AuthorizationMessage } from '../../schema/domain/authorizations/parts.ts';
import { Card } from '../ui/card.tsx';
import { Conversation } from '../ui/conversation.tsx';
import { MomentText } from '../ui/date-text.tsx';

const kinds: Record<AuthorizationMessage['kind'], string> = {
  note: 'notes',
  query: 'asks',
  answer: 'answers',
  decision: 'decides',
  appeal: 'appeals',
};

type RequestConversationProps = {
  messages: readonly AuthorizationMessage[];
  /** whose page it is: their words stand to the right */
  side: AuthorizationMessage['from'];
  zone: string;
  /** to a facility the tenant's people are the tenant: who of them wrote is not told */
  tenantName: string | null;
  /** what was said is about somebody's health: whoever may not see that is told that it is there */
  covered?: boolean;
};

/** What was said between the two sides, oldest first; nothing where nothing was. */
export function RequestConversation({ messages, side, zone, tenantName, covered }: RequestConversationProps) {
  if (messages.length === 0) return null;
  if (covered)
    return (
      <Card title="Conversation" id="conversation">
        <p class="mute">
          {messages.length === 1 ? 'One message' : `${messages.length} messages`}, shown to those who may see
          clinical detail.
        </p>
      </Card>
    );
  const name = ({ from, by }: AuthorizationMessage) => (from === 'tenant' ? (tenantName ?? by) : by);
  return (
    <Card title="Conversation" id="conversation">
      <Conversation
        messages={messages.map((message) => ({
          from: `${name(message)} ${kinds[message.kind]}`,
          when: <MomentText at={message.at} timeZone={zone} />,
          text: <bdi>{message.text}</bdi>,
          ours: message.from === side,
        }))}
      />
    </Card>
  );
}

import type { Message } from '../../schema/domain/claims/claim.ts';
import { Card } from '../ui/card.tsx';
import { Conversation } from '../ui/conversation.tsx';
import { MomentText } from '../ui/date-text.tsx';

const kinds: Record<Message['kind'], string> = { query: 'asks', answer: 'answers', decision: 'decides' };

type ConversationCardProps = {
  messages: readonly Message[];
  /** Whose page it is: their words stand to the right. */
  side: Message['from'];
  zone: string;
  /** What was said is about somebody's health: whoever may not see that is told that it is there. */
  covered?: boolean;
};

/** What the tenant asked and the facility answered, oldest first; nothing where nothing was said. */
export function ConversationCard({ messages, side, zone, covered = false }: ConversationCardProps) {
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
  return (
    <Card title="Conversation" id="conversation">
      <Conversation
        messages={messages.map((message) => ({
          from: `${message.by} ${kinds[message.kind]}`,
          when: <MomentText at={message.at} timeZone={zone} />,
          text: <bdi>{message.text}</bdi>,
          ours: message.from === side,
        }))}
      />
    </Card>
  );
}

import type { ComponentChildren } from 'preact';

type Message = { from: string; when: ComponentChildren; text: ComponentChildren; ours: boolean };

/** Questions and answers between two sides; ours stand to the right. */
export function Conversation({ messages, id }: { messages: readonly Message[]; id?: string | undefined }) {
  return (
    <ol class="thread" id={id}>
      {messages.map((message) => (
        <li class={message.ours ? 'ours' : undefined}>
          <div class="from">
            <b>{message.from}</b>
            {message.when}
          </div>
          {message.text}
        </li>
      ))}
    </ol>
  );
}

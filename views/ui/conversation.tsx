import type { ComponentChildren } from 'preact';

type Message = { from: string; when: ComponentChildren; text: ComponentChildren; ours: boolean };

/** Questions and answers between two sides; ours stand to the right. */
export function Conversation({ messages, id }: { messages: readonly Message[]; id?: string | undefined }) {
  return (
    <ol class="thread" id={id}>
      {messages.map((message) => (
        <li class={message.ours ? 'ours' : undefined}>
          <header>
            <b>{message.from}</b>
            {message.when}
          </header>
          {message.text}
        </li>
      ))}
    </ol>
  );
}

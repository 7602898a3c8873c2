import { randomBytes } from 'node:crypto';
import type { Connection } from './connection.ts';
import { failed, type StreamRequest, type StreamResult } from './protocol.ts';
import { runRequest, type StoredTexts } from './run-request.ts';

/** One client's conversation over several requests, with a connection of its own. */
export class Stream {
  readonly connection: Connection;
  readonly texts: StoredTexts = new Map();
  readonly id = randomBytes(16).toString('base64url');
  readonly #idle_ms: number;
  readonly #listeners: (() => void)[] = [];
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;
  #isOpen = true;

  constructor(connection: Connection, idle_ms: number) {
    this.connection = connection;
    this.#idle_ms = idle_ms;
  }

  onClose(listener: () => void): void {
    this.#listeners.push(listener);
  }

  get inTransaction(): boolean {
    return this.#isOpen && this.connection.inTransaction;
  }

  /** Takes up the conversation. False when the turn is not the one that the last answer offered. */
  resume(turn: number): boolean {
    if (turn !== this.#turn) return false;
    this.#turn += 1;
    clearTimeout(this.#timer);
    return true;
  }

  run(request: StreamRequest): StreamResult {
    if (!this.#isOpen)
      return { type: 'error', error: failed('STREAM_CLOSED', 'the stream is closed').failure };
    const result = runRequest(this.connection, this.texts, request);
    if (request.type === 'close') this.close();
    return result;
  }

  /** The baton for the next request, or null when there will be none. Silence from here on ends the stream. */
  rest(): string | null {
    if (!this.#isOpen) return null;
    this.#timer = setTimeout(() => this.close(), this.#idle_ms);
    return `${this.id}.${this.#turn}`;
  }

  /** Ends the conversation; whoever listens rolls back what is not committed. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener();
  }
}

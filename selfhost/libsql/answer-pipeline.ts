import type { Databases } from './databases.ts';
import type { OpenDatabase } from './open-database.ts';
import { type Failed, failed, type Pipeline, type PipelineAnswer } from './protocol.ts';
import type { Stream } from './stream.ts';

type Conversation = { readonly name: string; readonly database: OpenDatabase; readonly stream: Stream };

const ENDED_MAX = 1_000;

/** Finds the stream that a request belongs to, or does without one when the request opens and closes it. */
export class Conversations {
  readonly #databases: Databases;
  readonly #open = new Map<string, Conversation>();
  readonly #ended = new Set<string>();

  constructor(databases: Databases) {
    this.#databases = databases;
  }

  answer(name: string, pipeline: Pipeline): PipelineAnswer | Failed | Promise<PipelineAnswer | Failed> {
    const database = this.#databases.use(name);
    if ('failure' in database) return database;
    if (typeof pipeline.baton === 'string') return this.#goOn(name, pipeline.baton, pipeline);
    return pipeline.requests.at(-1)?.type === 'close'
      ? database.runWhole(pipeline)
      : this.#start(name, database, pipeline);
  }

  #start(name: string, database: OpenDatabase, pipeline: Pipeline): Promise<PipelineAnswer> | Failed {
    const stream = database.openStream();
    if ('failure' in stream) return stream;
    this.#open.set(stream.id, { name, database, stream });
    stream.onClose(() => this.#end(stream.id));
    stream.resume(0);
    return database.runInStream(stream, pipeline);
  }

  #goOn(name: string, baton: string, pipeline: Pipeline): Promise<PipelineAnswer> | Failed {
    const [id = '', turn] = baton.split('.');
    const found = this.#open.get(id);
    if (found === undefined || found.name !== name) {
      return this.#ended.has(id)
        ? failed('STREAM_EXPIRED', 'the stream has ended: it was closed, or silent too long and rolled back')
        : failed('BATON_INVALID', 'no stream has this baton');
    }
    if (!found.stream.resume(Number(turn))) return failed('BATON_REUSED', 'this baton has been used already');
    return found.database.runInStream(found.stream, pipeline);
  }

  #end(id: string): void {
    this.#open.delete(id);
    const [oldest] = this.#ended;
    if (this.#ended.size >= ENDED_MAX && oldest !== undefined) this.#ended.delete(oldest);
    this.#ended.add(id);
  }
}

import { apiKeyOf, type NewApiKey } from '../../schema/api-key.ts';
import { freshId } from '../fresh-id.ts';

/** Makes a key, under a fresh id where none is given. */
export const makeApiKey = (id = freshId()): NewApiKey => apiKeyOf(id);

import type { Context } from 'hono';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { AppEnv } from '../env.ts';

/** the deepest that sent JSON may nest */
export const json_depth_max = 32;

/** How deep the brackets of a JSON text nest; brackets within strings do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString && char === '\\') at += 1;
    else if (char === '"') inString = !inString;
    else if (inString) continue;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

/** Reads a body of JSON; what it holds is for a form to say. */
export async function readJson(c: Context<AppEnv>): Promise<{ json: unknown; refused?: false } | Refusal> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(c.req.header('Content-Type') ?? ''))
    return refuse('invalid', 'Send JSON, with the header content-type: application/json.');
  const text = await c.req.text();
  if (depthOf(text) > json_depth_max)
    return refuse('invalid', `Send JSON that nests at most ${json_depth_max} deep.`);
  try {
    return { json: JSON.parse(text) };
  } catch {
    return refuse('invalid', 'The body is not valid JSON.');
  }
}

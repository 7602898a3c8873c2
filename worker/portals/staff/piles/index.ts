import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { decideBatch, prepareBatch, showBatch } from './batch.tsx';
import { showPile } from './pile.tsx';
import { showPiles } from './piles.tsx';
import { vetNext } from './vet.ts';

const at = patterns.staff;

/** Piles, and what is decided of them claim by claim or at once. */
export const pilePages = new Hono<AppEnv>();
pilePages.get(at.piles, guard('pile.view'), showPiles);
pilePages.get(at.pile, guard('pile.view'), showPile);
pilePages.post(at.pileNext, guard('pile.vet'), vetNext);
pilePages.post(at.batches, guard('pile.batch_decide'), prepareBatch);
pilePages.get(at.batch, guard('pile.view'), showBatch);
pilePages.post(at.batchDecisions, guard('pile.batch_decide'), decideBatch);

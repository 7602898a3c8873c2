import { Hono } from 'hono';
import { patterns } from '../../views/paths.ts';
import type { AppEnv } from '../env.ts';
import { publicDoor } from '../middleware/guard.ts';
import { showActivation, useInvitation } from './activation.tsx';
import { chooseDemoPerson } from './demo.ts';
import { choose, showOrganisations } from './organisations.tsx';
import { showSignIn, signInWithPassword } from './password.ts';
import { showProduct } from './product.tsx';
import { signOutHere } from './sign-out.ts';

/** What a person meets before, between and after working: the product page, signing in, choosing where to work, signing out. */
export const signIn = new Hono<AppEnv>()
  .get(patterns.home, publicDoor, showProduct)
  .get(patterns.signIn, publicDoor, showSignIn)
  .post(patterns.signIn, publicDoor, signInWithPassword)
  .post(patterns.demoSignIn, publicDoor, chooseDemoPerson)
  .get(patterns.activation, publicDoor, showActivation)
  .post(patterns.activation, publicDoor, useInvitation)
  .get(patterns.organisations, publicDoor, showOrganisations)
  .post(patterns.organisations, publicDoor, choose)
  .post(patterns.signOut, publicDoor, signOutHere);

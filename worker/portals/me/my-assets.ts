import type { Assets } from '../../../views/ui/document.tsx';
import { assetUrl } from '../../assets.ts';

/** What the pages of the enrollee's portal load: a style sheet and a script of their own, smaller than the staff's. */
export const myAssets = (): Assets => ({
  css: assetUrl('me.css'),
  script: assetUrl('me.js'),
  icon: assetUrl('icon.svg'),
  manifest: assetUrl('manifest.webmanifest'),
  homeIcon: assetUrl('icon-touch.png'),
});

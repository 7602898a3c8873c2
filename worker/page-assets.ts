import type { Assets } from '../views/ui/document.tsx';
import { assetUrl } from './assets.ts';

/** The addresses of what every page loads. */
export const pageAssets = (): Assets => ({
  css: assetUrl('index.css'),
  script: assetUrl('index.js'),
  icon: assetUrl('icon.svg'),
});

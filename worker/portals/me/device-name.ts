const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const;

const named = (agent: string, names: readonly (readonly [string, string])[]) =>
  names.find(([part]) => agent.includes(part))?.[1];

/** A browser's own words for itself, as a person would say it: `Chrome on Android`. */
export function deviceName(agent: string): string {
  const [browser, system] = [named(agent, browsers), named(agent, systems)];
  if (browser === undefined && system === undefined) return 'Another device';
  return system === undefined ? `${browser}` : `${browser ?? 'A browser'} on ${system}`;
}

import { Tabs } from '../ui/tabs.tsx';

/** Somebody whose things may be looked at, and where. */
export interface WhoseChoice {
  memberId: string;
  name: string;
  href: string;
}

/** Whose page it is, where there are several; nothing where there is only one's own. */
export function Whose({ people, current }: { people: readonly WhoseChoice[]; current: string }) {
  if (people.length < 2) return null;
  return (
    <Tabs
      label="Whose"
      tabs={people.map(({ memberId, name, href }) => ({ label: name, href, current: memberId === current }))}
    />
  );
}

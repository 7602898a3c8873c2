import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

type StandingPageProps = { slug: string; number: string; words: readonly string[] };

/** Why one claim stands where it stands, as a page of its own. */
export function StandingPage({ slug, number, words }: StandingPageProps) {
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Its place in the queue"
        crumbs={[
          { label: 'Claims', href: to.claims() },
          { label: number, href: to.claim(number) },
        ]}
      />
      <Card>
        <ul>
          {words.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

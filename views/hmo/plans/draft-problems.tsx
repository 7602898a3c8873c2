import { paths } from '../../paths.ts';
import { fieldId } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Something that stands in the way of publishing, and where it is mended. */
export interface Problem {
  message: string;
  /** its field within the page that mends it */
  field: string;
  at: { benefit: string; name: string; exclusions: boolean } | 'exclusions' | 'overall' | 'benefits';
}

function whereOf(slug: string, plan: string, { at, field }: Problem): { href: string; what: string } {
  const to = paths.staff(slug);
  if (at === 'benefits') return { href: to.planDraftBenefit(plan, 'new'), what: 'Benefits' };
  if (at === 'overall')
    return { href: `${to.planDraftOverall(plan)}#${fieldId(field)}`, what: 'Over all benefits' };
  if (at === 'exclusions')
    return { href: `${to.planDraftExclusions(plan)}#${fieldId(field)}`, what: 'Not covered' };
  const { benefit, name, exclusions } = at;
  const page = exclusions ? to.planDraftExclusions(plan, { benefit }) : to.planDraftBenefit(plan, benefit);
  return { href: `${page}#${fieldId(field)}`, what: name };
}

type DraftProblemsProps = { slug: string; plan: string; problems: readonly Problem[] };

/** What has to be mended before a draft can be published, each with the way to its field. */
export function DraftProblems({ slug, plan, problems }: DraftProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title="Before it can be published:">
      <ul>
        {problems.map((problem) => {
          const { href, what } = whereOf(slug, plan, problem);
          return (
            <li>
              <a href={href}>{what}</a>: {problem.message}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

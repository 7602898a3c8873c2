import { grouped } from '../../ui/grouped.ts';

/** How many open risk events a rule has raised on the claims of a pile. */
export interface RuleCount {
  rule: string;
  name: string;
  open: number;
}

/** Open risk events by rule, most first; each figure leads to the flagged claims. */
export function RuleSummary({ rules, href }: { rules: readonly RuleCount[]; href: string }) {
  return (
    <ul class="cluster">
      {rules.map(({ name, open }) => (
        <li>
          <a href={href}>
            <b>{grouped(open)}</b> {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

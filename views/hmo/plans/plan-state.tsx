import { Badge } from '../../ui/badge.tsx';

type PlanStateProps = {
  plan: { retiredFrom: string | null };
  inForce: unknown;
  coming: unknown;
  today: string;
};

/** Whether people can be put on a plan. */
export function PlanState({ plan: { retiredFrom }, inForce, coming, today }: PlanStateProps) {
  if (retiredFrom !== null)
    return retiredFrom <= today ? <Badge>Retired</Badge> : <Badge tone="warn">Retiring</Badge>;
  if (inForce !== null) return <Badge tone="ok">In force</Badge>;
  return coming === null ? <Badge>Not published</Badge> : <Badge tone="info">Coming</Badge>;
}

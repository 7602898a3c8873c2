import { type Authorization, openAppeal } from '../../../../schema/domain/authorizations/authorization.ts';
import { possibleNow } from '../../../../schema/domain/authorizations/life.ts';
import { DischargeForm } from '../../../../views/authorizations/discharge-form.tsx';
import { ExtensionForm } from '../../../../views/hmo/authorizations/extension-form.tsx';
import { freshId } from '../../../command.ts';
import type { StaffDesk } from '../desk.ts';
import type { DecisionSaid } from './request-desk.ts';

const noExtension = { validTo: '', days: '', override: '', sentence: '' };

/** What whoever looks can do with what was granted: extend it, record the discharge. */
export function grantSteps({ may, to }: StaffDesk, one: Authorization, said: DecisionSaid) {
  if (!may('authorization.decide') || openAppeal(one) !== null) return null;
  const { number, version, admission } = one;
  const possible = possibleNow(one);
  const { entry = noExtension, errors = {} } = said.extending ?? {};
  const { discharging } = said;
  return (
    <>
      {possible.includes('extend') ? (
        <ExtensionForm
          action={to.authorizationExtensions(number)}
          commandId={freshId()}
          admitted={admission !== null}
          {...{ version, entry, errors }}
        />
      ) : null}
      <DischargeForm
        action={to.authorizationDischarges(number)}
        entry={
          possible.includes('discharge')
            ? {
                commandId: freshId(),
                version,
                dischargedOn: discharging?.dischargedOn ?? '',
                errors: discharging?.errors ?? {},
              }
            : null
        }
      />
    </>
  );
}

import { putStaff as put, putStaffWants } from '../../actor/staff-commands.ts';
import type { FacilityHandler } from '../handler.ts';

export const putStaff: FacilityHandler<'PutStaff'> = {
  wants: (memory, input) => putStaffWants(memory.people, input),
  decide: (input, { memory }) => put(memory.people, input),
};

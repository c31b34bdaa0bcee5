export { activityOf, forgetActivities, receiveActivity, useActivity, type UseActivity } from './useActivity';
export {
  createActivityStore,
  type ActivityActions,
  type ActivityPorts,
  type ActivityState,
  type ActivityStore,
  type Change,
} from './store';
export type { ActivityDetail } from '../../../cloud/contract/contract';

export { activitiesOf, forgetLists, myActivities, useActivities } from './useActivities';
export { createActivitiesStore, type ActivitiesActions, type ActivitiesPorts, type ActivitiesStore } from './store';
export type { ActivitySummary } from '../../../cloud/contract/contract';

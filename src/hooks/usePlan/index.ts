export { usePlan, type UsePlan } from './usePlan';
export { createPlanStore, type PlanActions, type PlanPorts, type PlanState, type PlanStore } from './store';
export { dateInChina, limits, FURTHEST_DAYS, type Draft, type Faults, type Field } from './draft';

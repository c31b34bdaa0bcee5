export { useWeRun, weRunStore } from './useWeRun';
export { createWeRunStore, type WeRunActions, type WeRunPorts, type WeRunStore } from './store';
export type { Day, Steps } from './steps';
export type { AsyncState } from '../async-state';

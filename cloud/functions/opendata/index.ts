import { keepSteps, keptSteps } from '../../domain/steps/steps';
import { resolved } from '../../platform/open-data-field';
import { serve } from '../../platform/router';
import { membershipsStore } from '../../stores/memberships-store';
import { stepsStore } from '../../stores/steps-store';

export const main = serve('opendata', {
  async weRun({ werun }, { openid }) {
    return { days: await keepSteps(stepsStore, membershipsStore, openid, resolved(werun)) };
  },
  async steps(_input, { openid }) {
    return { days: await keptSteps(stepsStore, openid) };
  },
});
